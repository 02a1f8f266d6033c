import { z } from "zod";
import { type AnyCommand, type AnyDownload, type AnyQuery, CommandAnswer, Envelope } from "./command.ts";
import { problemStatus } from "./problem.ts";

type Doors = { commands: readonly AnyCommand[]; queries: readonly AnyQuery[]; downloads: readonly AnyDownload[] };

const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  kind: z.enum(Object.keys(problemStatus)),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  requestId: z.string(),
});

const schemaOf = (schema: z.ZodType, io: "input" | "output") => z.toJSONSchema(schema, { io, unrepresentable: "any" });
const jsonOf = (schema: unknown) => ({ content: { "application/json": { schema } } });
const problem = {
  description: "Problem",
  content: { "application/problem+json": { schema: schemaOf(ProblemBody, "output") } },
};
const problems = {
  400: problem,
  401: problem,
  403: problem,
  404: problem,
  409: problem,
  422: problem,
  429: problem,
  503: problem,
};

const sessionPaths = {
  "/api/session": {
    post: {
      operationId: "session.open",
      summary: "Signs in; a cookie answer carries no token",
      security: [],
      responses: { 200: { description: "Signed in" }, ...problems },
    },
    get: {
      operationId: "session.read",
      summary: "Who is signed in",
      responses: { 200: { description: "The session" }, ...problems },
    },
    delete: {
      operationId: "session.close",
      summary: "Signs out",
      responses: { 204: { description: "Signed out" }, ...problems },
    },
  },
  "/api/files": {
    post: {
      operationId: "file.store",
      summary: "Stores one file, encrypted; its type is taken from its content",
      responses: { 200: { description: "Stored", ...jsonOf(schemaOf(CommandAnswer, "output")) }, ...problems },
    },
  },
};

/** OpenAPI 3.1 of every door, from the schemas that validate. */
export function openapi(doors: Doors) {
  const paths: Record<string, Record<string, unknown>> = { ...sessionPaths };
  for (const command of doors.commands) {
    const envelope = schemaOf(Envelope.extend({ payload: command.payload }), "input");
    const answer = jsonOf(schemaOf(CommandAnswer, "output"));
    paths[`/api/commands/${command.type}`] = {
      post: {
        operationId: command.type,
        summary: command.summary,
        requestBody: { required: true, ...jsonOf(envelope) },
        responses: { 200: { description: "Done", ...answer }, ...problems },
      },
    };
  }
  for (const query of [...doors.queries, ...doors.downloads]) {
    const path = `/api${query.path.replace(/:([a-zA-Z]+)/g, "{$1}")}`;
    const input = schemaOf(query.input, "input");
    const inPath = [...query.path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1]);
    const properties = Object.entries(input.properties ?? {});
    const parameters = properties
      .filter(([name]) => query.method === "GET" || inPath.includes(name))
      .map(([name, schema]) => ({
        name,
        in: inPath.includes(name) ? "path" : "query",
        required: inPath.includes(name) || (input.required ?? []).includes(name),
        schema,
      }));
    const ok =
      "file" in query
        ? { description: "The file" }
        : { description: "Found", ...jsonOf(schemaOf(query.answer, "output")) };
    paths[path] = {
      ...paths[path],
      [query.method.toLowerCase()]: {
        operationId: query.name,
        summary: query.summary,
        parameters,
        ...(query.method === "POST" ? { requestBody: { required: true, ...jsonOf(input) } } : {}),
        responses: { 200: ok, ...problems },
      },
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Powrót", version: "1", license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "powrot" },
      },
    },
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
  };
}
