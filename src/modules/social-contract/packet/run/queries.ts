import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../../../platform/command.ts";
import { instantOf } from "../../../../platform/db.ts";
import { unsealJson } from "../../../../platform/keys/sealedJson.ts";
import { asMissing, Problem } from "../../../../platform/problem.ts";
import { hoursAfter } from "../../../../platform/time/instant.ts";
import { personInReach, requirePerson } from "../../../casework/public.ts";
import { getPersonNames } from "../../../person/public.ts";
import { groupsOfPeople } from "../../../programme/public.ts";
import { contractAccess } from "../../access.ts";
import { readPackets } from "../sources.ts";
import { BlockedPaper, PrintPeople, PrintRun, PrintRunLine } from "./contract.ts";

const read = contractAccess["packet.read"];

/** What seals a run's files and reasons. */
export const printRunPurpose = "print-run";
/** After so many hours a run is removed. */
export const keptHours = 24;

/** A run of the actor's own. @throws Problem not_found `print_run.not_found`, also once it was removed */
async function requireOwnRun(context: WorkContext, runId: string) {
  const { organisationId, accountId } = context.actor;
  const run = await context.tx
    .selectFrom("printRun")
    .select(["id", "askedAt", "largePrint"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", runId)
    .where("askedBy", "=", accountId)
    .executeTakeFirst();
  if (!run || hoursAfter(instantOf(run.askedAt), keptHours) < context.now)
    throw new Problem("not_found", "print_run.not_found");
  return { ...run, askedAt: instantOf(run.askedAt) };
}

const ofRun = (context: WorkContext, runId: string) =>
  sql`x.organisation_id = ${context.actor.organisationId} and x.run_id = ${runId}`;

type TurnRow = {
  place: number;
  personId: string;
  inReach: boolean;
  papers: number | null;
  refusal: string | null;
  blocked: Buffer | null;
  fileId: string | null;
};

async function readRun(context: WorkContext, runId: string): Promise<PrintRun> {
  const run = await requireOwnRun(context, runId);
  const { rows } =
    await sql<TurnRow>`select x.place, x.person_id, ${personInReach(context, read, sql`x.person_id`)} as in_reach,
      t.papers, t.refusal, t.blocked, f.id as file_id
    from print_run_person x
    left join print_run_turn t on t.organisation_id = x.organisation_id and t.run_id = x.run_id and t.place = x.place
    left join print_run_file f on f.organisation_id = x.organisation_id and f.run_id = x.run_id and f.place = x.place
    where ${ofRun(context, runId)} order by x.place ${atMost}`.execute(context.tx);
  const names = await getPersonNames(
    context,
    rows.filter(({ inReach }) => inReach).map(({ personId }) => personId),
  );
  const { rows: whole } = await sql<{ id: string }>`select x.id from print_run_file x
    where ${ofRun(context, runId)} and x.part is not null order by x.part ${atMost}`.execute(context.tx);
  const { rows: ended } = await sql<{ outcome: PrintRun["outcome"] }>`select x.outcome from print_run_ending x
    where ${ofRun(context, runId)}`.execute(context.tx);
  return {
    id: run.id,
    askedAt: run.askedAt,
    until: hoursAfter(run.askedAt, keptHours),
    largePrint: run.largePrint,
    outcome: ended[0]?.outcome ?? null,
    whole: whole.map(({ id }) => id),
    turns: rows.map(({ personId, inReach, blocked, fileId, refusal, ...row }) => ({
      ...row,
      refusal: inReach ? refusal : "person.not_found",
      personName: inReach ? (names.get(personId) ?? "") : null,
      fileId: inReach ? fileId : null,
      blocked: inReach
        ? BlockedPaper.array().parse(
            unsealJson(context, printRunPurpose, `${runId}/${row.place}/blocked`, blocked) ?? [],
          )
        : [],
    })),
  };
}

async function listRuns(context: WorkContext): Promise<PrintRunLine[]> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<PrintRunLine>`select r.id, r.asked_at,
      (select count(*)::int from print_run_person p where p.organisation_id = r.organisation_id and p.run_id = r.id) as people,
      (select count(*)::int from print_run_turn t where t.organisation_id = r.organisation_id and t.run_id = r.id) as ended,
      (select e.outcome from print_run_ending e where e.organisation_id = r.organisation_id and e.run_id = r.id) as outcome
    from print_run r where r.organisation_id = ${organisationId} and r.asked_by = ${accountId}
      and r.asked_at > ${hoursAfter(context.now, -keptHours)}
    order by r.asked_at desc, r.id limit 20`.execute(context.tx);
  return rows.map((row) => ({ ...row, askedAt: instantOf(row.askedAt) }));
}

export const printRunQueries = [
  defineQuery({
    name: "print-run.list-people",
    method: "GET",
    path: "/print-runs/people",
    summary: "For whom papers wait among the people that my units work with, with the groups that they are in",
    input: z.strictObject({}),
    answer: PrintPeople,
    verb: read,
    audit: null,
    run: async (context) => {
      const packets = await readPackets(context, null);
      const groups = await groupsOfPeople(
        context,
        packets.map(({ personId }) => personId),
      );
      return {
        people: packets.map(({ personId, personName, papers }) => ({
          personId,
          personName,
          papers: papers.length,
          groups: groups.get(personId) ?? [],
        })),
      };
    },
  }),
  defineQuery({
    name: "print-run.list-mine",
    method: "GET",
    path: "/print-runs",
    summary: "My prints for many people of the last day",
    input: z.strictObject({}),
    answer: z.object({ runs: z.array(PrintRunLine) }),
    verb: read,
    audit: null,
    run: async (context) => ({ runs: await listRuns(context) }),
  }),
  defineQuery({
    name: "print-run.read",
    method: "GET",
    path: "/print-runs/:runId",
    summary: "How far one of my prints has come, what was left out and why, and its files",
    input: z.strictObject({ runId: z.uuid() }),
    answer: PrintRun,
    verb: read,
    audit: null, // names and numbers of papers of people in reach; what was printed is audited person by person
    run: (context, { runId }) => readRun(context, runId),
  }),
];

type FileRow = { id: string; place: number | null; content: Buffer; personId: string | null };

/** One file of an own run, if everybody in it is still in reach. @throws Problem not_found | refused `print_run.reach_changed` */
async function openFile(context: WorkContext, runId: string, fileId: string) {
  await requireOwnRun(context, runId);
  const { rows } = await sql<FileRow>`select x.id, x.place, x.content, p.person_id from print_run_file x
    left join print_run_person p on p.organisation_id = x.organisation_id and p.run_id = x.run_id and p.place = x.place
    where ${ofRun(context, runId)} and x.id = ${fileId}`.execute(context.tx);
  const [file] = rows;
  if (!file) throw new Problem("not_found", "print_run.not_found");
  if (file.personId) await requirePerson(context, read, file.personId).catch(asMissing("print_run.not_found"));
  else await refuseOutOfReach(context, runId);
  const { organisationId } = context.actor;
  const bytes = context.keys.decryptFor(organisationId, printRunPurpose, file.content, `${runId}/${fileId}`);
  const name = `do-podpisu-${context.today}-${file.place ?? "razem"}.pdf`;
  return { bytes, mediaType: "application/pdf", name, ...(file.personId ? { personId: file.personId } : {}) };
}

async function refuseOutOfReach(context: WorkContext, runId: string): Promise<void> {
  const { rows } = await sql`select from print_run_person x
    join print_run_turn t on t.organisation_id = x.organisation_id and t.run_id = x.run_id and t.place = x.place
    where ${ofRun(context, runId)} and t.papers > 0 and not ${personInReach(context, read, sql`x.person_id`)}`.execute(
    context.tx,
  );
  if (rows.length > 0) throw new Problem("refused", "print_run.reach_changed");
}

export const printRunDownloads = [
  defineDownload({
    name: "print-run.open-file",
    path: "/print-runs/:runId/files/:fileId",
    summary: "A file of one of my prints: of one person, or of all",
    input: z.strictObject({ runId: z.uuid(), fileId: z.uuid() }),
    verb: read,
    audit: ({ runId }, { personId }) => ({
      objectType: "print_run",
      objectId: runId,
      section: "SOCIAL",
      ...(personId ? { personId } : {}),
    }),
    run: (context, { runId, fileId }) => openFile(context, runId, fileId),
  }),
];
