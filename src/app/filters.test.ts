import { expect, test } from "vitest";
import { z } from "zod";
import { downloads, queries } from "./rooms.ts";

type Field = { enum?: unknown; const?: unknown; anyOf?: Field[]; format?: string; type?: string; items?: Field };
const Input = z.object({
  additionalProperties: z.literal(false),
  properties: z
    .record(
      z.string(),
      z.custom<Field>((value) => typeof value === "object"),
    )
    .optional(),
});
const closed = (field: Field): boolean =>
  field.enum !== undefined ||
  field.const !== undefined ||
  (field.anyOf ?? []).some(closed) ||
  Boolean(field.items && closed(field.items));

const asked = [...queries, ...downloads].map(({ name, input }) => ({
  name,
  schema: z.toJSONSchema(input, { io: "input" }),
}));

test("no read takes a parameter that it does not name (C44, C49)", () => {
  const open = asked.filter(({ schema }) => !Input.safeParse(schema).success).map(({ name }) => name);
  expect(open).toEqual([]);
});

test("what sorts, orders or groups comes from a closed list (C44)", () => {
  const free = asked.flatMap(({ name, schema }) =>
    Object.entries(Input.parse(schema).properties ?? {})
      .filter(([field, kind]) => /sort|order|direction|column|groupBy|^by$/i.test(field) && !closed(kind))
      .map(([field]) => `${name} ${field}`),
  );
  expect(free).toEqual([]);
});
