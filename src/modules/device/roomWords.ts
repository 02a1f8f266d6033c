import type { Messages } from "../../platform/messages.ts";

/** Words of the rooms whose commands devices bring; filled by the app, because those rooms are above this one. */
export const roomWords: { load: () => Promise<readonly Messages[]> } = { load: async () => [] };

/**
 * The message key of a code that stands in a field, among keys such as `action.CONVERSATION`: the one whose list is named
 * like the field (`actions`, `ageBand`), else the only one there is.
 */
export function keyOfCode(keys: readonly string[], field: string, code: string): string | undefined {
  const known = keys.filter((key) => key.endsWith(`.${code}`) && key.split(".").length === 2);
  const named = known.find((key) => field.startsWith(key.split(".")[0] ?? ""));
  return named ?? (known.length === 1 ? known[0] : undefined);
}
