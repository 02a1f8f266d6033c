import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { bumpVersion, type CommandContext, type Done, defineCommand, lockRow } from "../../../platform/command.ts";
import { invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { sectionReaders } from "../../casework/access.ts";
import { findRelation, heldInterview, refuseForDead, requirePerson } from "../../casework/public.ts";
import { personIdsOf } from "../../person/public.ts";
import { sendReferral, withdrawReferral } from "../../referral/public.ts";
import { centreEntryAccess, sectionOfGroup } from "./access.ts";
import { done, lockForAct, type NewStep, requireGround, sourceOf, tell, tellReferrer, writeStep } from "./acts.ts";
import { contractBehind } from "./clubContract.ts";
import type { EntryAct, TargetGroup } from "./codes.ts";
import {
  AgreeEntry,
  ApplyForEntry,
  CheckEntry,
  type CriterionFound,
  DecideEntry,
  OpineOnEntry,
  RecordPaperEntry,
  ReferEntry,
  type SealedFound,
  SignEntry,
  WithdrawEntry,
} from "./contract.ts";
import { fileFacts } from "./hints.ts";
import { placesCommands } from "./places.ts";
import { programmeSignedOn } from "./programme.ts";
import {
  isUnderWay,
  refuseAgainstFile,
  refuseApplication,
  refuseIssuer,
  refuseIssuing,
  refuseOpinion,
  refuseWithoutContract,
  refuseWithoutProgramme,
} from "./rules.ts";
import { entriesOf, foundOf, lockEntry, purposes, requireEntry, type StoredEntry, seal } from "./store.ts";

onConstraint("centre_entry_key", "conflict", "record.id_taken");
onConstraint("centre_entry_step_key", "conflict", "record.id_taken");

/** An entry of the register that is the person's and was not taken back. @throws Problem refused `entry.consent_proof_missing` */
async function requireConsent(
  { tx, actor }: CommandContext,
  personIds: readonly string[],
  consentId: string | null,
): Promise<void> {
  const { rows } =
    await sql`select from consent where organisation_id = ${actor.organisationId} and id = ${consentId}::uuid
    and person_id = any (${[...personIds]}::uuid[]) and withdrawn_at is null`.execute(tx);
  refuseIf([rows.length > 0 ? null : "entry.consent_proof_missing"], { source: "R-CIS-03" });
}

/** @throws Problem refused `entry.issuer_is_no_centre` where neither the organisation nor a unit of the actor's that works with the person is such a centre */
async function requireCentreOfAssistance({ tx, actor }: CommandContext, personId: string): Promise<void> {
  const { rows } = await sql<{ organisationKind: string; unitKinds: string[] }>`select o.kind as organisation_kind,
      array(select distinct u.kind from unit u join person_unit p on p.organisation_id = u.organisation_id and p.unit_id = u.id
        where u.organisation_id = o.id and u.id = any (${[...actor.unitIds]}::uuid[]) and p.person_id = any (same_person(${personId})) order by 1) as unit_kinds
    from organisation o where o.id = ${actor.organisationId}`.execute(tx);
  const [place] = rows;
  if (!place) throw new Error("an actor has an organisation");
  const refusals = refuseIssuer(place);
  refuseIf(refusals, sourceOf(refusals));
}

/** @throws Problem not_found | refused `entry.already_open`, as `refuseApplication` says, `case.person_died` */
async function begin(
  context: CommandContext,
  origin: StoredEntry["origin"],
  payload: Omit<ApplyForEntry, "words" | "representative" | "consentProof" | "consentId">,
  said: Pick<ApplyForEntry, "words" | "representative"> & Partial<Pick<ApplyForEntry, "consentProof" | "consentId">>,
  found: SealedFound = {},
): Promise<StoredEntry> {
  const verb = centreEntryAccess[origin === "PAPER" ? "centre-entry.record-paper" : "centre-entry.apply"];
  const { entryId, personId, service, applicantKind, applicantName, appliedOn, consentOn } = payload;
  await requirePerson(context, verb, personId);
  await refuseForDead(context, personId);
  const { words, representative, consentProof, consentId = null } = said;
  const refusals = refuseApplication(
    { ...payload, ...(consentProof === undefined ? {} : { consentProof }) },
    context.today,
  );
  refuseIf(refusals, sourceOf(refusals));
  const [rootId = personId, ...others] = await personIdsOf(context, personId);
  if (consentProof === "REGISTER") await requireConsent(context, [rootId, ...others], consentId);
  const open = await entriesOf(context, { personIds: [rootId, ...others] });
  refuseIf([open.some((one) => one.service === service && isUnderWay(one.state)) ? "entry.already_open" : null]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("centreEntry")
    .values({
      organisationId,
      id: entryId,
      personId: rootId,
      service,
      origin,
      applicantKind,
      appliedOn,
      consentOn,
      consentProof: consentProof ?? null,
      consentId: consentProof === "REGISTER" ? consentId : null,
      wordsSealed: seal(context, purposes.words, entryId, { applicantName, words, representative }),
      foundSealed: seal(context, purposes.found, entryId, found),
      recordedBy: accountId,
    })
    .execute();
  const entry = { organisationId, id: entryId, toOrganisationId: null, shareId: null, keptPersonId: rootId, steps: [] };
  await writeStep(context, entry, { stepId: uuidv7(), act: "apply", state: "APPLIED" }, { doneOn: appliedOn });
  return requireEntry(context, verb, entryId);
}

async function apply(context: CommandContext, payload: ApplyForEntry): Promise<Done> {
  const { words, representative, consentProof, consentId, ...application } = payload;
  const entry = await begin(context, "APPLICATION", application, { words, representative, consentProof, consentId });
  await tell(context, entry, { act: "apply", state: "APPLIED", no: 1 });
  return done(entry, { version: 1, detail: { service: entry.service } });
}

/** A ground of Art. 9 or 10 is written by those who read that section. @throws Problem refused `entry.ground_of_team` */
async function requireGrounds(
  context: CommandContext,
  personId: string,
  found: readonly CriterionFound[],
): Promise<void> {
  const relation = (await findRelation(context, personId)) ?? {};
  const foreign = found.some(({ criterion }) => {
    const section = Object.hasOwn(sectionOfGroup, criterion) ? sectionOfGroup[criterion as TargetGroup] : "SOCIAL";
    return section !== "SOCIAL" && !may(context.actor, sectionReaders[section], relation);
  });
  refuseIf([foreign ? "entry.ground_of_team" : null]);
}

function foundAt(version: number, found: readonly CriterionFound[]): SealedFound {
  return Object.fromEntries(found.map(({ criterion, ...one }) => [criterion, { ...one, at: version }]));
}

/**
 * Writes down what was found of some criteria. Only a criterion that somebody else changed meanwhile is a conflict.
 * @throws Problem not_found | refused `entry.criteria_are_closed`, `entry.ground_of_team` | conflict `record.changed`
 */
async function check(context: CommandContext, { entryId, found }: CheckEntry): Promise<Done> {
  await lockEntry(context, entryId);
  const verb = centreEntryAccess["centre-entry.check"];
  const entry = await requireEntry(context, verb, entryId);
  if (entry.organisationId !== context.actor.organisationId) throw new Problem("refused", "entry.elsewhere");
  refuseIf([entry.state === "APPLIED" || entry.state === "OPINED" ? null : "entry.criteria_are_closed"]);
  await lockRow(context, "centre_entry", entryId, "entry.not_found");
  await requireGrounds(context, entry.personId, found);
  const against = refuseAgainstFile(found, await fileFacts(context, entry.personId));
  refuseIf(against, sourceOf(against));
  const stored = foundOf(context, entry);
  const base = context.base ?? 0;
  if (found.some(({ criterion }) => (stored[criterion]?.at ?? 0) > base))
    throw new Problem("conflict", "record.changed", { current: entry.version, seen: context.base });
  const version = entry.version + 1;
  await context.tx
    .updateTable("centreEntry")
    .set({ foundSealed: seal(context, purposes.found, entryId, { ...stored, ...foundAt(version, found) }) })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", entryId)
    .execute();
  return done(entry, { version: await bumpVersion(context, "centre_entry", entryId) });
}

async function step(
  context: CommandContext,
  entry: StoredEntry,
  to: Parameters<typeof writeStep>[2] & { act: EntryAct },
  fields: NewStep = {},
): Promise<Done> {
  await writeStep(context, entry, to, fields);
  await tell(context, entry, { ...to, no: entry.steps.length + 1 });
  return done(entry, { detail: { state: to.state } });
}

/** @throws Problem refused `entry.interview_missing` into a centre | not_found */
async function opine(context: CommandContext, payload: OpineOnEntry): Promise<Done> {
  const { stepId, entryId, interviewId, opinion, words } = payload;
  const { entry, state } = await lockForAct(context, entryId, "opine");
  await requireCentreOfAssistance(context, entry.personId);
  const interview = interviewId === null ? null : await heldInterview(context, entry.personId, interviewId);
  const refusals = entry.service === "CIS" || interviewId !== null ? refuseOpinion(interview, context.today) : [];
  refuseIf(refusals, sourceOf(refusals));
  const fields = { opinion, words, interviewOn: interview?.heldOn ?? null };
  return step(context, entry, { stepId, act: "opine", state }, fields);
}

const opinionOf = ({ steps }: StoredEntry) => steps.findLast(({ act }) => act === "opine")?.opinion ?? null;

/** A referral that leads nowhere any more is taken back, and its share with it: from then on the partner reads nothing of it. */
async function takeLetterBack(context: CommandContext, { referralId, letter }: StoredEntry): Promise<void> {
  if (referralId && letter !== "CLOSED" && letter !== "WITHDRAWN")
    await withdrawReferral(context, { stepId: uuidv7(), referralId });
}

/**
 * Refers the person, to a centre of our own or to a partner's by a share with a question, or says why not.
 * @throws Problem not_found | refused as `refuseIssuing` says, with every reason in `details.refusals`; as `referral.send` says
 */
async function refer(context: CommandContext, payload: ReferEntry): Promise<Done> {
  const { stepId, entryId, refers, issuer, referralNo, communeAgreement, words, to } = payload;
  const { entry, state } = await lockForAct(context, entryId, refers ? "refer" : "not-refer");
  if (!refers) {
    refuseIf([words ? null : "entry.reason_missing"]);
    await takeLetterBack(context, entry);
    return step(context, entry, { stepId, act: "not-refer", state }, { words });
  }
  await requireCentreOfAssistance(context, entry.personId);
  const found = foundOf(context, entry);
  const facts = { service: entry.service, issuer, number: referralNo, found, opinion: opinionOf(entry), reason: words };
  const refusals = refuseIssuing({ ...facts, opsToldOn: null });
  refuseIf(refusals, sourceOf(refusals));
  await takeLetterBack(context, entry);
  entry.toOrganisationId = entry.shareId = entry.letter = null;
  if (to) {
    const { toOrganisationId, shareId } = to;
    const ground = entry.service === "KIS" ? "SE_ART_18" : "SE_ART_12";
    const rest = { urgency: "ROUTINE", kind: "STATUTORY", called112: false, ground, service: null } as const;
    await sendReferral(context, { ...to, ...rest, needs: ["WORK"], attachments: [], personId: entry.personId });
    entry.toOrganisationId = toOrganisationId;
    entry.shareId = shareId;
    entry.letter = "SENT";
  }
  if (to || entry.referralId)
    await context.tx
      .updateTable("centreEntry")
      .set({ toOrganisationId: to?.toOrganisationId ?? null, referralId: to?.referralId ?? null })
      .where("organisationId", "=", context.actor.organisationId)
      .where("id", "=", entryId)
      .execute();
  const fields = {
    issuer,
    referralNo,
    communeAgreement,
    commune: payload.commune,
    communePays: payload.communePays,
    words,
  };
  return step(context, entry, { stepId, act: "refer", state }, fields);
}

/** The agreement of the OPS manager to the admission. @throws Problem not_found | refused by the rule */
async function agree(context: CommandContext, { stepId, entryId, words }: AgreeEntry): Promise<Done> {
  const { entry, state } = await lockForAct(context, entryId, "agree");
  return step(context, entry, { stepId, act: "agree", state }, { words });
}

/**
 * A centre enters a referral that came to it on paper, whole: application, opinion, referral.
 * @throws Problem not_found | refused as the application and the referral would be, each reason in `details.refusals`
 */
async function recordPaper(context: CommandContext, payload: RecordPaperEntry): Promise<Done> {
  const { issuer, issuerName, referralNo, referredOn, opsToldOn, communeAgreement, words, found } = payload;
  const { interviewOn, opinion, opinionOn, commune, communePays, ...rest } = payload;
  const { entryId, personId, service, applicantKind, applicantName, appliedOn, consentOn } = rest;
  for (const [name, day] of Object.entries({ referredOn, opsToldOn, interviewOn, opinionOn }))
    if (day !== null && day > context.today) throw invalidAt(`payload.${name}`, "entry.day_in_future");
  const held = interviewOn === null ? null : { heldOn: interviewOn, refused: false };
  const refusals = [
    ...(service === "CIS" && opinion !== null ? refuseOpinion(held, opinionOn ?? referredOn) : []),
    ...refuseIssuing({
      service,
      issuer,
      number: referralNo,
      found: foundAt(1, found),
      opinion,
      reason: words,
      opsToldOn,
    }),
  ];
  const application = { entryId, personId, service, applicantKind, applicantName, appliedOn, consentOn };
  const entry = await begin(context, "PAPER", application, { words: "", representative: "" }, foundAt(1, found));
  refuseIf(refusals, sourceOf(refusals));
  await requireGrounds(context, entry.personId, found);
  const { steps } = entry;
  if (opinion) {
    const fields = { opinion, interviewOn, doneOn: opinionOn ?? referredOn };
    await writeStep(context, { ...entry, steps }, { stepId: uuidv7(), act: "opine", state: "OPINED" }, fields);
  }
  const fields = { issuer, referralNo, opsToldOn, communeAgreement, commune, communePays, doneOn: referredOn };
  await writeStep(
    context,
    { ...entry, steps: opinion ? [...steps, null] : steps },
    { stepId: uuidv7(), act: "refer", state: "REFERRED" },
    { ...fields, words: words ? `${issuerName}: ${words}` : issuerName },
  );
  await tell(context, entry, { act: "refer", state: "REFERRED", no: opinion ? 3 : 2 });
  return done(entry, { version: 1, detail: { service, issuer } });
}

/** @throws Problem refused `entry.programme_missing` where no programme of the centre was signed until that day */
async function requireProgramme(context: CommandContext, entry: StoredEntry, on: PlainDate): Promise<void> {
  if (entry.service !== "CIS") return;
  const refusals = refuseWithoutProgramme(entry.service, await programmeSignedOn(context, entry.personId), on);
  refuseIf(refusals, sourceOf(refusals));
}

/**
 * Notes the programme that was signed, or the contract on which the way into a club rests.
 * @throws Problem not_found | invalid `entry.day_in_future`, `field.required` | refused by the rule, `entry.programme_missing`,
 * `entry.contract_missing`, `entry.contract_number_missing`
 */
async function sign(context: CommandContext, { stepId, entryId, ...told }: SignEntry): Promise<Done> {
  const { entry, state } = await lockForAct(context, entryId, "sign");
  const contract = entry.service === "KIS" ? await contractBehind(context, entry) : null;
  if (contract) {
    const refusals = refuseWithoutContract(entry.service, contract, told);
    refuseIf(refusals, sourceOf(refusals));
  }
  // of a contract of our own file nobody types the day
  const signedOn = contract?.signedOn ?? told.signedOn;
  if (signedOn === null) throw invalidAt("payload.signedOn", "field.required");
  if (signedOn > context.today) throw invalidAt("payload.signedOn", "entry.day_in_future");
  await requireProgramme(context, entry, signedOn);
  const contractNo = contract ? (contract.number ?? told.contractNo) : null;
  return step(context, entry, { stepId, act: "sign", state }, { doneOn: signedOn, contractNo });
}

/**
 * Admits, or says why not; whoever referred hears of it. @throws Problem not_found | refused by the rule, `entry.reason_missing`,
 * `entry.other_service_decides` where a coordinator of a club would decide of a centre
 */
async function decide(context: CommandContext, payload: DecideEntry): Promise<Done> {
  const { stepId, entryId, admitted, opsAgreedOn, words, feedback } = payload;
  const { entry, state } = await lockForAct(context, entryId, admitted ? "admit" : "decline", opsAgreedOn);
  refuseIf([
    admitted || words ? null : "entry.reason_missing",
    opsAgreedOn !== null && opsAgreedOn > context.today ? "entry.day_in_future" : null,
  ]);
  if (admitted) await requireProgramme(context, entry, context.today);
  if (admitted && entry.service === "KIS") {
    const refusals = refuseWithoutContract("KIS", await contractBehind(context, entry), "ALREADY");
    refuseIf(refusals, sourceOf(refusals));
  }
  const ground = admitted ? await requireGround(context, entry) : null;
  await tellReferrer(context, entry, { admitted, feedback });
  const paper = entry.origin === "PAPER" ? { opsAgreedOn } : {};
  return step(context, entry, { stepId, act: admitted ? "admit" : "decline", state }, { words, ground, ...paper });
}

/** The person takes the application back: taking part is of the own will. @throws Problem not_found | refused `entry.over` */
async function withdraw(context: CommandContext, { stepId, entryId, words }: WithdrawEntry): Promise<Done> {
  const { entry, state } = await lockForAct(context, entryId, "withdraw");
  await takeLetterBack(context, entry);
  return step(context, entry, { stepId, act: "withdraw", state }, { words });
}

const define = <P>(
  name: keyof typeof centreEntryAccess,
  summary: string,
  payload: Parameters<typeof defineCommand<P>>[0]["payload"],
  run: (context: CommandContext, payload: P) => Promise<Done>,
) => defineCommand({ type: name, v: 1, summary, payload, verb: centreEntryAccess[name], run });

export const entryCommands = [
  ...placesCommands,
  define("centre-entry.apply", "Takes an application to be referred to a centre or a club", ApplyForEntry, apply),
  define("centre-entry.check", "Writes down what was found of grounds and excluding benefits", CheckEntry, check),
  define("centre-entry.opine", "Gives the opinion of the OPS social worker", OpineOnEntry, opine),
  define("centre-entry.refer", "Refers to a centre or a club, or says why not", ReferEntry, refer),
  define("centre-entry.agree", "Agrees to the admission as the OPS manager", AgreeEntry, agree),
  define("centre-entry.record-paper", "Enters a referral that came on paper", RecordPaperEntry, recordPaper),
  define("centre-entry.sign", "Notes that the programme or the contract was signed", SignEntry, sign),
  define("centre-entry.decide", "Admits to the centre or the club, or says why not", DecideEntry, decide),
  define("centre-entry.withdraw", "Takes the application back", WithdrawEntry, withdraw),
];
