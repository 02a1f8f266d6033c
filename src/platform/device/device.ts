import { useSyncExternalStore } from "react";
import { afterFrame } from "../ui/afterFrame.ts";
import type { CommandEnvelope } from "../ui/api.ts";
import type { Session } from "../ui/session.ts";
import { trustedScriptUrl } from "../ui/trustedUrl.ts";
import { uuidv7 } from "../uuid.ts";
import type { DeviceState, OfflineRoom, PendingCommand } from "./contract.ts";
// oxlint-disable-next-line import/default -- the build makes the address
import workerUrl from "./deviceWorker.ts?worker&url";
import { askPasskey, makePasskey } from "./passkey.ts";
import { isWholePhrase } from "./phraseForm.ts";
import { DeviceProblem } from "./problem.ts";
import type { Answer, Call, Doors } from "./remote.ts";
import type { PinAnswer, UnlockAnswer } from "./world.ts";

/**
 * The device as screens see it. Keys, cryptography and storage are in the worker; a worker that dies fails what was asked of
 * it with `device.worker_lost`, and the next call starts another one, locked.
 */
type GivenSecret = { way: "passkey" } | { way: "phrase"; phrase: string };

const nothing: DeviceState = {
  status: "none",
  users: [],
  deviceId: null,
  waiting: 0,
  unsent: 0,
  needsYou: 0,
  sentAt: null,
  pulledAt: null,
  leaseUntil: null,
  clockOffsetMs: null,
  storage: null,
  trouble: null,
  pulling: null,
  measures: [],
};

let state = nothing;
let rooms: readonly OfflineRoom[] = [];
let worker: Worker | undefined;
let calls = 0;
let restAsked: (() => void) | undefined;
const open = new Map<number, { done: (value: unknown) => void; fail: (error: DeviceProblem) => void }>();
const watchers = new Set<() => void>();
const readers = new Set<() => void>();

/** What the worker answered since it changed last, by kind; `outbox`: what waits. Gone as soon as the device is not open. */
const answers = new Map<string, Promise<unknown>>();
let changed = 0;

function forget(kinds: Iterable<string>): void {
  changed += 1;
  for (const kind of kinds) answers.delete(kind);
}

function remembered<T>(kind: string, asked: () => Promise<T>): Promise<T> {
  const known = answers.get(kind) as Promise<T> | undefined; // one shape for each kind
  if (known) return known;
  const answer = asked();
  answers.set(kind, answer);
  answer.catch(() => answers.get(kind) === answer && answers.delete(kind));
  return answer;
}

function tell(next: DeviceState): void {
  if (next.status !== "open") forget([...answers.keys()]);
  else if (next.waiting !== state.waiting || next.needsYou !== state.needsYou || next.sentAt !== state.sentAt)
    forget(["outbox"]);
  const isOther = next.status !== state.status;
  state = next;
  if (isOther) watchers.forEach((watcher) => watcher());
  else later("state", () => watchers.forEach((watcher) => watcher()));
}

/** What screens are told after the frame that their user waits for; who asks before it hears what is so already. */
const untold = new Set<string>();

function later(what: string, told: () => void): void {
  if (untold.has(what)) return;
  untold.add(what);
  afterFrame(() => {
    untold.delete(what);
    told();
  });
}

function started(): Worker {
  if (worker) return worker;
  const made = new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "device" });
  worker = made;
  made.onmessage = ({ data }: MessageEvent<Answer>) => {
    if ("state" in data) return tell(data.state);
    if ("held" in data) {
      forget(data.held);
      return later("held", () => readers.forEach((reader) => reader()));
    }
    if ("rest" in data) return restAsked?.();
    const asked = open.get(data.call);
    open.delete(data.call);
    if ("error" in data) asked?.fail(new DeviceProblem(data.error.code, data.error.details));
    else asked?.done(data.value);
  };
  made.onerror = (event) => {
    event.preventDefault();
    made.terminate();
    if (worker === made) worker = undefined;
    for (const { fail } of open.values()) fail(new DeviceProblem("device.worker_lost"));
    open.clear();
    if (state.status !== "none") tell({ ...state, status: "locked" });
  };
  tellDirectories();
  return made;
}

type Result<K extends keyof Doors> = Awaited<ReturnType<Doors[K]>>;

function ask<K extends keyof Doors>(name: K, ...args: Parameters<Doors[K]>): Promise<Result<K>> {
  const to = started();
  calls += 1;
  const call: Call = { call: calls, name, args };
  return new Promise((done, fail) => {
    open.set(call.call, { done: (value) => done(value as Result<K>), fail }); // the worker calls the door of that name
    to.postMessage(call);
  });
}

function tellDirectories(): void {
  if (worker)
    void ask(
      "setDirectories",
      rooms.flatMap((room) => room.directories ?? []),
    ).catch(() => undefined);
}

const declared = (type: string) => rooms.map((room) => room.commands[type]).find((found) => found !== undefined);

function aboutOf(type: string, payload: unknown) {
  const room = declared(type);
  const photos = room?.photos?.(payload) ?? [];
  return { touches: room?.touches(payload) ?? [], label: room?.label(payload) ?? type, photos };
}

/** Starts the worker and answers what this browser keeps. */
export const start = (): Promise<DeviceState> => ask("refresh");

/** What rooms say of their commands and kinds; before anything is put or read. */
export function setRooms(given: readonly OfflineRoom[]): void {
  rooms = given;
  tellDirectories();
}

/** Whether a command of this type goes by the outbox while the device is open. */
export const isDeclared = (type: string): boolean => declared(type) !== undefined;

/** Where the user mends this refused command. */
export function mendPathOf({ type, envelope }: PendingCommand): string | undefined {
  const path = declared(type)?.mendPath;
  return typeof path === "function" ? path(envelope.payload) : path;
}

/** Asks the browser not to clear the store by itself. false: it may; the user is told. */
export async function askPersistence(): Promise<boolean> {
  const kept = (await navigator.storage?.persist?.()) ?? false;
  await ask("refresh");
  return kept;
}

/**
 * Makes this browser a device of the signed-in account.
 * @throws DeviceProblem `device.no_prf`, `device.phrase_short`, `device.pin_form`, or the server's code
 */
export async function enrol(given: {
  label: string;
  secret: GivenSecret;
  pin: string;
  session: Session;
  /** That the user has just given the password again. */
  proof: string;
}): Promise<void> {
  const { label, secret, pin, session, proof } = given;
  if (secret.way === "phrase" && !isWholePhrase(secret.phrase)) throw new DeviceProblem("device.phrase_short");
  const known = secret.way === "phrase" ? secret : await makePasskey(label);
  await ask("enrol", { label, pin, session, proof, secret: known });
}

/** The full unlock. @throws DOMException when the user calls the passkey off */
export async function unlock({ userKey, secret }: { userKey: string; secret: GivenSecret }): Promise<UnlockAnswer> {
  if (secret.way === "phrase") return ask("unlock", userKey, secret);
  const passkey = await ask("passkeyOf", userKey);
  return passkey ? ask("unlock", userKey, await askPasskey(passkey)) : "destroyed";
}

export const unlockByPin = (pin: string): Promise<PinAnswer> => ask("unlockByPin", pin);
/** `everywhere`: in the other tabs of this browser too. */
export const rest = (how: { everywhere: boolean }): Promise<void> => ask("rest", how);
export const lock = (): Promise<void> => ask("lock");
export const leave = (how: { handOver: boolean }): Promise<void> => ask("leave", how);

/** The session that the user was enrolled with, as last refreshed; null while locked. */
export const session = async (): Promise<Session | null> => (await ask("session")) as Session | null; // kept by keepSession
export const keepSession = (given: Session): Promise<void> => ask("keepSession", given);

/**
 * Resolves when the disk has it. `draft`: the key of the draft that it was made of. One that `mends` a refused command takes
 * its place in the queue.
 * @throws DeviceProblem
 */
export async function put(type: string, envelope: CommandEnvelope, how: { draft?: string } = {}): Promise<void> {
  await ask("put", type, envelope, { ...aboutOf(type, envelope.payload), ...how });
  forget(["outbox"]);
}

/** Raised with every change of what `read` and `pending` answer. */
export const changes = (): number => changed;

/** Bodies of all held records of a kind: the same list until one of them changes. */
export const read = <T>(kind: string): Promise<readonly T[]> =>
  remembered(kind, async () => (await ask("read", kind)) as readonly T[]); // the set's room says its shape
export const readOne = async <T>(kind: string, id: string): Promise<T | undefined> =>
  (await ask("readOne", kind, id)) as T | undefined;
export const pending = (): Promise<readonly PendingCommand[]> => remembered("outbox", () => ask("pending"));
/** The corrected command in the place of the refused one. @throws DeviceProblem */
export async function mend(id: string, envelope: CommandEnvelope): Promise<void> {
  const before = (await pending()).find((command) => command.id === id);
  if (!before) throw new DeviceProblem("device.unknown_entry");
  await put(before.type, { ...envelope, mends: id });
}
export const discard = (id: string): Promise<void> => ask("discard", id);

export const saveDraft = (key: string, value: unknown): Promise<void> => ask("saveDraft", key, value);
/** Somebody's card was read here: told to the server at the next contact. */
export const noteRead = (personId: string): Promise<void> => ask("noteRead", personId);
export const loadDraft = async <T>(key: string): Promise<T | undefined> =>
  (await ask("loadDraft", key)) as T | undefined;
export const dropDraft = (key: string): Promise<void> => ask("dropDraft", key);

/** Keeps a picture, painted anew and sealed to the server; answers its id. It is sent once a command names it, and before that. */
export async function keepPhoto(picture: Blob): Promise<string> {
  const id = uuidv7();
  await ask("keepPicture", id, picture);
  return id;
}

export const syncNow = (): Promise<void> => ask("syncNow");

export const getState = (): DeviceState => state;
export function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
export const useDevice = (): DeviceState => useSyncExternalStore(subscribe, getState);

/** Told that records or what waits are other than before: queries over them are stale. */
export function onHeld(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** What the page does when another tab of this browser was covered. */
export function onRestAsked(does: () => void): void {
  restAsked = does;
}

function wake(): void {
  if (worker && document.visibilityState === "visible") void syncNow().catch(() => undefined);
}
globalThis.addEventListener("online", wake);
document.addEventListener("visibilitychange", wake);
