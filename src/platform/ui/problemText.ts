import type { Messages, MessageValue, Translate } from "../messages.ts";
import { NetworkFailure, type ProblemError, ServerProblem } from "./api.ts";
import type { uiMessages } from "./uiMessages.ts";

type Say = Pick<Translate<Messages>, "maybe">;
type SayUi = Translate<typeof uiMessages>;

/** Details that can stand in a sentence. */
function sayable(details: Readonly<Record<string, unknown>> | undefined): Record<string, MessageValue> {
  const params: Record<string, MessageValue> = {};
  for (const [name, value] of Object.entries(details ?? {})) {
    if (typeof value === "string" || typeof value === "number") params[name] = value;
  }
  return params;
}

/** The sentence of one field: the room's words for the code, else common words, never the bare code. */
export function fieldSentence(error: ProblemError, room: Say | undefined, ui: SayUi): string {
  const params = sayable(error.details);
  return room?.maybe(error.code, params) ?? ui.maybe(error.code, params) ?? ui("field.invalid");
}

/** The sentence of a whole problem: the room's words for its code, else those of its kind. */
export function problemSentence(problem: unknown, room: Say | undefined, ui: SayUi): string {
  if (problem instanceof NetworkFailure) return ui("problem.network");
  if (!(problem instanceof ServerProblem)) return ui("problem.unexpected");
  const params = sayable(problem.details);
  const kind = problem.kind === "unauthenticated" ? "signed_out" : problem.kind;
  return (
    room?.maybe(problem.code, params) ??
    ui.maybe(problem.code, params) ??
    ui.maybe(`problem.${kind}`) ??
    ui("problem.unexpected")
  );
}

/** Nothing was typed: the words say that it could not be read, not that a form is kept. */
export function readSentence(problem: unknown, ui: SayUi): string {
  if (problem instanceof NetworkFailure) return ui("problem.networkRead");
  if (problem instanceof ServerProblem && problem.status < 500) return problemSentence(problem, undefined, ui);
  return ui("problem.unexpectedRead");
}

/** `details.source` names the law or the rule; shown in small type. */
export function problemSource(problem: unknown): string | undefined {
  return problem instanceof ServerProblem && typeof problem.details.source === "string"
    ? problem.details.source
    : undefined;
}

/** All sentences of a refusal: a rule may give several reasons at once (`details.refusals`). Never empty. */
export function refusalSentences(problem: ServerProblem, room: Say | undefined, ui: SayUi): readonly string[] {
  const { refusals } = problem.details;
  const codes = Array.isArray(refusals) ? refusals.filter((code) => typeof code === "string") : [];
  const params = sayable(problem.details);
  const said = codes
    .map((code) => room?.maybe(code, params) ?? ui.maybe(code, params))
    .filter((text) => text !== undefined);
  return said.length > 0 ? [...new Set(said)] : [problemSentence(problem, room, ui)];
}
