import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, type Reach, type Role, requireVerb } from "./access.ts";
import { type AuditContext, type AuditEntry, type ShareAuditEntry, writeAudit, writeShareAudit } from "./audit.ts";
import type { Clock } from "./clock.ts";
import type { Db, Tx } from "./db.ts";
import { canonicalJson } from "./documents/canonicalJson.ts";
import type { FileStore } from "./files/fileStore.ts";
import type { KeyRing } from "./keys/keyRing.ts";
import { Problem, problemOfDatabase } from "./problem.ts";
import { todayIn } from "./time/instant.ts";
import type { PlainDate } from "./time/plainDate.ts";
import { Instant } from "./time/schemas.ts";
import { uuidv7 } from "./uuid.ts";

/** What commands and queries are run with. One per process; keeps no state that another process would miss. */
export type Services = { db: Db; clock: Clock; keys: KeyRing; files: FileStore };

/** Where a request came from, for the audit. */
export type RequestOrigin = { requestId: string | null; device: string | null };

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** What a command's or a query's work is given. `today` is the day in the organisation's time zone. */
export type WorkContext = {
  tx: Tx;
  actor: Actor;
  now: string;
  today: PlainDate;
  keys: KeyRing;
  files: FileStore;
  /** Writes one more audit entry in this transaction, beside the one that the runner writes. */
  audit(entry: AuditEntry): Promise<void>;
  /** Writes the entry that the other organisation of a share gets of this act. */
  auditShare(organisationId: string, entry: ShareAuditEntry): Promise<void>;
};

/** `seq`: 1, 2, 3 … on this device: the order in which it was done. */
export type OutboxEntry = { deviceId: string; seq: number };

export type CommandContext = WorkContext & {
  commandId: string;
  /** The version that the sender saw; undefined for acts that only add. */
  base: number | undefined;
  /** True where nobody waits at a screen: fields that somebody else changed meanwhile are kept as conflicts, not refused. */
  keepsConflicts: boolean;
  /** The place in its device's outbox, of a command that comes from one. */
  entry: OutboxEntry | undefined;
  /** When it happened by the sender's word, never later than `now`, which is when we learned of it. */
  occurredAt: string;
  /** What the command's `prepare` answered; undefined where it has none or nobody ran it. */
  prepared: unknown;
};

/** Runs a short read in a transaction of its own, as the actor. */
export type Reading = <T>(work: (context: WorkContext) => Promise<T>) => Promise<T>;

/** What a command answers: final ids by name, the new version of an edited record, and what the audit should point at. */
export type Done = {
  ids: Record<string, string>;
  version?: number;
  /** Part of the edit waits as a conflict that a person decides. */
  conflictId?: string;
  about: { type: string; id: string; personId?: string | null; section?: string };
  detail?: Record<string, unknown>;
};

export type CommandDefinition<P = never> = {
  /** `noun.verb`; one word for one thing in route, audit and permission. */
  type: string;
  v: number;
  summary: string;
  payload: z.ZodType<P>;
  verb: Verb;
  /** Whether a device may bring it from its outbox. */
  offline?: true;
  /** How a payload of an older format becomes one of the next: `upcasts[1]` makes format 2 of format 1. */
  upcasts?: Readonly<Record<number, (payload: unknown) => unknown>>;
  /**
   * Work that takes long and holds no transaction, done before `run`, which finds its answer in `context.prepared` and holds
   * it against what it finds itself: between the two everything may have changed. It writes nothing.
   */
  prepare?: (reading: Reading, payload: P) => Promise<unknown>;
  run(context: CommandContext, payload: P): Promise<Done>;
};

/** A command as the registry keeps it: its payload type is known inside only. */
export type AnyCommand = Omit<CommandDefinition, "payload" | "prepare" | "run"> & {
  payload: z.ZodType;
  prepare?: (reading: Reading, payload: unknown) => Promise<unknown>;
  run(context: CommandContext, payload: unknown): Promise<Done>;
};

/** Declares a command. The payload reaches `run` only after its schema accepted it. */
export function defineCommand<P>(definition: CommandDefinition<P>): AnyCommand {
  const { prepare, ...rest } = definition;
  return {
    ...rest,
    ...(prepare ? { prepare: (reading, payload) => prepare(reading, definition.payload.parse(payload)) } : {}),
    run: (context, payload) => definition.run(context, definition.payload.parse(payload)),
  };
}

/** The wire form of every write. */
export const Envelope = z.strictObject({
  id: z.uuid(),
  v: z.int().min(1),
  base: z.int().min(1).optional(),
  occurredAt: Instant,
  mends: z.uuid().optional(),
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

export const CommandAnswer = z.object({
  outcome: z.literal("done"),
  ids: z.record(z.string(), z.string()),
  version: z.int().optional(),
  conflictId: z.uuid().optional(),
  replayed: z.boolean(),
});
export type CommandAnswer = z.infer<typeof CommandAnswer>;

const timeZone = "Europe/Warsaw";

async function openContext(tx: Tx, actor: Actor, now: string, writes: boolean): Promise<string> {
  const { rows } = await sql<{
    xid: string | null;
  }>`select set_config('powrot.organisation_id', ${actor.organisationId}, true),
    set_config('powrot.account_id', ${actor.accountId}, true), set_config('powrot.now', ${now}, true)
    ${writes ? sql`, pg_current_xact_id()::text as xid` : sql`, null as xid`}`.execute(tx);
  return rows[0]?.xid ?? "";
}

/** The device as it names itself, else the session, which knows the browser. */
function comingFrom({ sessionId }: Actor, { requestId, device }: RequestOrigin): RequestOrigin {
  return { requestId, device: device ?? sessionId };
}

const asId = z.object({ personId: z.uuid() });

/** Whom a refused try was about, as far as the request says, whether or not there is such a person (C3). */
function triedOf(input: unknown): Pick<AuditEntry, "objectType" | "objectId" | "personId"> {
  const tried = asId.safeParse(input);
  if (!tried.success) return {};
  const { personId } = tried.data;
  return { objectType: "person", objectId: personId, personId };
}

const outcomes = new Set(["forbidden", "not_found", "conflict", "refused"]);
type StoredOutcome = AuditEntry["outcome"];

/** Undefined for what leaves no trace: a fault of the server, and input that does not fit, whose id stays free for the corrected one. */
function outcomeOf(problem: Problem): StoredOutcome | undefined {
  return outcomes.has(problem.kind) ? (problem.kind as StoredOutcome) : undefined;
}

/** The payload in the command's present format; undefined for a format that it does not know. */
export function presentPayload(definition: AnyCommand, v: number, payload: unknown): unknown {
  let known = payload;
  for (let from = v; from < definition.v; from++) {
    const upcast = definition.upcasts?.[from];
    if (!upcast) return undefined;
    known = upcast(known);
  }
  return v > definition.v ? undefined : known;
}

export type RunOptions = {
  /** True for a Problem after which nothing is kept, as if the command had not come: somebody else will decide. */
  undecided?: (problem: Problem) => boolean;
  /** Written in the same transaction, once it is clear how the command ended. */
  alongside?(tx: Tx, settled: CommandAnswer | Problem): Promise<void>;
  /** The sender is a device's outbox: it keeps conflicts. */
  entry?: OutboxEntry;
  /** For a command that runs another one inside its own work. */
  nested?: true;
  /** What the command's `prepare` answered, or the Problem that it ended with. */
  prepared?: unknown;
};

/**
 * Runs one command: claims its id, does the work, writes the audit entry, commits, then answers.
 * The same id sent again answers what the first answered, once the sender may still do it; two at once have one effect.
 * A Problem undoes the work alone: the outcome and its audit entry are committed with the id; after `invalid` nothing is kept.
 *
 * @throws Problem as the command refuses; `conflict` `command.id_reused` when the id came with another content
 */
export async function runCommand(
  services: Services,
  actor: Actor,
  origin: RequestOrigin,
  definition: AnyCommand,
  envelope: Envelope,
  options: RunOptions = {},
): Promise<CommandAnswer> {
  const prepared = await prepare(services, actor, definition, envelope);
  const settled = await services.db.transaction().execute(async (tx) => {
    const ended = await runWithin(tx, services, actor, origin, definition, envelope, { ...options, prepared });
    await options.alongside?.(tx, ended);
    return ended;
  });
  if (settled instanceof Problem) throw settled;
  return settled;
}

/** Undefined too for a command that has come before: its outcome is known. A Problem is the command's own to settle. */
async function prepare(
  services: Services,
  actor: Actor,
  definition: AnyCommand,
  { id, v, payload }: Envelope,
): Promise<unknown> {
  const instant = services.clock.now();
  const now = instant.toISOString();
  const { keys, files } = services;
  const unwritten = () => Promise.reject(new Error("what is read before a command is audited by the command"));
  const context = {
    actor,
    now,
    today: todayIn(instant, timeZone),
    keys,
    files,
    audit: unwritten,
    auditShare: unwritten,
  };
  const reading: Reading = (work) =>
    services.db.transaction().execute(async (tx) => {
      await openContext(tx, actor, now, false);
      return work({ ...context, tx });
    });
  const known = presentPayload(definition, v, payload);
  if (!definition.prepare || known === undefined) return undefined;
  try {
    requireVerb(actor, definition.verb);
    const isNew = await reading(async ({ tx }) => {
      const { rows } = await sql`select 1 from command
        where organisation_id = ${actor.organisationId} and actor_id = ${actor.accountId} and id = ${id}`.execute(tx);
      return rows.length === 0;
    });
    return isNew ? await definition.prepare(reading, known) : undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** The same inside a transaction that is under way, whose context it leaves as the actor's. */
export async function runWithin(
  tx: Tx,
  services: Omit<Services, "db">,
  actor: Actor,
  origin: RequestOrigin,
  definition: AnyCommand,
  envelope: Envelope,
  { undecided, nested, entry, prepared }: RunOptions = {},
): Promise<CommandAnswer | Problem> {
  const point = sql.id(nested ? "nested_work" : "work");
  const instant = services.clock.now();
  const now = instant.toISOString();
  const today = todayIn(instant, timeZone);
  const told = new Date(envelope.occurredAt).toISOString();
  const occurredAt = told < now ? told : now; // nothing has happened that the server's clock has not reached (C70)
  const hash = createHash("sha256")
    .update(canonicalJson([definition.type, envelope.v, envelope.base, envelope.payload]))
    .digest();
  const { organisationId, accountId: actorId } = actor;
  const xid = await openContext(tx, actor, now, true);
  const auditContext: AuditContext = { organisationId, actorId, now, xid, ...comingFrom(actor, origin) };
  const audit = (entry: AuditEntry) => writeAudit(tx, auditContext, entry);
  const auditShare = (other: string, entry: ShareAuditEntry) => writeShareAudit(tx, auditContext, other, entry);

  const claimed =
    await sql`insert into command (organisation_id, actor_id, id, type, v, payload_hash, occurred_at, mends)
    values (${organisationId}, ${actorId}, ${envelope.id}, ${definition.type}, ${envelope.v}, ${hash}, ${told}, ${envelope.mends ?? null})
    on conflict do nothing`.execute(tx);
  if (claimed.numAffectedRows === 0n) return replay(tx, actor, definition, envelope.id, hash);

  await sql`savepoint ${point}`.execute(tx);
  try {
    requireVerb(actor, definition.verb);
    const payload = presentPayload(definition, envelope.v, envelope.payload);
    const context = { tx, actor, now, today, keys: services.keys, files: services.files, audit, auditShare };
    const { id: commandId, base } = envelope;
    const keepsConflicts = entry !== undefined;
    if (prepared instanceof Problem) throw prepared;
    const sent = { commandId, base, occurredAt, keepsConflicts, entry, prepared };
    const done = await definition.run({ ...context, ...sent }, payload);
    await audit({
      action: definition.type,
      outcome: "done",
      objectType: done.about.type,
      objectId: done.about.id,
      personId: done.about.personId,
      section: done.about.section,
      commandId: envelope.id,
      detail: done.detail,
    });
    const { ids, version, conflictId } = done;
    const answer = { ids, ...(version === undefined ? {} : { version }), ...(conflictId ? { conflictId } : {}) };
    await settle(tx, actor, envelope.id, "done", answer, null);
    return { outcome: "done", ...answer, replayed: false };
  } catch (error) {
    const problem = error instanceof Problem ? error : problemOfDatabase(error);
    const outcome = problem && outcomeOf(problem);
    if (!problem || !outcome || undecided?.(problem)) throw problem ?? error;
    await sql`rollback to savepoint ${point}`.execute(tx);
    await audit({
      action: definition.type,
      outcome,
      reason: problem.code,
      commandId: envelope.id,
      ...triedOf(envelope.payload),
    });
    await settle(tx, actor, envelope.id, outcome, null, { kind: problem.kind, code: problem.code });
    return problem;
  }
}

async function settle(
  tx: Tx,
  actor: Actor,
  id: string,
  status: StoredOutcome,
  answer: unknown,
  problem: unknown,
): Promise<void> {
  await sql`update command set status = ${status}, answer = ${answer ? JSON.stringify(answer) : null}::jsonb,
      problem = ${problem ? JSON.stringify(problem) : null}::jsonb
    where organisation_id = ${actor.organisationId} and actor_id = ${actor.accountId} and id = ${id}`.execute(tx);
}

async function replay(
  tx: Tx,
  actor: Actor,
  definition: AnyCommand,
  id: string,
  hash: Buffer,
): Promise<CommandAnswer | Problem> {
  const { rows } = await sql<{
    payloadHash: Buffer;
    status: StoredOutcome;
    answer: { ids: Record<string, string>; version?: number; conflictId?: string } | null;
    problem: { kind: Problem["kind"]; code: string } | null;
  }>`select payload_hash, status, answer, problem from command
    where organisation_id = ${actor.organisationId} and actor_id = ${actor.accountId} and id = ${id}`.execute(tx);
  const [stored] = rows;
  if (!stored || !stored.payloadHash.equals(hash)) return new Problem("conflict", "command.id_reused");
  try {
    requireVerb(actor, definition.verb);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  if (stored.problem) return new Problem(stored.problem.kind, stored.problem.code);
  return { outcome: "done", ids: {}, ...stored.answer, replayed: true };
}

export type QueryDefinition<I, A> = {
  /** `noun.verb`, the operation's name in the access table and the OpenAPI document. */
  name: string;
  method: "GET" | "POST";
  /** Path below `/api`, with `:params` for ids; free text never stands in it. */
  path: string;
  summary: string;
  /** Path params, query string and (POST) body in one flat object. */
  input: z.ZodType<I>;
  answer: z.ZodType<A>;
  verb: Verb;
  /** What reading this leaves in the audit; null for lists that show no more than names and codes. */
  audit: ((input: I, answer: A) => Omit<AuditEntry, "action" | "outcome">) | null;
  run(context: WorkContext, input: I): Promise<A>;
};

export type AnyQuery = Omit<QueryDefinition<unknown, unknown>, "input" | "answer" | "audit" | "run"> & {
  input: z.ZodType;
  answer: z.ZodType;
  /** True when a successful read leaves an audit entry. */
  audited: boolean;
  run(context: WorkContext, input: unknown): Promise<unknown>;
};

/** Declares a read. The answer is checked against its schema, so that nothing is sent that was not named. */
export function defineQuery<I, A>(definition: QueryDefinition<I, A>): AnyQuery {
  const { audit, ...rest } = definition;
  return {
    ...rest,
    audited: audit !== null,
    run: async (context, input) => {
      const known = definition.input.parse(input);
      const answer = definition.answer.parse(await definition.run(context, known));
      if (audit) await context.audit({ ...audit(known, answer), action: definition.name, outcome: "done" });
      return answer;
    },
  };
}

/**
 * Runs one read in a transaction of its own. A refused access is an audit entry too.
 * @throws Problem forbidden | not_found as the query answers
 */
export async function runQuery(
  services: Services,
  actor: Actor,
  origin: RequestOrigin,
  definition: AnyQuery,
  input: unknown,
): Promise<unknown> {
  const instant = services.clock.now();
  const now = instant.toISOString();
  const today = todayIn(instant, timeZone);
  const settled = await services.db.transaction().execute(async (tx): Promise<{ answer: unknown } | Problem> => {
    let xid = await openContext(tx, actor, now, definition.audited);
    const auditContext = async (): Promise<AuditContext> => {
      xid ||= await openContext(tx, actor, now, true);
      return { organisationId: actor.organisationId, actorId: actor.accountId, now, xid, ...comingFrom(actor, origin) };
    };
    const audit = async (entry: AuditEntry) => writeAudit(tx, await auditContext(), entry);
    const auditShare = async (other: string, entry: ShareAuditEntry) =>
      writeShareAudit(tx, await auditContext(), other, entry);
    try {
      requireVerb(actor, definition.verb);
      return {
        answer: await definition.run(
          { tx, actor, now, today, keys: services.keys, files: services.files, audit, auditShare },
          input,
        ),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw problemOfDatabase(error) ?? error;
      const outcome = outcomeOf(error);
      if (outcome) await audit({ action: definition.name, outcome, reason: error.code, ...triedOf(input) });
      return error;
    }
  });
  if (settled instanceof Problem) throw settled;
  return settled.answer;
}

/** A file given out: its name is a code and a date, never a person's name. `personId`: whom the audit names, where the input does not. */
export type GivenFile = { bytes: Uint8Array; mediaType: string; name: string; personId?: string | undefined };

export type DownloadDefinition<I> = Omit<QueryDefinition<I, GivenFile>, "answer" | "method">;
export type AnyDownload = AnyQuery & { file(answer: unknown): GivenFile };

const GivenFile = z.object({
  bytes: z.instanceof(Uint8Array),
  mediaType: z.string(),
  name: z.string(),
  personId: z.uuid().optional(),
});

/** Declares a read whose answer is a file. An export or a print is an audit entry. */
export function defineDownload<I>(definition: DownloadDefinition<I>): AnyDownload {
  const query = defineQuery({ ...definition, method: "GET", answer: GivenFile });
  return { ...query, file: (answer) => GivenFile.parse(answer) };
}

/** One thing that happened to a person (or to a group without one), for the timeline and the change feed. */
export type EventEntry = {
  personId: string | null;
  caseId?: string | null;
  /** `noun.past_tense`; the message key of the timeline line. */
  kind: string;
  /** The section whose readers see the line. */
  section: Section;
  subject: { type: string; id: string };
  /** Codes, numbers and days for the line; no text that somebody typed. */
  detail?: Record<string, unknown>;
};

/** Sections of a person's file, as R-ACC names its columns. */
export const sections = [
  "CORE",
  "STREET",
  "STAY",
  "SOCIAL",
  "PSYCHOLOGICAL",
  "ADDICTION",
  "HEALTH",
  "COURT",
  "ATTENDANCE",
  "BENEFIT",
  "EMPLOYMENT",
  "INDICATORS",
] as const;
export type Section = (typeof sections)[number];

/** Tells the timeline that something happened, in the transaction in which it happened. */
export async function recordEvent(context: CommandContext, entry: EventEntry): Promise<void> {
  await sql`insert into event (organisation_id, id, person_id, case_id, kind, section, occurred_at, actor_id, subject_type, subject_id, detail)
    values (${context.actor.organisationId}, ${uuidv7()}, ${entry.personId}, ${entry.caseId ?? null}, ${entry.kind}, ${entry.section},
      ${context.occurredAt}, ${context.actor.accountId}, ${entry.subject.type}, ${entry.subject.id}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`.execute(
    context.tx,
  );
}

/**
 * Locks one own record in a statement of its own, so that what is read afterwards is not older.
 * @throws Problem not_found when the organisation has no such row
 */
export async function lockRow(context: WorkContext, table: string, id: string, missing: string): Promise<void> {
  const { rows } =
    await sql`select 1 from ${sql.table(table)} where organisation_id = ${context.actor.organisationId} and id = ${id} for update`.execute(
      context.tx,
    );
  if (rows.length === 0) throw new Problem("not_found", missing);
}

/** Raises a record's version by one and answers it. The row must be locked. */
export async function bumpVersion(context: WorkContext, table: string, id: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`update ${sql.table(table)} set version = version + 1
    where organisation_id = ${context.actor.organisationId} and id = ${id} returning version`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", `${table}.not_found`);
  return row.version;
}

/** @throws Problem conflict `record.changed` when somebody else changed the record since the sender saw it */
export function requireBase(context: CommandContext, version: number): void {
  if (context.base !== undefined && context.base !== version)
    throw new Problem("conflict", "record.changed", { current: version, seen: context.base });
}

/** What a room gives to the house: its writes, its reads, its files. */
export type Room = {
  name: string;
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  downloads: readonly AnyDownload[];
};
