import { sql } from "kysely";
import { atMost } from "../../../../platform/atMost.ts";
import { type CommandContext, type Done, defineCommand } from "../../../../platform/command.ts";
import { onConstraint, Problem } from "../../../../platform/problem.ts";
import { personInReach } from "../../../casework/public.ts";
import { contractAccess } from "../../access.ts";
import { AskPrintRun } from "./contract.ts";

onConstraint("print_run_key", "conflict", "record.id_taken");
onConstraint("print_run_person_once", "refused", "print_run.same_person");

const read = contractAccess["packet.read"];

/**
 * Asks for the papers of many people. The work is a job's, so that it goes on when the screen is left or the house restarts.
 * @throws Problem not_found for somebody out of reach | refused `print_run.one_at_a_time`, `print_run.same_person`
 */
async function askPrintRun(context: CommandContext, { runId, personIds, largePrint }: AskPrintRun): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows: reached } = await sql<{ id: string }>`select p.id from person p
    where p.organisation_id = ${organisationId} and p.id = any (${personIds}::uuid[]) and ${personInReach(context, read, sql`p.id`)} ${atMost}`.execute(
    context.tx,
  );
  const known = new Set(reached.map(({ id }) => id));
  if (personIds.some((id) => !known.has(id))) throw new Problem("not_found", "person.not_found");
  const { rows } =
    await sql`select from print_run r where r.organisation_id = ${organisationId} and r.asked_by = ${accountId}
    and not exists (select from print_run_ending e where e.organisation_id = r.organisation_id and e.run_id = r.id)`.execute(
      context.tx,
    );
  if (rows.length > 0) throw new Problem("refused", "print_run.one_at_a_time");
  await context.tx
    .insertInto("printRun")
    .values({ organisationId, id: runId, largePrint, askedBy: accountId })
    .execute();
  await context.tx
    .insertInto("printRunPerson")
    .values(personIds.map((personId, at) => ({ organisationId, runId, place: at + 1, personId })))
    .execute();
  await sql`select add_job('print-runs', '{}')`.execute(context.tx);
  return {
    ids: { run: runId },
    about: { type: "print_run", id: runId, section: "SOCIAL" },
    detail: { people: personIds.length },
  };
}

export const printRunCommands = [
  defineCommand({
    type: "print-run.ask",
    v: 1,
    summary: "Asks for the papers that many people sign, made one after another while the asker works on",
    payload: AskPrintRun,
    verb: read,
    run: askPrintRun,
  }),
];
