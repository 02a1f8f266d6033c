import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { unsealText } from "../../platform/keys/sealedText.ts";
import { Problem } from "../../platform/problem.ts";
import { personInReach, requirePerson } from "../casework/public.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { employmentAccess } from "./access.ts";
import { CoachLogEntry, CoachLogLine } from "./contract.ts";

type Row = CoachLogLine & { noteSealed: Buffer | null; hidden: boolean };

const verb = employmentAccess["coach-log.read"];

async function select(context: WorkContext, condition: RawBuilder<boolean>): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select c.id, c.person_id, c.employer_id, e.name as employer_name, c.activity, c.done_on, c.minutes, c.next_on,
      case when c.person_id is not null then ${shortName("p")} end as person_name,
      m.display_name as author_name, c.note_sealed is not null as has_note, c.note_sealed, c.person_id is not null and ${whereaboutsHidden(context, sql.ref("c.person_id"))} as hidden
    from coach_log c
    join membership m on m.organisation_id = c.organisation_id and m.account_id = c.author_id
    left join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    left join employer e on e.organisation_id = c.organisation_id and e.id = c.employer_id
    where c.organisation_id = ${context.actor.organisationId} and ${condition}
    order by c.done_on desc, c.recorded_at desc, c.id ${atMost}`.execute(context.tx);
  // the employer of a protected person says where they are (C7)
  return rows.map((row) => (row.hidden ? { ...row, employerId: null, employerName: null, noteSealed: null } : row));
}

/** Entries about people in reach, and those about an employer alone; newest first, without notes. */
function listCoachLog(context: WorkContext): Promise<CoachLogLine[]> {
  const reach = personInReach(context, verb, sql.ref("c.person_id"));
  return select(context, sql<boolean>`(c.person_id is null or ${reach})`);
}

/** One entry with its note. @throws Problem not_found, also when its person is out of reach */
async function readCoachLog(context: WorkContext, logId: string): Promise<CoachLogEntry> {
  const [row] = await select(context, sql<boolean>`c.id = ${logId}`);
  if (!row) throw new Problem("not_found", "coach-log.not_found");
  if (row.personId !== null)
    await requirePerson(context, verb, row.personId).catch((error: unknown) => {
      throw error instanceof Problem && error.kind === "not_found"
        ? new Problem("not_found", "coach-log.not_found")
        : error;
    });
  return { ...row, note: row.noteSealed && unsealText(context, "coach_log.note", logId, row.noteSealed) };
}

export const coachLogQueries = [
  defineQuery({
    name: "coach-log.list",
    method: "GET",
    path: "/coach-log",
    summary: "Entries of the job coach's log in reach, newest first, without notes",
    input: z.strictObject({}),
    answer: z.object({ entries: z.array(CoachLogLine) }),
    verb,
    audit: null,
    run: async (context) => ({ entries: await listCoachLog(context) }),
  }),
  defineQuery({
    name: "coach-log.read",
    method: "GET",
    path: "/coach-log/:logId",
    summary: "One entry of the job coach's log with its note",
    input: z.strictObject({ logId: z.uuid() }),
    answer: CoachLogEntry,
    verb,
    audit: ({ logId }, { personId }) => ({
      objectType: "coach_log",
      objectId: logId,
      personId,
      section: "EMPLOYMENT",
    }),
    run: (context, { logId }) => readCoachLog(context, logId),
  }),
];
