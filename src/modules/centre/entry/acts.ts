import { type CommandContext, type Done, recordEvent } from "../../../platform/command.ts";
import { Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { noteOutcome } from "../../referral/public.ts";
import { centreEntryAccess, refuseRole, verbOfAct } from "./access.ts";
import type { EntryAct, EntryState } from "./codes.ts";
import { groundOf, lockPlaces } from "./places.ts";
import { type EntryMove, moveEntry } from "./rules.ts";
import { agreedOnPaper, isOurs, isToUs, lockEntry, purposes, requireEntry, type StoredEntry, seal } from "./store.ts";
import { keepTasks } from "./tasks.ts";

/** Where the law says so, in the words that a refusal quotes. */
const sources: Readonly<Record<string, string>> = {
  "entry.consent_missing": "R-CIS-03",
  "entry.contract_missing": "R-KIS-02",
  "entry.contract_number_missing": "R-KIS-02",
  "entry.contract_not_signed": "R-KIS-02",
  "entry.needs_met": "R-CIS-01",
  "entry.needs_evidence_missing": "R-CIS-01",
  "entry.evidence_against_file": "R-CIS-01",
  "entry.no_target_group": "R-CIS-01",
  "entry.group_evidence_missing": "R-CIS-01",
  "entry.excluded": "R-CIS-02",
  "entry.exclusion_evidence_missing": "R-CIS-02",
  "entry.interview_missing": "R-INT-03",
  "centre.commune_unknown": "R-JUR-04",
  "centre.no_free_place": "R-JUR-04",
  "centre.commune_does_not_pay": "R-JUR-04",
};
export const sourceOf = (refusals: readonly (string | null)[]) => ({
  source: refusals.map((code) => code && sources[code]).find(Boolean) ?? "R-CIS-03",
});

/** Acts of whoever keeps the path; signing and deciding are the centre's. */
const keepersActs: readonly EntryAct[] = ["opine", "refer", "not-refer", "agree", "withdraw"];

export function moveOf(entry: StoredEntry, act: EntryAct, opsAgreedOn: PlainDate | null = null): EntryMove {
  const { service, origin, letter } = entry;
  return moveEntry(entry.state, act, {
    service,
    origin,
    letter,
    opsAgreedOnPaper: opsAgreedOn !== null || agreedOnPaper(entry.steps) !== null,
  });
}

/** Whether an act on a path is our organisation's and not the other one's. */
export function isOurAct(
  context: CommandContext | Parameters<typeof isOurs>[0],
  entry: StoredEntry,
  act: EntryAct,
): boolean {
  return keepersActs.includes(act) ? isOurs(context, entry) : isToUs(context, entry);
}

export type NewStep = {
  doneOn?: PlainDate;
  opinion?: string | null;
  interviewOn?: PlainDate | null;
  issuer?: string | null;
  referralNo?: string | null;
  opsToldOn?: PlainDate | null;
  communeAgreement?: string | null;
  opsAgreedOn?: PlainDate | null;
  commune?: string | null;
  communePays?: boolean | null;
  ground?: string | null;
  contractNo?: string | null;
  words?: string | null;
};

/** Writes the next step, in our own row; the other organisation gets its entry of it by the share that both know. */
export async function writeStep(
  context: CommandContext,
  entry: Pick<StoredEntry, "organisationId" | "id" | "toOrganisationId" | "shareId" | "keptPersonId"> & {
    steps: readonly unknown[];
  },
  to: { stepId: string; act: EntryAct | "apply"; state: EntryState },
  { words = null, doneOn = context.today, ...rest }: NewStep = {},
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("centreEntryStep")
    .values({
      organisationId,
      id: to.stepId,
      entryOrganisationId: entry.organisationId,
      entryId: entry.id,
      no: entry.steps.length + 1,
      act: to.act,
      state: to.state,
      doneOn,
      doneBy: accountId,
      wordsSealed: words ? seal(context, purposes.step, to.stepId, words) : null,
      ...rest,
    })
    .execute();
  const other = entry.organisationId === organisationId ? entry.toOrganisationId : entry.organisationId;
  const keeps = entry.organisationId === organisationId;
  if (other && other !== organisationId && entry.shareId)
    await context.auditShare(other, {
      action: "share.entry-step",
      objectId: entry.shareId,
      personId: keeps ? null : entry.keptPersonId,
    });
}

const kinds: Readonly<Record<EntryAct | "apply", string>> = {
  apply: "centre-entry.applied",
  opine: "centre-entry.opined",
  refer: "centre-entry.referred",
  "not-refer": "centre-entry.not_referred",
  sign: "centre-entry.signed",
  agree: "centre-entry.agreed",
  admit: "centre-entry.admitted",
  decline: "centre-entry.declined",
  withdraw: "centre-entry.withdrawn",
};

/** Tells the timeline of the person of ours, codes and days only, and gives the next step to whoever takes it. `no`: the step that was taken. */
export async function tell(
  context: CommandContext,
  entry: StoredEntry,
  step: { act: EntryAct | "apply"; state: EntryState; no: number },
): Promise<void> {
  const { id, personId, service } = entry;
  await keepTasks(context, entry, step);
  await recordEvent(context, {
    personId,
    kind: kinds[step.act],
    section: "SOCIAL",
    subject: { type: "centre-entry", id },
    detail: { service },
  });
}

export function done({ id, personId }: { id: string; personId: string }, more: Partial<Done> = {}): Done {
  return { ids: { entry: id }, about: { type: "centre-entry", id, personId, section: "SOCIAL" }, ...more };
}

/**
 * A path locked for an act of ours that the rule allows.
 * @throws Problem not_found `entry.not_found` | refused by the rule, `entry.elsewhere` where the act is the other organisation's
 */
export async function lockForAct(
  context: CommandContext,
  entryId: string,
  act: EntryAct,
  opsAgreedOn: PlainDate | null = null,
): Promise<{ entry: StoredEntry; state: EntryState }> {
  await lockEntry(context, entryId);
  const entry = await requireEntry(context, centreEntryAccess[verbOfAct[act]], entryId);
  refuseIf([refuseRole(entry.service, act, context.actor.roles)]);
  return { entry, state: stateAfter(context, entry, act, opsAgreedOn) };
}

export function stateAfter(
  context: CommandContext,
  entry: StoredEntry,
  act: EntryAct,
  opsAgreedOn: PlainDate | null = null,
): EntryState {
  if (!isOurAct(context, entry, act)) throw new Problem("refused", "entry.elsewhere");
  const { state, refusal } = moveOf(entry, act, opsAgreedOn);
  refuseIf([refusal], sourceOf([refusal]));
  if (!state) throw new Problem("refused", "entry.step_not_possible");
  return state;
}

/** The ground on which the centre takes the person; null for a club, and where its places are not written down. @throws Problem refused what is missing for one (R-JUR-04) */
export async function requireGround(context: CommandContext, entry: StoredEntry): Promise<string | null> {
  await lockPlaces(context, entry);
  const answer = await groundOf(context, entry);
  refuseIf(answer?.refusals ?? [], sourceOf(answer?.refusals ?? []));
  return answer?.ground ?? null;
}

/** What a referral between organisations hears of an admission or its refusal. */
export async function tellReferrer(
  context: CommandContext,
  entry: StoredEntry,
  { admitted, feedback }: { admitted: boolean; feedback: string | null },
): Promise<void> {
  if (isOurs(context, entry) || !entry.referralId) return;
  await noteOutcome(context, {
    stepId: uuidv7(),
    referralId: entry.referralId,
    outcome: admitted ? "SERVICE_STARTED" : "ASSESSED_NO_SERVICE",
    happenedOn: context.today,
    note: feedback,
  });
}
