/** How an expected failure is answered; the one place that knows the HTTP status. */
export const problemStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  throttled: 429,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatus;

/** One field at fault: `path` as in the request body ("payload.goals.0.text"), `code` a message key. */
export type FieldProblem = { path: string; code: string };

/**
 * An expected failure. `code` is stable and is the message key; sentences live in the rooms' messages.
 * `details` reach the person: never put in them what the person may not see.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly details: Record<string, unknown> | undefined;
  readonly errors: FieldProblem[] | undefined;

  constructor(kind: ProblemKind, code: string, details?: Record<string, unknown>, errors?: FieldProblem[]) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.details = details;
    this.errors = errors;
  }
}

/** Throws the first refusal as a Problem, with all of them in `details.refusals`. An empty list passes. */
export function refuseIf(refusals: readonly (string | null)[], details?: Record<string, unknown>): void {
  const codes = refusals.filter((code) => code !== null);
  const [first] = codes;
  if (first) throw new Problem("refused", first, { ...details, refusals: codes });
}

/**
 * For a `catch`: whatever Problem it was, the record is not there, so that nobody learns from the answer whether it is.
 * @throws Problem not_found `code`, or the error itself when it is a bug
 */
export const asMissing =
  (code: string) =>
  (error: unknown): never => {
    throw error instanceof Problem ? new Problem("not_found", code) : error;
  };

/** Constraints whose violation is an expected failure, by name; rooms add theirs where they are defined. */
const constraintProblems = new Map<string, { kind: ProblemKind; code: string; path: string | undefined }>();

/** @param path of an `invalid` problem: the field at fault, as in the request body */
export function onConstraint(name: string, kind: ProblemKind, code: string, path?: string): void {
  constraintProblems.set(name, { kind, code, path });
}

/** One field of the request that cannot be as it was sent. */
export function invalidAt(path: string, code: string): Problem {
  return new Problem("invalid", code, undefined, [{ path, code }]);
}

/** The Problem that a database error stands for, or undefined when it is a bug. Never compares message text. */
export function problemOfDatabase(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if ("constraint" in error && typeof error.constraint === "string") {
    const known = constraintProblems.get(error.constraint);
    if (known?.path) return invalidAt(known.path, known.code);
    if (known) return new Problem(known.kind, known.code);
    // the sender minted an id that something else has already
    if (error.code === "23505" && error.constraint.endsWith("_key")) return new Problem("conflict", "record.id_taken");
  }
  const state = String(error.code);
  const away =
    state.startsWith("08") ||
    ["57P01", "57P02", "57P03", "53300", "ECONNREFUSED", "ECONNRESET", "25006"].includes(state);
  if (away) return new Problem("unavailable", "server.database_away");
  if (state === "57014" || state === "55P03") return new Problem("unavailable", "server.too_slow");
  if (state === "53100") return new Problem("unavailable", "server.disk_full");
  if (state === "40001" || state === "40P01") return new Problem("unavailable", "server.try_again");
  return undefined;
}
