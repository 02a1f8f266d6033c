import type { z } from "zod";
import type { FieldProblem } from "./problem.ts";

/**
 * Zod's issues as paths and message keys. A schema that wants its own sentence gives the key as the issue's message
 * (`z.string().max(60, "person.alias_too_long")`): a message with a dot and no space is taken as a key.
 */
export function fieldProblems(error: z.core.$ZodError, at: string): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const path = [...(at ? [at] : []), ...issue.path.map(String)].join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: "field.unknown" }));
    return [{ path, code: /^[a-z_]+\.[a-z_.]+$/.test(issue.message) ? issue.message : codeOf(issue) }];
  });
}

function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "field.required" : "field.wrong_type";
    case "too_small":
      return issue.origin === "number" || issue.origin === "int" ? "field.too_small" : "field.required";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int" ? "field.too_large" : "field.too_long";
    case "invalid_value":
      return "field.not_in_list";
    default:
      return "field.invalid";
  }
}
