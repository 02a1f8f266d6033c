import { sql } from "kysely";
import { z } from "zod";
import { may, type Relation } from "../../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { sectionReaders } from "../../casework/access.ts";
import { findRelation, requirePerson } from "../../casework/public.ts";
import { getPersonNames, personIdsOf } from "../../person/public.ts";
import { centreEntryAccess, refuseRole, sectionOfGroup, verbOfAct, wordReaders } from "./access.ts";
import { isOurAct, moveOf } from "./acts.ts";
import { contractBehind } from "./clubContract.ts";
import {
  criteria,
  type EntryAct,
  type EntryPaper,
  type Exclusion,
  entryActs,
  type TargetGroup,
  targetGroups,
} from "./codes.ts";
import {
  type CriterionView,
  EntriesView,
  EntryId,
  type EntryLine,
  type EntryStepView,
  EntryView,
  SealedWords,
} from "./contract.ts";
import { fileCommune, fileFacts } from "./hints.ts";
import { groundOf, placesQueries } from "./places.ts";
import { programmeSignedOn } from "./programme.ts";
import {
  asksForContract,
  asksForProgramme,
  excludes,
  groupsMet,
  hintOf,
  missingOfApplication,
  refuseCriteria,
} from "./rules.ts";
import {
  entriesOf,
  foundOf,
  isOurs,
  isToUs,
  open,
  purposes,
  requireEntry,
  type StoredEntry,
  type StoredStep,
} from "./store.ts";

const isGroup = (criterion: string): criterion is TargetGroup =>
  (targetGroups as readonly string[]).includes(criterion);

/** Acts that the path allows now and that are the actor's; of a club's coordinator those of a club alone. */
function actsOf(context: WorkContext, entry: StoredEntry, relation: Relation): EntryAct[] {
  const onPaper = entry.origin === "PAPER" ? context.today : null; // the day is asked for with the decision
  return entryActs.filter(
    (act) =>
      isOurAct(context, entry, act) &&
      may(context.actor, centreEntryAccess[verbOfAct[act]], relation) &&
      refuseRole(entry.service, act, context.actor.roles) === null &&
      moveOf(entry, act, onPaper).state !== null,
  );
}

/** What waits for the actor: not what may be done at any time. */
const waiting = (acts: readonly EntryAct[], { state }: StoredEntry) =>
  acts.filter((act) => act !== "withdraw" && act !== "decline" && !(act === "opine" && state === "OPINED"));

function lineOf(context: WorkContext, entry: StoredEntry, personName: string, relation: Relation): EntryLine {
  return {
    id: entry.id,
    personId: entry.personId,
    personName,
    service: entry.service,
    origin: entry.origin,
    state: entry.state,
    since: entry.steps.at(-1)?.doneOn ?? entry.appliedOn,
    withName: entry.otherName,
    ours: isOurs(context, entry),
    myActs: waiting(actsOf(context, entry, relation), entry),
  };
}

async function linesOf(context: WorkContext, entries: readonly StoredEntry[]): Promise<EntryLine[]> {
  const ids = [...new Set(entries.map(({ personId }) => personId))];
  const names = await getPersonNames(context, ids);
  const relations = new Map<string, Relation>();
  for (const id of ids) relations.set(id, (await findRelation(context, id)) ?? {});
  return entries.map((entry) =>
    lineOf(context, entry, names.get(entry.personId) ?? "", relations.get(entry.personId) ?? {}),
  );
}

/** Paths under way of people in reach, newest first; those that are over stand in the file of the person. */
async function list(context: WorkContext): Promise<z.infer<typeof EntriesView>> {
  const entries = await entriesOf(context, { reach: centreEntryAccess["centre-entry.list"] });
  return { entries: await linesOf(context, entries) };
}

async function listOfPerson(context: WorkContext, personId: string): Promise<z.infer<typeof EntriesView>> {
  await requirePerson(context, centreEntryAccess["centre-entry.list-of-person"], personId);
  const entries = await entriesOf(context, { personIds: await personIdsOf(context, personId) });
  return { entries: await linesOf(context, entries) };
}

/** Whether the actor learns of a ground: reads the section that it tells of, and a receiver only where that was shared. */
function learnsOf(context: WorkContext, entry: StoredEntry, group: TargetGroup, relation: Relation): boolean {
  const section = sectionOfGroup[group];
  if (entry.sections && !entry.sections.includes(section)) return false;
  return section === "SOCIAL" || may(context.actor, sectionReaders[section], relation);
}

function stepView(context: WorkContext, step: StoredStep, readsWords: boolean): EntryStepView {
  const { wordsSealed, doneByName, organisationId, ...rest } = step;
  const words =
    wordsSealed && readsWords
      ? z.string().parse(open(context, purposes.step, step.id, wordsSealed, organisationId))
      : null;
  const { no, act, doneOn, opinion, interviewOn, issuer, referralNo, opsToldOn, communeAgreement, opsAgreedOn } = rest;
  const { commune, communePays, ground, contractNo } = rest;
  const days = { doneOn, interviewOn, opsToldOn, opsAgreedOn };
  const said = {
    no,
    act,
    ...days,
    opinion,
    issuer,
    referralNo,
    communeAgreement,
    commune,
    communePays,
    ground,
    contractNo,
  };
  return { ...said, by: doneByName, ours: organisationId === context.actor.organisationId, words };
}

/** Whether the file knows who acts for the person; asked of an application by a representative alone. */
async function isRepresented(context: WorkContext, { applicantKind, personId }: StoredEntry): Promise<boolean | null> {
  if (applicantKind !== "LEGAL_REP") return null;
  const { rows } = await sql`select from representative where organisation_id = ${context.actor.organisationId}
    and person_id = any (same_person(${personId})) and kind in ('PARENT', 'GUARDIAN', 'CURATOR')
    and valid_from <= ${context.today} and coalesce(valid_until, ${context.today}) >= ${context.today} limit 1`.execute(
    context.tx,
  );
  return rows.length > 0;
}

/** Papers that are there: of a path of ours all of them, of a received one the referral that came to us. */
export function papersOf(context: WorkContext, entry: StoredEntry): EntryPaper[] {
  const taken = (act: EntryAct) => entry.steps.some((step) => step.act === act);
  const referral = taken("refer") ? (["referral"] as const) : [];
  if (!isOurs(context, entry)) return isToUs(context, entry) ? [...referral] : [];
  return ["application", ...(taken("opine") ? (["opinion"] as const) : []), ...referral];
}

/** A path as its reader may see it. The caller has checked the reach. */
export async function viewOf(context: WorkContext, entry: StoredEntry & { relation: Relation }): Promise<EntryView> {
  const { relation, service } = entry;
  const [line] = await linesOf(context, [entry]);
  if (!line) throw new Error("one entry, one line");
  const ours = isOurs(context, entry);
  const reads = may(context.actor, wordReaders, relation) && (ours || (entry.sections ?? []).includes("SOCIAL"));
  const found = foundOf(context, entry);
  const facts = ours ? await fileFacts(context, entry.personId) : null;
  const seen = (criterion: (typeof criteria)[number]) =>
    !isGroup(criterion) || learnsOf(context, entry, criterion, relation);
  const lines = criteria.filter(seen).map((criterion): CriterionView => {
    const one = found[criterion];
    return {
      criterion,
      counts: isGroup(criterion) || excludes(service, criterion as Exclusion),
      finding: one?.finding ?? "NO_EVIDENCE",
      source: ours ? (one?.source ?? null) : null,
      evidence: ours ? (one?.evidence ?? "") : "",
      hint: facts && hintOf(criterion, facts),
    };
  });
  const words = entry.wordsSealed
    ? SealedWords.parse(open(context, purposes.words, entry.id, entry.wordsSealed, entry.organisationId))
    : { applicantName: "", words: "", representative: "" };
  const acts = actsOf(context, entry, relation);
  const underCheck = entry.state === "APPLIED" || entry.state === "OPINED";
  return {
    ...line,
    myActs: acts.filter((act) => act !== "withdraw"),
    version: entry.version,
    applicantKind: entry.applicantKind,
    ...(reads ? words : { applicantName: "", words: "", representative: "" }),
    appliedOn: entry.appliedOn,
    consentOn: entry.consentOn,
    consentProof: entry.consentProof,
    missing:
      reads && ours
        ? missingOfApplication({ ...entry, ...words, representativeOnFile: await isRepresented(context, entry) })
        : [],
    letter: ours ? entry.letter : null,
    seat: acts.includes("admit") ? await groundOf(context, entry) : null,
    programmeSignedOn: asksForProgramme(service, acts) ? await programmeSignedOn(context, entry.personId) : null,
    contract: asksForContract(service, acts) ? await contractBehind(context, entry) : null,
    fileCommune: acts.includes("refer") ? await fileCommune(context, entry.personId) : null,
    criteria: reads ? lines : null,
    hiddenGrounds: reads ? groupsMet(found).filter((group) => !learnsOf(context, entry, group, relation)).length : 0,
    refusals: reads && underCheck ? refuseCriteria(service, found) : [],
    steps: entry.steps.map((step) => stepView(context, step, reads)),
    mayCheck: ours && underCheck && may(context.actor, centreEntryAccess["centre-entry.check"], relation),
    mayWithdraw: acts.includes("withdraw"),
    papers: reads ? papersOf(context, entry) : [],
  };
}

/** Reading a partner's path is told to the partner too. */
async function read(context: WorkContext, { entryId }: EntryId): Promise<EntryView> {
  const entry = await requireEntry(context, centreEntryAccess["centre-entry.read"], entryId);
  const { personId } = entry;
  await context.audit({
    action: "centre-entry.read",
    outcome: "done",
    objectType: "centre-entry",
    objectId: entryId,
    personId,
    section: "SOCIAL",
  });
  if (!isOurs(context, entry) && isToUs(context, entry) && entry.shareId)
    await context.auditShare(entry.organisationId, {
      action: "share.read-entry",
      objectId: entry.shareId,
      personId: entry.keptPersonId,
    });
  return viewOf(context, entry);
}

export const entryQueries = [
  ...placesQueries,
  defineQuery({
    name: "centre-entry.list",
    method: "GET",
    path: "/centre-entries",
    summary: "Ways into a centre or a club that are under way, of people in my reach, kept here and received",
    input: z.strictObject({}),
    answer: EntriesView,
    verb: centreEntryAccess["centre-entry.list"],
    audit: null,
    run: list,
  }),
  defineQuery({
    name: "centre-entry.list-of-person",
    method: "GET",
    path: "/people/:personId/centre-entries",
    summary: "A person's ways into a centre or a club",
    input: z.strictObject({ personId: z.uuid() }),
    answer: EntriesView,
    verb: centreEntryAccess["centre-entry.list-of-person"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: (context, { personId }) => listOfPerson(context, personId),
  }),
  defineQuery({
    name: "centre-entry.read",
    method: "GET",
    path: "/centre-entries/:entryId",
    summary: "One way into a centre or a club: criteria, opinion, every step",
    input: EntryId,
    answer: EntryView,
    verb: centreEntryAccess["centre-entry.read"],
    audit: null, // written in `read`, which knows whose path it is
    run: read,
  }),
];
