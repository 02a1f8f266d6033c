import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { parameterOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import { getPersonName } from "../../person/public.ts";
import { certificatesOf } from "../certificates.ts";
import { EntryId } from "../entry/contract.ts";
import { isToUs, requireEntry, type StoredEntry } from "../entry/store.ts";
import { clubAccess } from "./access.ts";
import { ClubStayView } from "./contract.ts";
import { lacksOfGraduate } from "./rules.ts";
import { endingOf, findStays, prolongationsOf } from "./store.ts";

/** Clubs of the actor's; where none of the units is one, every unit of theirs. */
async function clubsOf({ tx, actor }: WorkContext): Promise<ClubStayView["units"]> {
  const { rows } = await sql<ClubStayView["units"][number] & { kind: string }>`select id, name, kind from unit
    where organisation_id = ${actor.organisationId} and id = any (${[...actor.unitIds]}::uuid[]) order by name, id ${atMost}`.execute(
    tx,
  );
  const clubs = rows.filter(({ kind }) => kind === "KIS");
  return (clubs.length > 0 ? clubs : rows).map(({ id, name }) => ({ id, name }));
}

async function stayOf(
  context: WorkContext,
  { id: entryId, organisationId }: StoredEntry,
): Promise<ClubStayView["stay"]> {
  const [found] = await findStays(context, { entryId, organisationId });
  if (!found) return null;
  const { id, unitName, startsOn, endsOn } = found;
  const certificates = await certificatesOf(context, { stayId: id });
  const ending = await endingOf(context, id);
  const { today } = context;
  const least = await parameterOn(context.tx, "KIS_GRADUATE_MIN", ending?.endedOn ?? today);
  const graduateMonths = Number(least.value);
  return {
    id,
    unitName,
    startsOn,
    endsOn,
    prolongations: await prolongationsOf(context, id),
    ending,
    certificates,
    graduateMonths,
    lacks: lacksOfGraduate(found, certificates[0] ?? null, { graduateMonths, today }),
  };
}

/** What became of an admission to a club of ours. @throws Problem not_found `entry.not_found`, also where nobody was admitted to a club here */
export async function readStay(context: WorkContext, entryId: string): Promise<ClubStayView & { personId: string }> {
  const entry = await requireEntry(context, clubAccess["club-stay.read"], entryId);
  const admitted = entry.steps.findLast(({ act }) => act === "admit");
  if (entry.service !== "KIS" || !admitted || !isToUs(context, entry))
    throw new Problem("not_found", "entry.not_found");
  const mayWrite = may(context.actor, clubAccess["club-stay.set"], entry.relation);
  return {
    entryId,
    personId: entry.personId,
    personName: await getPersonName(context, entry.personId),
    admittedOn: admitted.doneOn,
    mayWrite,
    units: mayWrite ? await clubsOf(context) : [],
    stay: await stayOf(context, entry),
  };
}

async function read(context: WorkContext, entryId: string): Promise<ClubStayView> {
  const { personId, ...view } = await readStay(context, entryId);
  await context.audit({
    action: "club-stay.read",
    outcome: "done",
    objectType: "centre-entry",
    objectId: entryId,
    personId,
    section: "SOCIAL",
  });
  return view;
}

export const clubQueries = [
  defineQuery({
    name: "club-stay.read",
    method: "GET",
    path: "/centre-entries/:entryId/stay",
    summary: "How long somebody is in a club, prolongations, end, certificate",
    input: EntryId,
    answer: ClubStayView,
    verb: clubAccess["club-stay.read"],
    audit: null, // written in `read`, which knows whose it is
    run: (context, { entryId }) => read(context, entryId),
  }),
];
