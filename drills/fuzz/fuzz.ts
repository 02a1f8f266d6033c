import { type Operation, operationsOf } from "./operations.ts";
import { Dice } from "./random.ts";
import { isRecord, type Json, KnownIds, spoil, valueFor } from "./values.ts";
import { mark } from "./words.ts";

export type FuzzOptions = {
  /** Where the house listens, such as `http://127.0.0.1:4277` */
  base: string;
  /** Who sends: a name for the report, the account's id, and a way to a new token */
  senders: readonly { name: string; accountId: string; signIn(): Promise<string> }[];
  requestsEach: number;
  seed: number;
};
export type FuzzFigures = {
  requests: number;
  /** Operations that never got past the check of their input */
  shallow: string[];
  healthP99Ms: number;
  slowestMs: number;
  /** The operation that took so long */
  slowest: string;
  /** Answers by status */
  statuses: Record<string, number>;
  faults: string[];
};

const workers = 4;
const hangMs = 5_000;
const leaks =
  /\bat .{0,80}\.[tj]s:\d+|node_modules|"stack"|select .{1,80} from |insert into|syntax error|invalid byte sequence|violates|duplicate key|relation \\"|column \\"|ECONN|postgres/i;

/**
 * Sends made-up requests to every operation of the house's document, half of them with one wrong thing in them.
 * A fault: 5xx, no answer within 5 s, a refusal that does not name the field, a strange field that was taken, or a refusal that
 * tells of the program's inside or repeats what was sent.
 */
export async function fuzz({ base, senders, requestsEach, seed }: FuzzOptions): Promise<FuzzFigures> {
  const operations = operationsOf(await (await fetch(`${base}/api/openapi.json`)).json());
  const ids = new KnownIds(new Set(senders.map(({ accountId }) => accountId)));
  const run: Run = { base, ids, faults: new Set(), deep: new Set(), statuses: {}, slowest: { ms: 0, id: "" } };
  const health = watchHealth(base);
  for (const [index, sender] of senders.entries()) {
    const session = { token: await sender.signIn(), renew: () => sender.signIn() };
    for (const operation of operations)
      if (operation.method === "GET" && operation.parameters.every((one) => !one.required))
        await send(run, session, operation, new Dice(seed), false);
    let sent = 0;
    const work = async (worker: number) => {
      const dice = new Dice(seed * 1_000 + index * 10 + worker);
      while (sent < requestsEach) {
        const operation = operations[sent % operations.length];
        sent += 1;
        if (operation) await send(run, session, operation, dice, true, sender.name);
      }
    };
    await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  }
  return {
    requests: requestsEach * senders.length,
    shallow: operations.filter(({ id }) => !run.deep.has(id)).map(({ id }) => id),
    healthP99Ms: await health(),
    slowestMs: Math.round(run.slowest.ms),
    slowest: run.slowest.id,
    statuses: run.statuses,
    faults: [...run.faults],
  };
}

type Run = {
  base: string;
  ids: KnownIds;
  faults: Set<string>;
  deep: Set<string>;
  statuses: Record<string, number>;
  slowest: { ms: number; id: string };
};
type Session = { token: string; renew(): Promise<string> };

async function send(
  run: Run,
  session: Session,
  operation: Operation,
  dice: Dice,
  spoils: boolean,
  who = "",
): Promise<void> {
  const request = make(operation, dice, run.ids, spoils);
  const fault = (what: string) =>
    run.faults.add(`${operation.id} ${what}${run.faults.size < 40 ? ` <- ${who} ${request.shown}` : ""}`);
  const started = performance.now();
  try {
    const answer = await fetch(`${run.base}${request.url}`, {
      method: operation.method,
      headers: {
        authorization: `Bearer ${session.token}`,
        ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: AbortSignal.timeout(hangMs),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const ms = performance.now() - started;
    if (ms > run.slowest.ms) run.slowest = { ms, id: operation.id };
    run.statuses[answer.status] = (run.statuses[answer.status] ?? 0) + 1;
    if (answer.status >= 500) fault(`${answer.status} ${/"code":"[a-z_.]+"/.exec(bytes.toString())?.[0] ?? ""}`);
    if (answer.status < 400 || [404, 409, 422].includes(answer.status)) run.deep.add(operation.id);
    if (answer.status === 401 && !operation.path.includes("session")) session.token = await session.renew();
    const text = answer.headers.get("content-type")?.includes("json") ? bytes.toString() : "";
    if (answer.status >= 400) judge(answer.status, text, request, fault);
    else if (request.unknownField) fault(`took the field ${request.path}`);
    else if (text) run.ids.learn(JSON.parse(text));
  } catch (error) {
    fault(`no answer: ${error instanceof Error ? error.name : "?"}`);
  }
}

type Made = {
  url: string;
  body: string | undefined;
  path: string | null;
  unknownField: boolean;
  wellFormed: boolean;
  shown: string;
};

function judge(status: number, text: string, request: Made, fault: (what: string) => void): void {
  if (leaks.test(text)) fault(`${status} tells of the inside: ${leaks.exec(text)?.[0]}`);
  if (text.includes(mark)) fault(`${status} repeats what was sent`);
  let body: Json;
  try {
    body = JSON.parse(text);
  } catch {
    return fault(`${status} is no JSON`);
  }
  const errors = errorsOf(body);
  const isWhole = isRecord(body) && body.code === "request.too_large"; // refused before a field of it was read
  if (status !== 400 || !request.wellFormed || isWhole) return;
  if (errors.length === 0) return fault(`400 names no field`);
  const { path } = request;
  if (
    request.unknownField &&
    path &&
    !errors.includes(path) &&
    !errors.some((one) => path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
  )
    fault(`400 does not name ${path}`);
}

function errorsOf(body: unknown): string[] {
  if (typeof body !== "object" || body === null || !("errors" in body) || !Array.isArray(body.errors)) return [];
  return body.errors.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "path" in one && typeof one.path === "string" ? [one.path] : [],
  );
}

const broken = [
  "{",
  "[",
  "nul",
  '{"a":1}}',
  '"text"',
  "[]",
  "1",
  "",
  "\u0000",
  '{"__proto__":{"isAdmin":true},',
  "[".repeat(60_000),
  `{"payload":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`,
];

function make(operation: Operation, dice: Dice, ids: KnownIds, spoils: boolean): Made {
  const input: Record<string, Json> = {};
  for (const { name, required, schema } of operation.parameters)
    if (required || dice.happens(0.5)) input[name] = valueFor(schema, dice, ids, name);
  let body: Json | undefined = operation.body === null ? undefined : valueFor(operation.body, dice, ids);
  if (isRecord(body) && operation.path.startsWith("/api/commands/")) {
    body.v = 1;
    body.id = dice.uuid();
    delete body.mends;
  }
  let spoilt: { path: string; unknownField: boolean } | null = null;
  let raw: string | undefined;
  if (spoils && dice.happens(0.55)) {
    if (body !== undefined && dice.happens(0.05)) raw = dice.pick(broken);
    else if (body !== undefined) {
      const made = spoil(body, dice);
      body = made.value;
      // a door's fields are its own affair
      spoilt = operation.path.startsWith("/api/commands/") ? made : null;
    } else {
      const name = dice.pick([...operation.parameters.map((one) => one.name), "organisationId"]);
      const { value } = spoil({ [name]: "x" }, dice);
      if (isRecord(value)) Object.assign(input, value);
    }
  }
  if (raw === undefined && body !== undefined) raw = JSON.stringify(body);
  if (raw?.startsWith("{") && spoils && dice.happens(0.03)) raw = `{"__proto__":{"isAdmin":true},${raw.slice(1)}`;
  const url = addressOf(operation, input);
  return {
    url,
    body: raw,
    // a text that cannot be kept is named before anything else is looked at
    path: raw && /\\u0000|\\ud[89a-f]/.test(raw) ? null : (spoilt?.path ?? null),
    unknownField: spoilt?.unknownField ?? false,
    wellFormed: raw === undefined ? !url.includes("%00") : wellFormed(raw),
    shown: `${url.slice(0, 200)} ${(raw ?? "").slice(0, 700)}`,
  };
}

function wellFormed(raw: string): boolean {
  if (raw.includes('"__proto__"') || raw.includes('"constructor":{"prototype"')) return false;
  try {
    return isRecord(JSON.parse(raw));
  } catch {
    return false;
  }
}

function addressOf({ path, parameters }: Operation, input: Record<string, Json>): string {
  const inPath = new Set(parameters.filter((one) => one.in === "path").map((one) => one.name));
  const text = (value: Json | undefined) =>
    (typeof value === "string" ? value : JSON.stringify(value ?? null)).slice(0, 3_000).toWellFormed();
  const filled = path.replace(
    /\{([a-zA-Z]+)\}/g,
    (_, name: string) => encodeURIComponent(text(input[name] ?? "0190a000-0000-7000-8000-0000000000ff")) || "0",
  );
  const query = new URLSearchParams(
    Object.entries(input).flatMap(([name, value]) => (inPath.has(name) ? [] : [[name, text(value)]])),
  );
  return query.size ? `${filled}?${query}` : filled;
}

/** Asks after the house's health every 50 ms until called; answers the 99th percentile in ms. */
function watchHealth(base: string): () => Promise<number> {
  const times: number[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) {
      const started = performance.now();
      await (await fetch(`${base}/healthz`)).text();
      times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 50));
    }
  })();
  return async () => {
    over = true;
    await watching;
    const sorted = times.toSorted((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0);
  };
}
