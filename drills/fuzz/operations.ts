import { z } from "zod";
import { Schema } from "./values.ts";

/** One operation of the house's document as the fuzzer needs it. `body` null: it takes none. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  parameters: { name: string; in: "path" | "query"; required: boolean; schema: Schema }[];
  body: Schema | null;
};

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z
          .array(z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean(), schema: Schema }))
          .default([]),
        requestBody: z.object({ content: z.object({ "application/json": z.object({ schema: Schema }) }) }).optional(),
      }),
    ),
  ),
});

/** What doors take that are no commands or queries: their schemas are inside the rooms. */
const doorBody: Schema = {
  type: "object",
  properties: Object.fromEntries(
    ["login", "password", "code", "organisation", "kind", "token", "secret", "displayName", "name", "response"].map(
      (name) => [name, { type: "string", maxLength: 200 }],
    ),
  ),
};

/** Acts that would end the fuzzer's own session or change how it signs in. */
const left: ReadonlySet<string> = new Set([
  "session.close",
  "account.change-password",
  "account.begin-totp",
  "account.add-totp",
]);

/** Every operation of `/api/openapi.json` but those that end the sender's own session. */
export function operationsOf(document: unknown): Operation[] {
  const { paths } = Document.parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !left.has(operationId))
      .map(([method, { operationId, parameters, requestBody }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        parameters,
        body: requestBody?.content["application/json"].schema ?? (method === "post" ? doorBody : null),
      })),
  );
}
