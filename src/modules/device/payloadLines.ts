import { isId } from "./rules.ts";

export type PayloadLine = { name: string; value: string };

/** What a person wrote in a payload, field by field: without ids, which tell nobody anything, and without what is empty. */
export function payloadLines(payload: unknown, name = ""): PayloadLine[] {
  if (payload === null || payload === undefined || payload === "" || payload === false) return [];
  if (Array.isArray(payload)) {
    const plain = payload.filter((one) => typeof one !== "object" && !isId(one));
    const rest = payload.filter((one) => typeof one === "object").flatMap((one) => payloadLines(one, name));
    return [...(plain.length > 0 ? [{ name, value: plain.join(", ") }] : []), ...rest];
  }
  if (typeof payload === "object")
    return Object.entries(payload).flatMap(([field, value]) => payloadLines(value, field));
  if (typeof payload !== "string") return [{ name, value: JSON.stringify(payload) }];
  return isId(payload) ? [] : [{ name, value: payload }];
}
