import { z } from "zod";
import type { Dice } from "./random.ts";
import { hostileNumbers, hostileTexts, mark, strangeFields } from "./words.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What of JSON Schema the house's document uses. */
export type Schema = {
  type?: string | string[] | undefined;
  format?: string | undefined;
  pattern?: string | undefined;
  enum?: Json[] | undefined;
  const?: Json | undefined;
  anyOf?: Schema[] | undefined;
  oneOf?: Schema[] | undefined;
  allOf?: Schema[] | undefined;
  properties?: Record<string, Schema> | undefined;
  required?: string[] | undefined;
  items?: Schema | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
};

const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]),
);
export const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    enum: z.array(Json).optional(),
    const: Json.optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: Schema.optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
);

/** Ids that the house has spoken of, by the name of the field that takes them. */
export class KnownIds {
  private readonly byField = new Map<string, string[]>();
  private readonly never: ReadonlySet<string>;

  /** @param never ids that no request may name, such as the fuzzer's own accounts */
  constructor(never: ReadonlySet<string>) {
    this.never = never;
  }

  pick(field: string, dice: Dice): string {
    const known = this.byField.get(field.replace(/Ids$/, "Id"));
    return known && dice.happens(0.75) ? dice.pick(known) : dice.uuid();
  }

  /** Learns every id of an answer: `personId: …` as it is, `people: [{ id }]` as personId. */
  learn(value: unknown, field = ""): void {
    if (Array.isArray(value)) for (const one of value.slice(0, 30)) this.learn(one, field);
    else if (typeof value === "string") this.keep(field, value);
    else if (value && typeof value === "object")
      for (const [name, part] of Object.entries(value))
        this.learn(
          part,
          name === "id" ? `${singular(field)}Id` : typeof part === "string" && field === "ids" ? `${name}Id` : name,
        );
  }

  private keep(field: string, id: string): void {
    if (!/Ids?$/.test(field) || !/^[0-9a-f-]{36}$/.test(id) || this.never.has(id)) return;
    const name = field.replace(/Ids$/, "Id");
    const known = this.byField.get(name) ?? [];
    if (known.length < 60 && !known.includes(id)) known.push(id);
    this.byField.set(name, known);
  }
}

const singular = (plural: string) =>
  plural === "people"
    ? "person"
    : plural
        .replace(/ies$/, "y")
        .replace(/(?<=ch|sh)es$/, "")
        .replace(/s$/, "");

/** A value that the schema takes, as far as patterns let it be made. */
export function valueFor(schema: Schema, dice: Dice, ids: KnownIds, field = ""): Json {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return dice.pick(schema.enum);
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.length) {
    const nothing = choice.find((one) => one.type === "null");
    const something = choice.filter((one) => one.type !== "null");
    return nothing && (dice.happens(0.3) || !something.length)
      ? null
      : valueFor(dice.pick(something), dice, ids, field);
  }
  const types = [schema.type ?? "any"].flat();
  switch (types.length > 1 && dice.happens(0.7) ? types.find((one) => one !== "null") : dice.pick(types)) {
    case "object": {
      const made: Record<string, Json> = {};
      for (const [name, part] of Object.entries(schema.properties ?? {}))
        if (schema.required?.includes(name) || dice.happens(0.6)) made[name] = valueFor(part, dice, ids, name);
      return made;
    }
    case "array": {
      const most = Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, 3));
      return Array.from({ length: dice.whole(schema.minItems ?? 0, most) }, () =>
        valueFor(schema.items ?? {}, dice, ids, field),
      );
    }
    case "integer":
    case "number": {
      const low = Math.max(schema.minimum ?? 0, -1000);
      return dice.whole(low, Math.max(low, Math.min(schema.maximum ?? 100, low + 200)));
    }
    case "boolean":
      return dice.happens(0.5);
    case "null":
      return null;
    case "string":
      return textFor(schema, dice, ids, field);
    default:
      return dice.pick([null, {}, mark, 1]);
  }
}

function textFor(
  { format, pattern, minLength = 0, maxLength = 60 }: Schema,
  dice: Dice,
  ids: KnownIds,
  field: string,
): string {
  const two = (low: number, high: number) => String(dice.whole(low, high)).padStart(2, "0");
  if (format === "uuid") return ids.pick(field, dice);
  if (format === "date") return `${dice.whole(2024, 2027)}-${two(1, 12)}-${two(1, 28)}`;
  if (format === "date-time") return `2026-${two(1, 11)}-${two(1, 21)}T${two(0, 23)}:${two(0, 59)}:00Z`;
  if (format === "email") return `kanarek${dice.whole(1, 999)}@example.org`;
  switch (pattern) {
    case "^([01]\\d|2[0-3]):[0-5]\\d$":
      return `${two(0, 23)}:${two(0, 59)}`;
    case "^[0-9a-f]{64}$":
      return Array.from({ length: 64 }, () => dice.whole(0, 15).toString(16)).join("");
    case "^-?\\d{1,9}(\\.\\d{1,4})?$":
      return String(dice.whole(-999, 999_999_999));
    case "^([A-Z]{2}|STATELESS)$":
      return dice.pick(["PL", "UA", "STATELESS"]);
    case "^[a-z]{2,3}$":
      return dice.pick(["pl", "uk"]);
    case "^\\d{6,7}$":
    case "^\\d{7}$":
      return String(dice.whole(1_000_000, 9_999_999));
    case "^\\+?[0-9 ()-]{6,20}$":
      return "600 700 800";
    case "^[A-Z0-9_]{1,60}$":
    case "^[A-Z][A-Z_]{1,39}$":
      return dice.pick(["HEALTH", "CRISIS", "OTHER", "UNKNOWN"]);
    case "^[^\\s|]{2,200}$":
      return `kanarek${dice.whole(1, 9999)}`;
  }
  const words = dice.happens(0.3) ? dice.pick(hostileTexts) : `${mark} ${dice.pick(["ul. Nowa", "jutro", "rozmowa"])}`;
  return words.slice(0, maxLength).padEnd(minLength, "a");
}

/** Where something was put that should not be there, as refusals name it; null: nothing in particular. */
export type Spoilt = { value: Json; path: string; unknownField: boolean };

/** Puts one wrong thing at one place: a hostile text, another type, an edge number, a strange field, depth; or takes a field away. */
export function spoil(value: Json, dice: Dice): Spoilt {
  const places = placesIn(value, []);
  const at = dice.pick(places);
  const path = at.join(".");
  const old = lookUp(value, at);
  if (isRecord(old) && dice.happens(0.6)) {
    const name = dice.pick(strangeFields.filter((one) => !Object.hasOwn(old, one)));
    return { value: put(value, [...at, name], strangeValue(dice)), path: [...at, name].join("."), unknownField: true };
  }
  return { value: put(value, at, strangeValue(dice, typeof old === "string")), path, unknownField: false };
}

function strangeValue(dice: Dice, text = false): Json {
  if (text && dice.happens(0.8)) return dice.pick(hostileTexts);
  return dice.pick<() => Json>([
    () => dice.pick(hostileTexts),
    () => dice.pick(hostileNumbers),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => [null, 1, mark, {}],
    () => ({ toString: mark, length: -1 }),
    () => nested(200),
    () => Array.from({ length: 2_000 }, () => mark),
  ])();
}

const nested = (depth: number): Json =>
  depth === 0 ? mark : depth % 2 ? [nested(depth - 1)] : { a: nested(depth - 1) };
export const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function placesIn(value: Json, at: string[]): string[][] {
  const parts = Array.isArray(value)
    ? value.map((part, index): [string, Json] => [String(index), part])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return [
    ...(at.length ? [at] : []),
    ...parts.flatMap(([name, part]) => placesIn(part, [...at, name])),
    ...(at.length === 0 && parts.length === 0 ? [at] : []),
  ];
}

function lookUp(value: Json, [name, ...rest]: string[]): Json | undefined {
  if (name === undefined) return value;
  if (Array.isArray(value)) return lookUp(value[Number(name)] ?? null, rest);
  return isRecord(value) ? lookUp(value[name] ?? null, rest) : undefined;
}

function put(value: Json, [name, ...rest]: string[], what: Json): Json {
  if (name === undefined) return what;
  if (Array.isArray(value)) return value.map((part, index) => (String(index) === name ? put(part, rest, what) : part));
  const record = isRecord(value) ? value : {};
  return { ...record, [name]: put(record[name] ?? null, rest, what) };
}
