/** JSON with object keys sorted at every depth: equal content gives equal text, whatever order it was built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value itself where all keys stand in order already: copying thousands of objects costs more than writing them. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if ("toJSON" in value && typeof value.toJSON === "function") return inOrder(value.toJSON());
  if (Array.isArray(value)) {
    const parts = value.map(inOrder);
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  const entries = Object.entries(value);
  let isOrdered = true;
  let last = "";
  for (const entry of entries) {
    const part = inOrder(entry[1]);
    if (entry[0] < last || part !== entry[1]) isOrdered = false;
    last = entry[0];
    entry[1] = part;
  }
  return isOrdered ? value : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
