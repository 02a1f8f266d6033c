import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, lockRow } from "../../../platform/command.ts";
import { checkNrb } from "../../../platform/identifiers/nrb.ts";
import { mergeFields } from "../../../platform/merge.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { signingNow } from "../../../platform/signatures/editions.ts";
import { paperSubject } from "../../../platform/signatures/papers.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { awaitSignatures, dropSignatureTask, refuseForDead, requireCase } from "../../casework/public.ts";
import { ipzsAccess } from "./access.ts";
import { AgreeIpzs, AmendIpzs, BeginIpzs, ChangeIpzs, type IpzsContent, ReasonedIpzs } from "./contract.ts";
import { followSigning } from "./referral.ts";
import { type IpzsLimits, refuseDailyHours, refuseParticipation, refuseSubstance, refuseWeeklyHours } from "./rules.ts";
import { withStaffNames } from "./staff.ts";
import { addStep, done, lockFor, refuseBy, setDeadlines, tell } from "./steps.ts";
import {
  columnsOf,
  contentOf,
  emptyContent,
  findAllIpzs,
  findDays,
  findIpzs,
  limitsFor,
  type StoredIpzs,
} from "./store.ts";
import { endSignedWords, makeIpzsVersion } from "./versions.ts";

onConstraint("ipzs_key", "conflict", "record.id_taken");

/**
 * Begins a programme as a draft. Source: docs/domain/rules.md R-CIS-04
 * @throws Problem not_found `case.not_found` | refused `plan.case_ended`, `ipzs.already_begun`, `case.person_died`
 */
async function beginIpzs(context: CommandContext, { ipzsId, caseId }: BeginIpzs): Promise<Done> {
  const { personId, open } = await requireCase(context, ipzsAccess["ipzs.write"], caseId);
  if (!open) throw new Problem("refused", "plan.case_ended");
  await refuseForDead(context, personId);
  await lockRow(context, "support_case", caseId, "case.not_found");
  const others = await findAllIpzs(context, sql`i.person_id = any (same_person(${personId}))`);
  if (others.some(({ state }) => state !== "ENDED" && state !== "WITHDRAWN"))
    throw new Problem("refused", "ipzs.already_begun");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("ipzs")
    .values({
      organisationId,
      id: ipzsId,
      personId,
      caseId,
      preparedBy: accountId,
      begunOn: context.today,
      ...columnsOf(context, ipzsId, emptyContent),
    })
    .execute();
  const ipzs = { id: ipzsId, personId, caseId };
  await addStep(context, { id: ipzsId, stepNo: 0 }, { act: "begin", state: "DRAFT", actedOn: context.today });
  await tell(context, ipzs, "ipzs.begun");
  return done(ipzs, { version: 1 });
}

/** What of a programme the law or the bank does not let stand, whatever else is missing yet. */
function refuseImpossible(content: IpzsContent, limits: IpzsLimits): void {
  const { weeklyHours, dailyHours, capped, trialFrom, participationTo, bankAccount } = content;
  refuseBy(
    limits,
    weeklyHours === null ? null : refuseWeeklyHours(weeklyHours, capped, limits),
    dailyHours === null ? null : refuseDailyHours(dailyHours, capped, limits),
    refuseParticipation(trialFrom, participationTo, limits),
    bankAccount.trim() === "" || checkNrb(bankAccount).valid ? null : "ipzs.account_invalid",
  );
}

/**
 * Merges the fields against the version that the sender saw and writes them. Answers the new version, or null where nothing changed.
 * @throws Problem conflict `record.changed` with both values of each field that another one changed meanwhile
 */
async function write(context: CommandContext, ipzs: StoredIpzs, patch: Partial<IpzsContent>, limits: IpzsLimits) {
  if (context.base === undefined) throw invalidAt("base", "record.base_missing");
  const current = contentOf(context, ipzs);
  const { changes, conflicts } = mergeFields<IpzsContent>({
    base: context.base,
    changedIn: ipzs.changedIn,
    current,
    patch,
  });
  if (conflicts.length > 0)
    throw new Problem("conflict", "record.changed", { current: ipzs.version, fields: conflicts });
  const names = Object.keys(changes);
  if (names.length === 0) return null;
  const merged = { ...current, ...changes };
  const content = { ...merged, responsible: await withStaffNames(context, merged.responsible, current.responsible) };
  refuseImpossible(content, limits);
  const version = ipzs.version + 1;
  const changedIn = JSON.stringify({ ...ipzs.changedIn, ...Object.fromEntries(names.map((name) => [name, version])) });
  await context.tx
    .updateTable("ipzs")
    .set({ ...columnsOf(context, ipzs.id, content), version, changedIn })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", ipzs.id)
    .execute();
  return { version, content, names };
}

/** Changes fields of a draft one by one. @throws Problem conflict `record.changed` | refused what cannot stand in it */
async function changeIpzs(context: CommandContext, { ipzsId, fields }: ChangeIpzs): Promise<Done> {
  const { ipzs } = await lockFor(context, ipzsId, "change");
  const written = await write(context, ipzs, fields, await limitsFor(context, ipzs, context.today));
  return done(ipzs, { version: written?.version ?? ipzs.version });
}

/** The programme stands whole and the manager of the OPS agrees. @throws Problem refused with everything that is missing in `details.refusals` */
async function agreeIpzs(context: CommandContext, { ipzsId, agreedOn, words }: AgreeIpzs): Promise<Done> {
  const { ipzs, state } = await lockFor(context, ipzsId, "agree");
  if (agreedOn > context.today) throw new Problem("refused", "ipzs.day_in_future");
  const limits = await limitsFor(context, ipzs, agreedOn);
  refuseBy(limits, ...refuseSubstance(contentOf(context, ipzs), limits));
  await addStep(context, ipzs, { act: "agree", state, actedOn: agreedOn, words });
  await endSignedWords(context, ipzs);
  await awaitSignatures(context, { ...ipzs, type: paperSubject("ipzs", ipzs.id).type }, ipzs.preparedBy);
  await tell(context, ipzs, "ipzs.agreed");
  await followSignedWords(context, ipzs);
  return done(ipzs);
}

/** Agreed again in words that the participant's side has signed: it need not sign them a second time. */
async function followSignedWords(context: CommandContext, { id: ipzsId }: StoredIpzs): Promise<void> {
  const now = (await signingNow(context, paperSubject("ipzs", ipzsId).type, [ipzsId])).get(ipzsId);
  const awaited = now?.parties.filter((party) => !otherParties.includes(party)) ?? [];
  const days = awaited.flatMap((party) => now?.signed.get(party) ?? []);
  const [signedOn] = days.toSorted().toReversed();
  if (signedOn && days.length === awaited.length) await signIpzs(context, { ipzsId, signedOn });
}

/** Parties of a programme that are not the participant's side. */
export const otherParties: readonly string[] = ["WRITER", "CIS_MANAGER", "OPS_MANAGER"];

/**
 * The participant has signed: the step that their signature on the paper is, and nothing else. The way in by which they were referred
 * learns of it. @throws Problem refused `entry.not_referred`
 */
export async function signIpzs(
  context: CommandContext,
  { ipzsId, signedOn }: { ipzsId: string; signedOn: PlainDate },
): Promise<void> {
  const { ipzs, state } = await lockFor(context, ipzsId, "sign");
  await addStep(context, ipzs, { act: "sign", state, actedOn: signedOn });
  await followSigning(context, ipzs, signedOn);
  await tell(context, ipzs, "ipzs.signed");
}

/** Takes back to a draft, or ends, what was not admitted yet. @throws Problem refused `ipzs.reason_missing` */
async function takeBack(
  context: CommandContext,
  act: "redraft" | "withdraw",
  { ipzsId, words }: ReasonedIpzs,
): Promise<Done> {
  const { ipzs, state } = await lockFor(context, ipzsId, act);
  refuseIf([words.trim() === "" ? "ipzs.reason_missing" : null]);
  await addStep(context, ipzs, { act, state, actedOn: context.today, words });
  await dropSignatureTask(context, ipzsId);
  await tell(context, ipzs, act === "redraft" ? "ipzs.redrafted" : "ipzs.withdrawn");
  return done(ipzs);
}

/**
 * A change of a running programme on request of either side, as its next version. Source: docs/domain/rules.md R-CIS-04
 * @throws Problem conflict `record.changed` | refused `ipzs.nothing_changed`, and what would be missing
 */
async function amendIpzs(context: CommandContext, payload: AmendIpzs): Promise<Done> {
  const { ipzsId, fields, askedBy, signedOn, words } = payload;
  const { ipzs } = await lockFor(context, ipzsId, "amend");
  const limits = await limitsFor(context, ipzs, signedOn);
  const written = await write(context, ipzs, fields, limits);
  if (!written) throw new Problem("refused", "ipzs.nothing_changed");
  const moved = written.names.includes("participationTo");
  refuseBy(
    limits,
    signedOn > context.today ? "ipzs.day_in_future" : null,
    words.trim() === "" ? "ipzs.reason_missing" : null,
    moved && (ipzs.state === "EXTENDED" || ipzs.state === "AFTER_JOB") ? "ipzs.participation_decided" : null,
    ...refuseSubstance(written.content, limits),
  );
  const no = await makeIpzsVersion(context, ipzsId, { askedBy, signedOn, words });
  const now = await findIpzs(context, ipzsId);
  const days = now && findDays(now);
  if (moved && days && ipzs.state === "PARTICIPATION") await setDeadlines(context, ipzs, { lastDay: days.lastDay });
  await tell(context, ipzs, "ipzs.amended", { version: no, askedBy });
  return done(ipzs, { version: written.version });
}

const verb = ipzsAccess["ipzs.write"];
export const preparingCommands = [
  defineCommand({
    type: "ipzs.begin",
    v: 1,
    summary: "Begins an individual social employment programme",
    payload: BeginIpzs,
    verb,
    run: beginIpzs,
  }),
  defineCommand({
    type: "ipzs.change",
    v: 1,
    summary: "Changes a draft field by field",
    payload: ChangeIpzs,
    verb,
    run: changeIpzs,
  }),
  defineCommand({
    type: "ipzs.agree",
    v: 1,
    summary: "The programme is whole and agreed with the manager of the OPS",
    payload: AgreeIpzs,
    verb,
    run: agreeIpzs,
  }),
  defineCommand({
    type: "ipzs.redraft",
    v: 1,
    summary: "Takes a programme that nobody was admitted with back to a draft",
    payload: ReasonedIpzs,
    verb,
    run: (context, payload) => takeBack(context, "redraft", payload),
  }),
  defineCommand({
    type: "ipzs.withdraw",
    v: 1,
    summary: "Ends a programme with which nobody was admitted",
    payload: ReasonedIpzs,
    verb,
    run: (context, payload) => takeBack(context, "withdraw", payload),
  }),
  defineCommand({
    type: "ipzs.amend",
    v: 1,
    summary: "Changes a running programme as its next version, on request of either side",
    payload: AmendIpzs,
    verb,
    run: amendIpzs,
  }),
];
