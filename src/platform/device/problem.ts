/** What a device cannot do, by the key of its sentence in `messages.ts` or the code that the server answered. */
export class DeviceProblem extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "DeviceProblem";
    this.code = code;
    this.details = details;
  }
}

const names = (error: unknown): string[] => {
  if (typeof error !== "object" || error === null) return [];
  const name = "name" in error && typeof error.name === "string" ? [error.name] : [];
  return "inner" in error ? [...name, ...names(error.inner)] : name;
};

const lost = ["InvalidStateError", "DatabaseClosedError", "UnknownError", "AbortError", "TransactionInactiveError"];

/** What a browser says of a store whose connection it has taken away: Safari after a while in the background, any after a cleaning. */
export const isConnectionLost = (error: unknown): boolean =>
  !isDiskFull(error) && names(error).some((name) => lost.includes(name));

/** What a browser says when nothing more fits; Dexie wraps it. */
export const isDiskFull = (error: unknown): boolean => names(error).includes("QuotaExceededError");
