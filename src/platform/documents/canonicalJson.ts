/** JSON with object keys sorted at every depth: equal content gives equal text, whatever order it was built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value itself where all keys stand in order already: copying thousands of objects costs more than writing them. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return inOrder(value.toJSON());
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let at = 0; at < value.length; at++) {
      const part = inOrder(value[at]);
      if (part === value[at]) continue;
      copy ??= [...value];
      copy[at] = part;
    }
    return copy ?? value;
  }
  const keys = Object.keys(value);
  const parts = Object.values(value);
  let isOrdered = true;
  for (let at = 0; at < keys.length; at++) {
    const part = inOrder(parts[at]);
    if (part !== parts[at] || (keys[at - 1] ?? "") > (keys[at] ?? "")) isOrdered = false;
    parts[at] = part;
  }
  if (isOrdered) return value;
  const entries = keys.map((key, at): [string, unknown] => [key, parts[at]]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
