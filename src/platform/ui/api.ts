import { uuidv7 } from "../uuid.ts";
import { getCarrier } from "./carrier.ts";

/**
 * The only place of the browser that talks to the server. Answers are JSON; problems are RFC 9457 documents and become a
 * `ServerProblem`; a missing network becomes a `NetworkFailure`. A 401 asks for a sign-in over the page and sends the same again.
 */
export type ProblemKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "refused"
  | "throttled"
  | "unavailable"
  | "unexpected";

/** `path` is from the body, e.g. `payload.goals.0.text`; `code` is the message key. */
export type ProblemError = { path: string; code: string; details?: Record<string, unknown> };

export class ServerProblem extends Error {
  readonly status: number;
  readonly kind: ProblemKind;
  readonly code: string;
  readonly errors: readonly ProblemError[];
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, body: unknown) {
    const it = isRecord(body) ? body : {};
    const code = typeof it.code === "string" ? it.code : `problem.${kindOf(status)}`;
    super(code);
    this.name = "ServerProblem";
    this.status = status;
    this.kind = kindOf(status);
    this.code = code;
    this.errors = Array.isArray(it.errors) ? it.errors.filter(isProblemError) : [];
    this.details = isRecord(it.details) ? it.details : {};
  }
}

/** The request may or may not have arrived: sending the same command again with the same id is safe. */
export class NetworkFailure extends Error {
  override readonly name = "NetworkFailure";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isProblemError(value: unknown): value is ProblemError {
  return isRecord(value) && typeof value.path === "string" && typeof value.code === "string";
}

function kindOf(status: number): ProblemKind {
  switch (status) {
    case 400:
    case 413:
    case 415:
      return "invalid";
    case 401:
      return "unauthenticated";
    case 403:
      return "forbidden";
    case 404:
      return "not_found";
    case 409:
      return "conflict";
    case 422:
      return "refused";
    case 429:
      return "throttled";
    case 502:
    case 503:
    case 504:
      return "unavailable";
    default:
      return "unexpected";
  }
}

type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain = () => Promise.resolve(false);

/** The app says how a lost session is mended: resolves true when the same person has signed in again. */
export function onSignedOut(ask: SignInAgain): void {
  signInAgain = ask;
}

export type RequestOptions = {
  signal?: AbortSignal /** false: a 401 is an answer, not a lost session */;
  mendSession?: boolean;
};

async function request<T = unknown>(
  method: string,
  path: string,
  body: BodyInit | undefined,
  options: RequestOptions,
  take: (response: Response) => Promise<T> = takeJson,
): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (typeof body === "string") headers["content-type"] = "application/json";
  if (method !== "GET") headers["x-powrot"] = "1";
  for (let attempt = 0; ; attempt++) {
    const init: RequestInit = { method, headers, credentials: "same-origin", cache: "no-store" };
    if (body !== undefined) init.body = body;
    if (options.signal) init.signal = options.signal;
    let status: number;
    let problem: unknown;
    try {
      const response = await fetch(path, init);
      if (response.ok) return await take(response);
      status = response.status;
      problem = await takeJson(response);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new NetworkFailure(path);
    }
    if (status === 401 && attempt === 0 && options.mendSession !== false && (await signInAgain())) continue;
    throw new ServerProblem(status, problem);
  }
}

/** As the contract of the endpoint promises; undefined for an empty body and for one that is no JSON. */
async function takeJson<T>(response: Response): Promise<T> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined as T; // the caller names the shape, and no shape for nothing
  }
}

/** @throws ServerProblem | NetworkFailure. The caller names the shape that the endpoint's contract promises. */
export function getJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return request("GET", path, undefined, options);
}

/** A file that the server makes, and the name it gives it. @throws ServerProblem | NetworkFailure */
export function getFile(path: string): Promise<{ name: string; content: Blob }> {
  return request("GET", path, undefined, {}, async (response) => ({
    name: /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "",
    content: await response.blob(),
  }));
}

/** A read whose terms must not stand in an address (names, free text). @throws ServerProblem | NetworkFailure */
export function postQuery<T>(path: string, terms: unknown, options: RequestOptions = {}): Promise<T> {
  return request("POST", path, JSON.stringify(terms), options);
}

/** Any other write, e.g. `DELETE /api/session`. @throws ServerProblem | NetworkFailure */
export function sendJson<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  return request(method, path, body === undefined ? undefined : JSON.stringify(body), options);
}

/** Stores one file and answers its id, for a command that attaches it. @throws ServerProblem | NetworkFailure */
export async function storeFile(file: Blob, options: RequestOptions = {}): Promise<string> {
  const fileId = uuidv7();
  await request("POST", `/api/files?fileId=${fileId}&commandId=${uuidv7()}`, file, options);
  return fileId;
}

export type CommandEnvelope = {
  id: string;
  v: number;
  base?: number;
  /** the refused command that this one mends */
  mends?: string;
  occurredAt: string;
  payload: unknown;
};

export type CommandDone = {
  outcome: "done";
  /** Empty when `kept`: what was minted here counts. */
  ids: Readonly<Record<string, string>>;
  version?: number;
  /** Safe on this device, and not on the server yet. */
  kept?: boolean;
} & Readonly<Record<string, unknown>>;

/**
 * Sends one command; safe to repeat with the same envelope. Where the device is open and its room lets it, the outbox takes it:
 * then it is `kept`, and `draft` is dropped with it. @throws ServerProblem | NetworkFailure | DeviceProblem
 */
export async function sendCommand(
  type: string,
  envelope: CommandEnvelope,
  { draft, ...options }: RequestOptions & { draft?: string } = {},
): Promise<CommandDone> {
  const carrier = getCarrier();
  if (carrier?.carries(type)) {
    await carrier.put(type, envelope, draft);
    return { outcome: "done", ids: {}, kept: true };
  }
  return request("POST", `/api/commands/${encodeURIComponent(type)}`, JSON.stringify(envelope), options);
}
