import type { QueryClient } from "@tanstack/react-query";
import type { DeviceState, OfflineRoom } from "../../../platform/device/contract.ts";
import * as device from "../../../platform/device/device.ts";
import { deviceMessages } from "../../../platform/device/messages.ts";
import { DeviceProblem } from "../../../platform/device/problem.ts";
import { isEnd } from "../../../platform/device/wire.ts";
import { type Lang, type Messages, translate } from "../../../platform/messages.ts";
import { type Carrier, type Draft, keepDrafts, tellDevice } from "../../../platform/ui/carrier.ts";
import { setServerNow } from "../../../platform/ui/clock.ts";
import {
  endSession,
  lockBy,
  lockSession,
  meetServer,
  openByDevice,
  waitForDevice,
} from "../../../platform/ui/session.ts";
import { dropShell, keepShell } from "../offline/shell.ts";
import { endByNetwork, findMark, forgetStore, rememberStore, tellLost } from "./here.ts";
import { offlineRooms } from "./rooms.ts";

/**
 * Ties the device to the rest of the app: its state to the lines and the session, its outbox to the forms, its changes to what
 * screens have read. Nothing read outlives the open device.
 */

let rooms: readonly OfflineRoom[] = [];
let carrier: Carrier | null = null;
let queries: QueryClient | undefined;
let before: DeviceState | undefined;
let begun: Promise<boolean> | undefined;

/** Starts the device once; what waits in it is sent from now on. @returns false when nobody's store is here */
export function startDevice(client: QueryClient): Promise<boolean> {
  begun ??= start(client);
  return begun;
}

async function start(client: QueryClient): Promise<boolean> {
  queries = client;
  const state = await device.start();
  before = state;
  device.subscribe(() => follow(device.getState()));
  device.onRestAsked(() => void lockSession());
  device.onHeld(() => {
    if (!carrier) return;
    forgetUnseen();
    void queries?.invalidateQueries();
  });
  tellDevice(state, null);
  if (keepsAnything(state)) rememberStore(state.unsent);
  else {
    tellLost(findMark());
    void dropShell();
  }
  if (state.status === "none") return false;
  void keepShell();
  return true;
}

/** A store, or what a former user left sealed and unsent. */
const keepsAnything = ({ status, unsent }: DeviceState): boolean => status !== "none" || unsent > 0;

function follow(next: DeviceState): void {
  const last = before;
  before = next;
  if (keepsAnything(next)) rememberStore(next.unsent);
  else if (last && keepsAnything(last)) {
    if (next.trouble === "device.evicted") return window.location.assign("/"); // the start tells what that means
    forgetStore();
  }
  const { deviceId: here = null, status: was } = last ?? {};
  const isGone = (was === "open" || was === "resting") && !next.users.some(({ key }) => key === here);
  // its user was done with it, here or in another tab, whoever else has a store in this browser
  if (isGone && !isEnd(next.trouble)) void endSession().then(() => window.location.assign("/"));
  // what somebody left unsent has come to the server: who works by the network meanwhile sees it
  if (!carrier && last && next.unsent < last.unsent) void queries?.invalidateQueries();
  if (next.clockOffsetMs !== last?.clockOffsetMs) setClock(next);
  if (next.status === "open" && last?.status !== "open") void opened();
  else if (next.status !== "open" && last?.status === "open") closed(next);
  else tellDevice(next, carrier);
}

/** Screens go by the server's clock, as far as this phone has ever heard it: its own may be wrong by days. */
function setClock({ clockOffsetMs }: DeviceState): void {
  if (clockOffsetMs !== null) setServerNow(new Date(Date.now() + clockOffsetMs).toISOString());
}

async function opened(): Promise<void> {
  void import("./DoorScreen.tsx").catch(() => undefined); // there before the end of the device takes the kept app away
  rooms = await Promise.all(offlineRooms.map((load) => load()));
  device.setRooms(rooms);
  const session = await device.session();
  const state = device.getState();
  if (state.status !== "open" || !session) return;
  endByNetwork();
  void keepShell();
  queries?.clear();
  carrier = newCarrier();
  setClock(state);
  tellDevice(state, carrier);
  openByDevice(session);
  lockBy(restNow);
  const fresh = await meetServer();
  if (fresh) await device.keepSession(fresh).catch(() => undefined);
}

/** Covers the screen at once; what was read goes from memory. */
function closed(next: DeviceState): void {
  lockBy(null);
  carrier = null;
  tellDevice(next, null);
  waitForDevice();
  queries?.clear();
}

/** Drafts first: the screen is taken away, not only covered. The server's session ends with it. */
async function restNow(): Promise<void> {
  await keepDrafts();
  await device.rest({ everywhere: document.visibilityState === "visible" }); // a tab that went out of sight covers no other
  void endSession();
}

/** What no screen shows and the phone can tell anew: the next screen begins with what is so then. */
function forgetUnseen(): void {
  queries?.removeQueries({ type: "inactive", predicate: ({ meta }) => meta?.onPhone === true });
}

/** One for each time the device is open: what rooms have read hangs on it and goes with it. */
const newCarrier = (): Carrier => ({
  carries: device.isDeclared,
  put: async (type, envelope, draft) => {
    if (envelope.mends === undefined) await device.put(type, envelope, draft === undefined ? {} : { draft });
    else {
      await device.mend(envelope.mends, envelope);
      if (draft !== undefined) await device.dropDraft(draft);
    }
    forgetUnseen();
  },
  read: (kind) => device.read(kind),
  pending: () => device.pending(),
  changes: device.changes,
  saveDraft: (key, draft) => device.saveDraft(key, draft),
  loadDraft: (key) => device.loadDraft<Draft>(key),
  dropDraft: (key) => device.dropDraft(key),
  noteRead: (personId) => void device.noteRead(personId).catch(() => undefined), // closed meanwhile
  keepPhoto: device.keepPhoto,
  say: sayProblem,
});

/** The sentence of a problem of the device; undefined for another one. */
export function sayProblem(error: unknown, lang: Lang): string | undefined {
  if (!(error instanceof DeviceProblem)) return undefined;
  const t = translate(deviceMessages, lang);
  return t.maybe(error.code) ?? t("device.failed");
}

/** The sentence for the code of a refusal, in the words of the rooms; undefined when none knows it. */
export function sayRefusal(
  code: string,
  details: Readonly<Record<string, unknown>> = {},
  lang: Lang,
): string | undefined {
  const params = Object.fromEntries(
    Object.entries(details).filter((each): each is [string, string | number] =>
      ["string", "number"].includes(typeof each[1]),
    ),
  );
  const catalogues: readonly Messages[] = [deviceMessages, ...rooms.map((room) => room.words ?? {})];
  for (const words of catalogues) {
    const text = translate(words, lang).maybe(code, params);
    if (text) return text;
  }
  return undefined;
}
