import { OperatorRefusal } from "./refusal.ts";

/** A command that was given other words than it takes: its help is shown, exit code 2. */
export class WrongUse extends OperatorRefusal {}

/**
 * `--name value` pairs of a command. Each of `required` must be there, each of `optional` may be.
 * @throws WrongUse naming the option that is missing, unknown, given twice or without a value
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
      throw new WrongUse(`Nie ma opcji ${words[at]}.`, `There is no option ${words[at]}.`);
    if (!value || value.startsWith("--"))
      throw new WrongUse(`Opcja --${name} potrzebuje wartości.`, `The option --${name} needs a value.`);
    if (given[name]) throw new WrongUse(`Opcja --${name} stoi dwa razy.`, `The option --${name} is given twice.`);
    given[name] = value;
  }
  for (const name of required)
    if (!given[name]) throw new WrongUse(`Brakuje opcji --${name}.`, `The option --${name} is missing.`);
  return given as Record<R, string> & Partial<Record<O, string>>; // every required name was just seen
}

/** Whether the one `--name` that the command knows is there. @throws WrongUse for any other word */
export function readFlag(words: readonly string[], name: string): boolean {
  const [first, ...more] = words;
  if (first === undefined) return false;
  readOptions(first === `--${name}` ? more : words, []);
  return true;
}

/** @throws WrongUse unless `text` is a whole number from `least` to `most` */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUse(
    `Opcja --${name} to liczba całkowita od ${least} do ${most}.`,
    `The option --${name} is a whole number from ${least} to ${most}.`,
  );
}
