import type { z } from "zod";
import type { FieldProblem } from "./problem.ts";

/** No form has more at fault; a megabyte of faults is not answered with five. */
const toldAtMost = 50;

/**
 * Zod's issues as paths and message keys. A schema that wants its own sentence gives the key as the issue's message
 * (`z.string().max(60, "person.alias_too_long")`): a message with a dot and no space is taken as a key.
 */
export function fieldProblems(error: z.core.$ZodError, at: string): FieldProblem[] {
  const problems = error.issues.slice(0, toldAtMost).flatMap((issue) => {
    const path = [...(at ? [at] : []), ...issue.path.map(String)].join(".");
    if (issue.code === "unrecognized_keys")
      return issue.keys
        .slice(0, toldAtMost)
        .map((key) => ({ path: path ? `${path}.${key}` : key, code: "field.unknown" }));
    return [{ path, code: /^[a-z_]+\.[a-z_.]+$/.test(issue.message) ? issue.message : codeOf(issue) }];
  });
  return problems.slice(0, toldAtMost);
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

const deepest = 40;

/**
 * What no schema has to say: texts that the database cannot keep as they are (with a NUL, or with half of a pair that stands for
 * one letter; names of fields count too), and things inside things beyond any form. `at` is the path of `value` itself.
 */
export function unfitParts(value: unknown, at: string, depth = 0): FieldProblem[] {
  if (typeof value === "string") return isFit(value) ? [] : [{ path: at, code: "field.invalid" }];
  if (typeof value !== "object" || value === null) return [];
  if (depth > deepest) return [{ path: at.split(".").slice(0, 3).join("."), code: "field.invalid" }];
  const unfit: FieldProblem[] = [];
  for (const [name, part] of Object.entries(value)) {
    if (isFit(name)) unfit.push(...unfitParts(part, at ? `${at}.${name}` : name, depth + 1));
    else unfit.push({ path: at, code: "field.unknown" });
    if (unfit.length >= toldAtMost) break;
  }
  return unfit.slice(0, toldAtMost);
}

const isFit = (text: string) => !text.includes("\u0000") && text.isWellFormed();
