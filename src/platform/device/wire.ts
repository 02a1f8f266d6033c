import { DeviceProblem } from "./problem.ts";

/** One request to the server. @throws NetworkTrouble when no answer came; it may or may not have arrived */
export type Send = (
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  options?: { token?: string; mediaType?: string },
) => Promise<{ status: number; body: unknown }>;

export class NetworkTrouble extends Error {
  readonly code: string;
  constructor(path: string, code = "device.offline") {
    super(path);
    this.name = "NetworkTrouble";
    this.code = code;
  }
}

/** Over the browser's fetch: from a worker too. Bytes go as they are, all else as JSON. */
export const sendByFetch: Send = async (method, path, body, { token, mediaType } = {}) => {
  const headers: Record<string, string> = { accept: "application/json", "x-powrot": "1" };
  if (token) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = mediaType ?? "application/json";
  const init: RequestInit = { method, headers, credentials: token ? "omit" : "same-origin", cache: "no-store" };
  if (body !== undefined) init.body = body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
  } catch {
    throw new NetworkTrouble(path);
  }
};

/** The code of a problem document; "" without one. */
export function codeOf(body: unknown): string {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string" ? body.code : "";
}

/** The details of a problem document; nothing without one. */
function detailsOf(body: unknown): object {
  return typeof body === "object" && body !== null && "details" in body && typeof body.details === "object"
    ? { ...body.details }
    : {};
}

const isBusy = (status: number) => status === 429 || status >= 500;

/**
 * Asks and answers the body. The caller names the shape that the contract of the endpoint promises.
 * @throws NetworkTrouble when the server is away or busy
 * @throws DeviceProblem with the server's code when it says no
 */
export async function ask<T>(send: Send, ...request: Parameters<Send>): Promise<T> {
  const { status, body } = await send(...request);
  if (isBusy(status)) throw new NetworkTrouble(request[1], "device.unavailable");
  if (status >= 400) throw new DeviceProblem(codeOf(body) || `problem.${status}`, { ...detailsOf(body), status });
  return body as T; // the contract of the endpoint is the proof
}

/** A 401 of any kind but a revoked device: signing in mends it. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof DeviceProblem && (error.details.status === 401 || error.details.status === 403);

/** The server's word that the device is over, whoever ended it. */
const end = "device.revoked";
/** Causes that are not the office's. */
const causes: Readonly<Record<string, string>> = {
  OWN: "device.revoked_own",
  IDLE: "device.revoked_idle",
  ACCOUNT_ENDED: "device.revoked_account_ended",
  WORK_OFF: "device.revoked_work_off",
};

/** The sentence of who or what ended the device, for `DeviceState.trouble`. */
export function endOf(error: unknown): string {
  return (error instanceof DeviceProblem && causes[String(error.details.cause)]) || end;
}

/** Whether a device's trouble is that it was ended. */
export const isEnd = (trouble: string | null): boolean => trouble?.startsWith(end) === true;

export const isRevoked = (error: unknown): boolean =>
  error instanceof DeviceProblem && error.code === end && error.details.status === 401;
