import type pg from "pg";
import { z } from "zod";
import { type Actor, type Role, roles } from "../../../../platform/access.ts";
import { defineQuery, runQuery, type Services } from "../../../../platform/command.ts";
import type { Tx } from "../../../../platform/db.ts";
import { openPacketCompiler, type PacketCompiler, type PdfRequest } from "../../../../platform/documents/renderPdf.ts";
import { Problem } from "../../../../platform/problem.ts";
import { todayIn } from "../../../../platform/time/instant.ts";
import { uuidv7 } from "../../../../platform/uuid.ts";
import { requirePerson } from "../../../casework/public.ts";
import { atDoor } from "../../../organisation/public.ts";
import { contractAccess } from "../../access.ts";
import { composePackets } from "../compose.ts";
import { readPackets } from "../sources.ts";
import { BlockedPaper } from "./contract.ts";
import { printRunPurpose } from "./queries.ts";

const read = contractAccess["packet.read"];

/** One run at a time in the whole house: papers of many take processor and memory. */
const oneAtATime = 4_067_001;
/** The most papers of one file of all, so that one file stays small. */
const papersOfPart = 60;

type Run = { organisationId: string; id: string; askedBy: string; largePrint: boolean };
type Waiting = { place: number; personId: string };

/** One person's papers as the asker may print them now; each leaves an audit entry of its own. */
const papersOfPerson = defineQuery({
  name: "print-run.print",
  method: "GET",
  path: "",
  summary: "Papers of one person of a run",
  input: z.strictObject({ personId: z.uuid(), largePrint: z.boolean() }),
  answer: z.object({ papers: z.custom<PdfRequest[]>(Array.isArray), leftOut: z.array(BlockedPaper) }),
  verb: read,
  audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
  run: async (context, { personId, largePrint }) => {
    await requirePerson(context, read, personId);
    const { cover, papers, leftOut } = await composePackets(context, await readPackets(context, personId), largePrint);
    return { papers: papers.length > 0 ? [cover, ...papers] : [], leftOut };
  },
});

/**
 * Makes the papers of the runs that wait, oldest first, one person after another, until none is left or `signal` says stop.
 * What was made is kept person by person: whoever comes after a restart goes on with the next. Does nothing where another
 * process is at it.
 */
export async function workPrintRuns(owner: pg.Pool, services: Services, signal?: AbortSignal): Promise<void> {
  const lock = await owner.connect();
  const compiler = openPacketCompiler();
  try {
    const { rows } = await lock.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [oneAtATime]);
    if (!rows[0]?.got) return;
    try {
      for (let run = await findNext(owner); run && !signal?.aborted; run = await findNext(owner))
        await workRun(owner, services, compiler, run, signal);
    } finally {
      await lock.query("select pg_advisory_unlock($1)", [oneAtATime]);
    }
  } finally {
    lock.release();
    await compiler.close();
  }
}

async function findNext(owner: pg.Pool): Promise<Run | undefined> {
  const { rows } = await owner.query<Run>(
    `select r.organisation_id as "organisationId", r.id, r.asked_by as "askedBy", r.large_print as "largePrint" from print_run r
     where not exists (select from print_run_ending e where e.organisation_id = r.organisation_id and e.run_id = r.id)
     order by r.asked_at, r.id limit 1`,
  );
  return rows[0];
}

type Standing = {
  displayName: string;
  roles: string[];
  units: string[];
  personId: string | null;
  authorised: boolean;
};

/** Whoever asked, with the rights of now; undefined for somebody who works here no more. */
async function findAsker(owner: pg.Pool, services: Services, run: Run): Promise<Actor | undefined> {
  const { rows } = await owner.query<Standing>(
    `select m.display_name as "displayName", m.person_id as "personId",
       array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id) as roles,
       array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id) as units,
       (select count(distinct z.kind) = 2 from authorisation z where z.organisation_id = m.organisation_id and z.account_id = m.account_id
          and z.valid_from <= $3 and coalesce(z.valid_until, $3) >= $3 and z.withdrawn_at is null) as authorised
     from membership m join account a on a.id = m.account_id and a.disabled_at is null
     where m.organisation_id = $1 and m.account_id = $2 and m.valid_from <= $3 and coalesce(m.valid_until, $3) >= $3
       and m.ended_at is null and m.held_at is null`,
    [run.organisationId, run.askedBy, todayIn(services.clock.now(), "Europe/Warsaw")],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { units, roles: named, ...standing } = found;
  const known: Role[] = roles.filter((role) => named.includes(role));
  const { organisationId, askedBy: accountId } = run;
  return { ...standing, organisationId, accountId, roles: known, unitIds: units, sessionId: null };
}

async function workRun(
  owner: pg.Pool,
  services: Services,
  compiler: PacketCompiler,
  run: Run,
  signal: AbortSignal | undefined,
): Promise<void> {
  const asker = await findAsker(owner, services, run);
  if (!asker) return write(services, run, (tx) => end(tx, run, "NOT_ALLOWED"));
  const { rows: people } = await owner.query<Waiting & { ended: boolean; papers: number | null }>(
    `select p.place, p.person_id as "personId", t.papers, t.place is not null as ended from print_run_person p
     left join print_run_turn t on t.organisation_id = p.organisation_id and t.run_id = p.run_id and t.place = p.place
     where p.organisation_id = $1 and p.run_id = $2 order by p.place limit 100`,
    [run.organisationId, run.id],
  );
  const printed: Printed[] = [];
  for (const { ended, papers, ...person } of people) {
    if (signal?.aborted) return;
    // what was made before a restart is not made again
    const made = ended
      ? await madeBefore(owner, services, asker, run, { ...person, papers: papers ?? 0 })
      : await turn(services, compiler, asker, run, person);
    if (made) printed.push(made);
  }
  if (signal?.aborted) return;
  await makeWhole(services, compiler, run, printed, people.length);
}

const origin = { requestId: null, device: null };

/** One person's file, with the list on top, and how many papers it holds besides. */
type Printed = { papers: number; bytes: Uint8Array };

/** What a turn that ended before a restart has kept, where the asker may still print it. */
async function madeBefore(
  owner: pg.Pool,
  services: Services,
  asker: Actor,
  run: Run,
  { place, personId, papers }: Waiting & { papers: number },
): Promise<Printed | undefined> {
  if (papers === 0) return undefined;
  const now = await openPapers(services, asker, run, personId).catch(onlyProblem);
  if (!now || now.papers.length === 0) return undefined;
  const { organisationId, id: runId } = run;
  const { rows } = await owner.query<{ id: string; content: Buffer }>(
    "select id, content from print_run_file where organisation_id = $1 and run_id = $2 and place = $3",
    [organisationId, runId, place],
  );
  const [file] = rows;
  if (!file) return undefined;
  const bytes = services.keys.decryptFor(organisationId, printRunPurpose, file.content, `${runId}/${file.id}`);
  return { papers, bytes };
}

function onlyProblem(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}

type Papers = { papers: PdfRequest[]; leftOut: BlockedPaper[] };

async function openPapers(services: Services, asker: Actor, run: Run, personId: string): Promise<Papers> {
  const { largePrint } = run;
  return (await runQuery(services, asker, origin, papersOfPerson, { personId, largePrint })) as Papers;
}

/** One person's turn: their papers, or why there are none. */
async function turn(
  services: Services,
  compiler: PacketCompiler,
  asker: Actor,
  run: Run,
  { place, personId }: Waiting,
): Promise<Printed | undefined> {
  let found: Papers = { papers: [], leftOut: [] };
  let refusal: string | null = null;
  let bytes: Uint8Array | undefined;
  try {
    found = await openPapers(services, asker, run, personId);
    const [first, ...rest] = found.papers;
    if (first) bytes = await compiler.renderPacket([first, ...rest]).catch(() => undefined);
    refusal = bytes ? null : first ? "print_run.not_made" : "print_run.all_blocked";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    refusal = error.code;
  }
  const papers = bytes ? found.papers.length - 1 : 0; // the list on top is none of them
  await write(services, run, async (tx) => {
    const at = { organisationId: run.organisationId, runId: run.id, place };
    const blocked =
      found.leftOut.length > 0 ? sealed(services, run, `${place}/blocked`, JSON.stringify(found.leftOut)) : null;
    await tx
      .insertInto("printRunTurn")
      .values({ ...at, papers, refusal, blocked })
      .execute();
    if (bytes) await keepFile(tx, services, run, { place, part: null }, bytes);
  });
  return bytes && { papers, bytes };
}

/** Everybody's files joined to one, or to parts of {@link papersOfPart} where they are many: no paper is set twice. */
async function makeWhole(
  services: Services,
  compiler: PacketCompiler,
  run: Run,
  printed: readonly Printed[],
  asked: number,
): Promise<void> {
  if (asked === 1 || printed.length < 2)
    return write(services, run, (tx) => end(tx, run, printed.length > 0 ? "DONE" : "NOTHING"));
  const parts: Uint8Array[] = [];
  for (const files of inParts(printed)) {
    const bytes = await compiler.join(files).catch(() => undefined);
    if (!bytes) return write(services, run, (tx) => end(tx, run, "ONLY_SINGLE"));
    parts.push(bytes);
  }
  await write(services, run, async (tx) => {
    for (const [at, bytes] of parts.entries()) await keepFile(tx, services, run, { place: null, part: at + 1 }, bytes);
    await end(tx, run, "DONE");
  });
}

/** A person's papers stay together. */
function inParts(printed: readonly Printed[]): Uint8Array[][] {
  const parts: { papers: number; files: Uint8Array[] }[] = [];
  for (const { papers, bytes } of printed) {
    const last = parts.at(-1);
    if (last && last.papers + papers + 1 <= papersOfPart) {
      last.papers += papers + 1;
      last.files.push(bytes);
    } else parts.push({ papers: papers + 1, files: [bytes] });
  }
  return parts.map(({ files }) => files);
}

const sealed = (services: Services, { organisationId, id }: Run, what: string, content: string | Uint8Array) =>
  Buffer.from(services.keys.encryptFor(organisationId, printRunPurpose, Buffer.from(content), `${id}/${what}`));

async function keepFile(
  tx: Tx,
  services: Services,
  run: Run,
  of: { place: number | null; part: number | null },
  bytes: Uint8Array,
): Promise<void> {
  const id = uuidv7();
  const { organisationId, id: runId } = run;
  await tx
    .insertInto("printRunFile")
    .values({ organisationId, runId, id, ...of, content: sealed(services, run, id, bytes) })
    .execute();
}

async function end(tx: Tx, run: Run, outcome: "DONE" | "ONLY_SINGLE" | "NOTHING" | "NOT_ALLOWED"): Promise<void> {
  await tx
    .insertInto("printRunEnding")
    .values({ organisationId: run.organisationId, runId: run.id, outcome })
    .execute();
}

function write(services: Services, { organisationId, askedBy }: Run, work: (tx: Tx) => Promise<void>): Promise<void> {
  return atDoor(services, { organisationId, accountId: askedBy, requestId: null }, (tx) => work(tx));
}

/** Ends what is older than a day, files and all. */
export async function removeOldPrintRuns(owner: Pick<pg.Client, "query">, before: string): Promise<void> {
  await owner.query("delete from print_run where asked_at < $1", [before]);
}
