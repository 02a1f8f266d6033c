import { useSyncExternalStore } from "react";
import { getJson, onSignedOut, sendJson, ServerProblem } from "./api.ts";
import { setServerNow, setServerToday } from "./clock.ts";
import { suggestLanguage } from "./language.ts";

/** What `GET /api/session` answers: a person acting for one organisation. */
export type Session = {
  account: { id: string; name: string; login?: string };
  organisation: { id: string; name: string };
  /** Role codes, e.g. "SOCIAL_WORKER". */
  roles: readonly string[];
  language: string;
  /** Codes of places that the account has put in its rail; the role's own without it. */
  places?: readonly string[];
  idleMinutes: number;
  /** Units the account works in. */
  unitIds?: readonly string[];
  /** False while the authorisation or the pledge is missing or out of date: the day is blocked. */
  authorised?: boolean;
  /** The organisation asks for a second factor that this account has not set yet. */
  secondFactorDue?: boolean;
  /** The server's calendar day and, where it tells it, its clock. */
  today?: string;
  now?: string;
};

/**
 * unknown -> signedOut <-> signedIn -> lost    (a 401 in the middle of work: sign-in over the page, work kept)
 *                                   -> locked  (idle: the page is covered, work kept)
 * lost and locked go back to signedIn only for the same account; another account starts from a clean page.
 *
 * unknown -> device <-> signedIn `byDevice`    what this browser keeps has to be opened; open, it needs no session of the server
 * A 401 then asks for a sign-in too, and takes a no: screens that need more than the device keeps say so themselves.
 */
export type SessionState =
  | { status: "unknown" }
  | { status: "unreachable" }
  | { status: "signedOut" }
  | { status: "device" }
  | { status: "signedIn" | "lost" | "locked"; session: Session; login: string; byDevice?: boolean };

export type SignIn = {
  login: string;
  password: string;
  code?: string;
  organisation?: string;
  /** What a passkey answered, where it stands for the code. */
  passkey?: unknown;
};

let state: SessionState = { status: "unknown" };
const listeners = new Set<() => void>();
let mending: { promise: Promise<boolean>; settle: (mended: boolean) => void } | undefined;

function put(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function getSessionState(): SessionState {
  return state;
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, getSessionState);
}

/** The session of a signed-in screen. @throws Error on open pages */
export function useSession(): Session {
  const current = useSessionState();
  if (!("session" in current)) throw new Error("no session on this page");
  return current.session;
}

/** True when the account has one of these roles in this organisation; hides what the server would refuse anyway. */
export function useHasRole(...roles: readonly string[]): boolean {
  return useSession().roles.some((role) => roles.includes(role));
}

async function readSession(): Promise<Session> {
  await finishEnding();
  const session = await getJson<Session>("/api/session", { mendSession: false });
  if (session.now) setServerNow(session.now);
  else if (session.today) setServerToday(session.today);
  await suggestLanguage(session.language);
  return session;
}

/** Asks the server who is here; called once at the start and after a lost network. */
export async function startSession(): Promise<void> {
  try {
    const session = await readSession();
    put({ status: "signedIn", session, login: session.account.login ?? "" });
  } catch (error) {
    put({
      status:
        error instanceof ServerProblem && (error.status === 401 || error.status === 404) ? "signedOut" : "unreachable",
    });
  }
}

/** Opens a session of the server and shows nothing of it yet. @throws ServerProblem | NetworkFailure; codes `session.*` */
export async function openSession(given: SignIn): Promise<void> {
  await finishEnding();
  await sendJson("POST", "/api/session", { ...given, kind: "cookie" }, { mendSession: false });
}

/** @throws ServerProblem | NetworkFailure; codes `session.*` */
export async function signIn(given: SignIn): Promise<void> {
  await openSession(given);
  const before = state;
  const session = await readSession();
  const sameHere =
    "session" in before &&
    before.session.account.id === session.account.id &&
    before.session.organisation.id === session.organisation.id;
  if ("session" in before && !sameHere) {
    // somebody else took the chair: nothing of the first person stays in memory
    window.location.assign("/");
    return;
  }
  const byDevice = "session" in before && before.byDevice === true;
  put({ status: "signedIn", session, login: given.login, byDevice });
  settleMending(true);
}

let declined = false;

/** What this browser keeps has to be opened first; nothing is asked of the server until then. */
export function waitForDevice(): void {
  settleMending(false);
  put({ status: "device" });
}

/** The device is open: its user works with the session as it was when the network was last there. */
export function openByDevice(session: Session): void {
  declined = false;
  void suggestLanguage(session.language);
  put({ status: "signedIn", session, login: session.account.login ?? "", byDevice: true });
}

/**
 * Asks the server for the session of the device's user; without one, work goes on. Somebody else's, on a phone that goes from hand
 * to hand, is ended: nobody reads in another one's name.
 * @returns the session as it is now, null when there is none to be had
 */
export async function meetServer(): Promise<Session | null> {
  try {
    const session = await readSession();
    if (!("session" in state) || !state.byDevice) return null;
    if (session.account.id !== state.session.account.id || session.organisation.id !== state.session.organisation.id) {
      await endSession();
      return null;
    }
    put({ ...state, session });
    return session;
  } catch {
    return null;
  }
}

/** Somebody who works by the device does not sign in now. */
export function declineSignIn(): void {
  if (!("session" in state) || !state.byDevice) return;
  declined = true;
  put({ ...state, status: "signedIn" });
  settleMending(false);
}

/** Asks for the sign-in that was put off. */
export function signInNow(): void {
  declined = false;
  void askAgain();
}

const TO_END = "powrot.end-session"; // holds only that the session of this browser is over, never whose
let isToEnd = false;

/** Ends the server's session and leaves the page as it is. Without a network the next word to the server is this one. Never fails. */
export async function endSession(): Promise<void> {
  remember(true);
  await finishEnding().catch(() => undefined);
}

/** @throws NetworkFailure */
async function finishEnding(): Promise<void> {
  if (!isToEnd && !remembered()) return;
  await sendJson("DELETE", "/api/session", undefined, { mendSession: false }).catch((error: unknown) => {
    if (!(error instanceof ServerProblem)) throw error;
  });
  remember(false);
}

function remembered(): boolean {
  try {
    return localStorage.getItem(TO_END) !== null;
  } catch {
    return false; // a window that keeps nothing: it ends with the page, or by the time that passes
  }
}

function remember(toEnd: boolean): void {
  isToEnd = toEnd;
  try {
    if (toEnd) localStorage.setItem(TO_END, "1");
    else localStorage.removeItem(TO_END);
  } catch {
    // as above
  }
}

let restInstead: (() => Promise<void>) | null = null;

/** How the screen is locked while the device is open; null: the session's way. */
export function lockBy(rest: (() => Promise<void>) | null): void {
  restInstead = rest;
}

export async function signOut(): Promise<void> {
  try {
    await sendJson("DELETE", "/api/session", undefined, { mendSession: false });
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
  }
  window.location.assign("/");
}

/** Covers the page and ends the server's session, so that a reload does not open it either. */
export async function lockSession(): Promise<void> {
  if (state.status !== "signedIn") return;
  if (restInstead) return restInstead();
  put({ ...state, status: "locked" });
  await endSession();
}

function settleMending(mended: boolean): void {
  mending?.settle(mended);
  mending = undefined;
}

/** Every request that meets a 401 waits here for one sign-in over the page. */
function askAgain(): Promise<boolean> {
  if (!("session" in state) || (state.byDevice && declined)) return Promise.resolve(false);
  if (state.status === "signedIn") put({ ...state, status: "lost" });
  if (!mending) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    mending = { promise, settle: resolve };
  }
  return mending.promise;
}

onSignedOut(askAgain);
