import { type RawBuilder, sql } from "kysely";
import { type Reach, type Relation, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation, personInReach } from "../../casework/public.ts";
import type { ReferralState } from "../../referral/codes.ts";
import { findReferralStates } from "../../referral/public.ts";
import type { ApplicantKind, ConsentProof, EntryOrigin, EntryService, EntryState } from "./codes.ts";
import { type EntryStepView, SealedFound } from "./contract.ts";
import { endedStates } from "./rules.ts";

export { open, seal };

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** Purposes of the keys: who applied and in which words, findings, words of a step. */
export const purposes = {
  words: "centre-entry.words",
  found: "centre-entry.found",
  step: "centre-entry.step",
} as const;
export type StoredStep = Omit<EntryStepView, "by" | "ours" | "words"> & {
  organisationId: string;
  id: string;
  entryOrganisationId: string;
  entryId: string;
  state: EntryState;
  doneByName: string;
  wordsSealed: Buffer | null;
};

/** A path as its keeper and its receiver know it. */
export type StoredEntry = {
  /** Who keeps it. */
  organisationId: string;
  id: string;
  /** The person of ours. */
  personId: string;
  /** As the keeper knows the person; never answered. */
  keptPersonId: string;
  service: EntryService;
  origin: EntryOrigin;
  applicantKind: ApplicantKind;
  appliedOn: PlainDate;
  consentOn: PlainDate | null;
  consentProof: ConsentProof | null;
  /** Null for a receiver. */
  wordsSealed: Buffer | null;
  foundSealed: Buffer;
  version: number;
  toOrganisationId: string | null;
  referralId: string | null;
  /** Of a receiver: what of the file was shared. */
  sections: string[] | null;
  shareId: string | null;
  otherName: string | null;
  /** Where the referral to another organisation stands; null where there is none. */
  letter: ReferralState | null;
  steps: StoredStep[];
  state: EntryState;
};
type Row = Omit<StoredEntry, "steps" | "state" | "letter">;
/** Which paths: of some persons, one by its id, or those under way whose person is in reach for a verb. */
type Wish = { personIds: readonly string[] } | { id: string } | { reach: Verb };

/** `among`: a statement of the ids of all paths that are asked about. */
function matching(context: WorkContext, wish: Wish, personId: RawBuilder<unknown>, among: RawBuilder<unknown>) {
  if ("id" in wish) return sql<boolean>`e.id = ${wish.id}::uuid`;
  if ("personIds" in wish) return sql<boolean>`${personId} = any (${[...wish.personIds]}::uuid[])`;
  // by the last step, which may be the other organisation's
  return sql<boolean>`${personInReach(context, wish.reach, personId)} and (e.organisation_id, e.id) in (
    select s.entry_organisation_id, s.entry_id from centre_entry_steps(array(${among})) s group by s.entry_organisation_id, s.entry_id
    having (array_agg(s.state order by s.no desc))[1] <> all (${[...endedStates]}::text[]))`;
}

/** One path at a time: acts of both organisations on it wait for each other. */
export async function lockEntry(context: WorkContext, entryId: string): Promise<void> {
  await oneAtATime(context.tx, "centre entry", entryId);
}

async function withSteps(context: WorkContext, rows: readonly Row[]): Promise<StoredEntry[]> {
  if (rows.length === 0) return [];
  // all of them: the paths have a maximum, and a path that lacks its last step would stand in another state
  const { rows: steps } =
    await sql<StoredStep>`select * from centre_entry_steps(${rows.map(({ id }) => id)}::uuid[])`.execute(context.tx);
  const of = Map.groupBy(steps, ({ entryOrganisationId, entryId }) => `${entryOrganisationId} ${entryId}`);
  const letters = await findReferralStates(
    context,
    rows.flatMap(({ referralId }) => referralId ?? []),
  );
  return rows.flatMap((row) => {
    const own = (of.get(`${row.organisationId} ${row.id}`) ?? []).toSorted((a, b) => a.no - b.no);
    const last = own.at(-1);
    const letter = row.referralId ? (letters.get(row.referralId) ?? null) : null;
    return last ? [{ ...row, letter, steps: own, state: last.state }] : [];
  });
}

/** Paths that our organisation keeps, of some persons or by id; newest first. */
async function kept(context: WorkContext, wish: Wish): Promise<Row[]> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select e.organisation_id, e.id, e.person_id, e.person_id as kept_person_id, e.service, e.origin, e.applicant_kind, e.applied_on, e.consent_on, e.consent_proof,
      e.words_sealed, e.found_sealed, e.version, e.to_organisation_id, e.referral_id, null::text[] as sections, r.share_id, o.name as other_name
    from centre_entry e left join referral r on r.organisation_id = e.organisation_id and r.id = e.referral_id
    left join organisation_names(array(select x.to_organisation_id from centre_entry x where x.organisation_id = ${organisationId})) o on o.organisation_id = e.to_organisation_id
    where e.organisation_id = ${organisationId} and ${matching(context, wish, sql.ref("e.person_id"), sql`select x.id from centre_entry x where x.organisation_id = ${organisationId}`)}
    order by e.recorded_at desc, e.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Paths to our organisation whose referral was accepted, so that we know whom of ours they are about, while their share holds. */
async function received(context: WorkContext, wish: Wish): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select e.organisation_id, e.id, l.person_id, e.person_id as kept_person_id, e.service, e.origin, e.applicant_kind, e.applied_on, e.consent_on, null as consent_proof,
      null::bytea as words_sealed, e.found_sealed, e.version, l.organisation_id as to_organisation_id, e.referral_id, e.sections, e.share_id, e.origin_name as other_name
    from received_centre_entries() e
    join person_link l on l.organisation_id = ${context.actor.organisationId} and l.other_organisation_id = e.organisation_id
      and l.other_person_id = e.person_id and l.ended_at is null
    where ${matching(context, wish, sql.ref("l.person_id"), sql`select x.id from received_centre_entries() x`)}
    order by e.applied_on desc, e.id ${atMost}`.execute(context.tx);
  return rows;
}

/** Paths of persons of ours, kept here and received; by reach those under way alone. Whoever names persons has checked the reach. */
export async function entriesOf(context: WorkContext, wish: Exclude<Wish, { id: string }>): Promise<StoredEntry[]> {
  return withSteps(context, [...(await kept(context, wish)), ...(await received(context, wish))]);
}

/** A path by its id, kept here or received; whoever asks checks the reach. */
export async function findEntry(context: WorkContext, id: string): Promise<StoredEntry | undefined> {
  const rows = await kept(context, { id });
  const [entry] = await withSteps(context, rows.length > 0 ? rows : await received(context, { id }));
  return entry;
}

/** @throws Problem not_found `entry.not_found` for one out of reach, whether or not there is one */
export async function requireEntry(
  context: WorkContext,
  verb: Verb,
  entryId: string,
): Promise<StoredEntry & { relation: Relation }> {
  const entry = await findEntry(context, entryId);
  if (!entry) throw new Problem("not_found", "entry.not_found");
  const relation = (await findRelation(context, entry.personId)) ?? {};
  requireReach(context.actor, verb, relation, "entry.not_found");
  return { ...entry, relation };
}

export const isOurs = (context: WorkContext, entry: Pick<StoredEntry, "organisationId">): boolean =>
  entry.organisationId === context.actor.organisationId;

/** Whether the centre or club of the path is ours. */
export const isToUs = (
  context: WorkContext,
  entry: Pick<StoredEntry, "organisationId" | "toOrganisationId">,
): boolean => (entry.toOrganisationId ?? entry.organisationId) === context.actor.organisationId;

export function foundOf(
  context: WorkContext,
  entry: Pick<StoredEntry, "organisationId" | "id" | "foundSealed">,
): SealedFound {
  return SealedFound.parse(open(context, purposes.found, entry.id, entry.foundSealed, entry.organisationId));
}

/** The day of the OPS manager's agreement as a paper shows it, or null. */
export const agreedOnPaper = (steps: readonly Pick<StoredStep, "opsAgreedOn">[]): PlainDate | null =>
  steps.findLast(({ opsAgreedOn }) => opsAgreedOn !== null)?.opsAgreedOn ?? null;
