import { uuidv7 } from "../../src/platform/uuid.ts";
import { type Account, type DrillHouse, password } from "./house.ts";
import type { Ids, Sent } from "./inputs.ts";

const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

/** Doors that are neither command nor query, by operation id: what is sent where. Paths as in the OpenAPI document. */
const doors: Readonly<Record<string, (ids: Ids) => Omit<Sent, "aimed">>> = {
  "session.read": () => ({ method: "GET", path: "/api/session" }),
  "session.close": () => ({ method: "DELETE", path: "/api/session" }),
  "session.read-factors": () => ({ method: "GET", path: "/api/session/factors" }),
  "session.ask-passkey": () => ({ method: "POST", path: "/api/session/passkey/options", body: {} }),
  "session.open-by-passkey": () => ({ method: "POST", path: "/api/session/passkey", body: {} }),
  "account.change-password": () => ({ method: "POST", path: "/api/session/password", body: {} }),
  "session.prove": () => ({ method: "POST", path: "/api/session/proof", body: {} }),
  "account.begin-totp": () => ({ method: "POST", path: "/api/session/totp", body: {} }),
  "account.add-totp": () => ({ method: "POST", path: "/api/session/totp/confirmation", body: {} }),
  "account.remove-totp": () => ({ method: "POST", path: "/api/session/totp/removal", body: {} }),
  "account.begin-passkey": () => ({ method: "POST", path: "/api/session/passkeys/options", body: {} }),
  "account.add-passkey": () => ({ method: "POST", path: "/api/session/passkeys", body: {} }),
  "account.remove-passkey": () => ({ method: "POST", path: `/api/session/passkeys/${uuidv7()}/removal`, body: {} }),
  "organisation.set-up": () => ({ method: "POST", path: "/api/setup", body: {} }),
  "invitation.read": () => ({ method: "POST", path: "/api/invitation/facts", body: {} }),
  "invitation.accept": () => ({ method: "POST", path: "/api/invitation", body: {} }),
  "invitation.accept-mine": () => ({ method: "POST", path: "/api/invitation/mine", body: {} }),
  "recovery.read": () => ({ method: "POST", path: "/api/recovery/facts", body: {} }),
  "account.recover": () => ({ method: "POST", path: "/api/recovery", body: {} }),
  "device.enrol": () => ({
    method: "POST",
    path: "/api/devices",
    body: { deviceId: uuidv7(), name: "telefon", signingKey: "AA", proof: "x" },
  }),
  "device.leave": () => ({ method: "DELETE", path: `/api/devices/${uuidv7()}` }),
  "device.lease": () => ({ method: "POST", path: `/api/devices/${uuidv7()}/lease`, body: {} }),
  "sync.ask": () => ({ method: "POST", path: "/api/sync/challenge", body: { deviceId: uuidv7() } }),
  "sync.open": () => ({ method: "POST", path: "/api/sync/token", body: {} }),
  "sync.leave": () => ({ method: "POST", path: "/api/sync/leave", body: {} }),
  "sync.pull": () => ({ method: "POST", path: "/api/sync/pull", body: {} }),
  "sync.deliver": () => ({ method: "POST", path: "/api/sync/deliver", body: {} }),
  "sync.results": () => ({ method: "POST", path: "/api/sync/results", body: {} }),
  "sync.note-reads": () => ({ method: "POST", path: "/api/sync/reads", body: {} }),
  "sync.farewell": () => ({ method: "POST", path: "/api/sync/farewell", body: {} }),
  "sync.store-photo": () => ({
    method: "PUT",
    path: `/api/sync/photos/${uuidv7()}?deviceId=${uuidv7()}&at=0&size=10`,
    body: pdf,
  }),
  "shift-link.read": () => ({ method: "POST", path: "/api/shift-link/facts", body: {} }),
  "shift-link.report": () => ({ method: "POST", path: "/api/shift-link/report", body: {} }),
  "file.store": () => ({ method: "POST", path: `/api/files?fileId=${uuidv7()}&commandId=${uuidv7()}`, body: pdf }),
};

export const isDoor = (operation: string) => operation === "session.open" || operation in doors;

/** The request at such a door. It is enough that the door opens: what it then asks for is another test's. */
export function doorInput(operation: string, ids: Ids, account: Account): Sent {
  if (operation === "session.open")
    return {
      method: "POST",
      path: "/api/session",
      body: { login: account.login, password, kind: "token" },
      aimed: false,
    };
  const door = doors[operation];
  if (!door) throw new Error(`no input for ${operation}`);
  return { ...door(ids), aimed: false };
}

/** A session that the cell may end. */
export async function spareToken(house: DrillHouse, account: Account, organisationId: string): Promise<string> {
  return (await house.openSession(account.id, organisationId)).token;
}
