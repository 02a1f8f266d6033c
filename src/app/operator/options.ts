import { OperatorRefusal } from "./refusal.ts";

/**
 * `--name value` pairs of a command. Each of `required` must be there, each of `optional` may be.
 * @throws OperatorRefusal naming the option that is missing, unknown or without a value
 */
export function readOptions<R extends string, O extends string = never>(
  words: readonly string[],
  required: readonly R[],
  optional: readonly O[] = [],
): Record<R, string> & Partial<Record<O, string>> {
  const given: Partial<Record<string, string>> = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at]?.replace(/^--/, "") ?? "";
    const value = words[at + 1];
    if (![...required, ...optional].some((known) => words[at] === `--${known}`))
      throw new OperatorRefusal(`Nie ma opcji ${words[at]}.`, `There is no option ${words[at]}.`);
    if (!value || value.startsWith("--"))
      throw new OperatorRefusal(`Opcja --${name} potrzebuje wartości.`, `The option --${name} needs a value.`);
    given[name] = value;
  }
  for (const name of required)
    if (!given[name]) throw new OperatorRefusal(`Brakuje opcji --${name}.`, `The option --${name} is missing.`);
  return given as Record<R, string> & Partial<Record<O, string>>; // every required name was just seen
}
