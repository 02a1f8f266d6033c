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

/** A door that is no command and no query; what it takes is in the room's contract. */
const door = (operationId: string, summary: string, open = false) => ({
  post: {
    operationId,
    summary,
    ...(open ? { security: [] } : {}),
    responses: { 200: { description: "Done, with an answer" }, 204: { description: "Done" }, ...problems },
  },
});

const credentialPaths = {
  "/api/session/passkey/options": door("session.ask-passkey", "Asks for a passkey, the same for everybody", true),
  "/api/session/passkey": door("session.open-by-passkey", "Signs in by a passkey alone", true),
  "/api/session/factors": {
    get: {
      operationId: "session.read-factors",
      summary: "My second factors",
      responses: { 200: { description: "Codes and passkeys" }, ...problems },
    },
  },
  "/api/session/password": door("account.change-password", "Changes my password"),
  "/api/session/totp": door("account.begin-totp", "Makes an authenticator's secret and tells it once"),
  "/api/session/totp/confirmation": door("account.add-totp", "Proves the secret by a code"),
  "/api/session/totp/removal": door("account.remove-totp", "Removes the authenticator"),
  "/api/session/passkeys/options": door("account.begin-passkey", "Asks the browser for a new passkey"),
  "/api/session/proof": door("session.prove", "Password and second factor once more: a proof for one act"),
  "/api/session/passkeys": door("account.add-passkey", "Keeps a new passkey"),
  "/api/session/passkeys/{passkeyId}/removal": door("account.remove-passkey", "Removes a passkey"),
  "/api/setup": door("organisation.set-up", "Makes the first organisation and its administrator, once", true),
  "/api/invitation/facts": door("invitation.read", "What an invitation's link is for", true),
  "/api/invitation": door("invitation.accept", "Takes an invitation by its link and a password", true),
  "/api/invitation/mine": door("invitation.accept-mine", "Takes an invitation for the account that is signed in"),
  "/api/recovery/facts": door("recovery.read", "What a recovery link is for", true),
  "/api/recovery": door("account.recover", "Gives an account new secrets after two people agreed", true),
  "/api/shift-link/facts": door(
    "shift-link.read",
    "What a link for a shift is for, and what came of its reports",
    true,
  ),
  "/api/shift-link/report": door("shift-link.report", "Reports a person or a place by a link for a shift", true),
};

const answered = { 200: { description: "Answered" }, 204: { description: "Done" }, ...problems };
/** Doors of devices: a token of their own below `/api/sync`. */
const devicePaths = {
  "/api/devices": door("device.enrol", "Makes this browser a device of mine"),
  "/api/devices/{deviceId}": {
    delete: { operationId: "device.leave", summary: "Ends a device of mine", responses: answered },
  },
  "/api/devices/{deviceId}/lease": door("device.lease", "The server's share for a device of mine, for 72 hours"),
  "/api/sync/challenge": door("sync.ask", "A question for a device to sign", true),
  "/api/sync/token": door("sync.open", "A token for the device that signed the question", true),
  "/api/sync/leave": door("sync.leave", "Ends this device", true),
  "/api/sync/pull": door("sync.pull", "The next part of the set of this device", true),
  "/api/sync/deliver": door("sync.deliver", "Takes sealed entries, whoever brings them", true),
  "/api/sync/results": door("sync.results", "What became of the entries of this device's user", true),
  "/api/sync/reads": door("sync.note-reads", "Whom the device's user read on it", true),
  "/api/sync/farewell": door("sync.farewell", "Lets the browser throw away everything of this address", true),
  "/api/sync/photos/{photoId}": {
    put: {
      operationId: "sync.store-photo",
      summary: "Takes a piece of a sealed photo, whoever brings it",
      security: [],
      responses: answered,
    },
  },
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
  const paths: Record<string, Record<string, unknown>> = { ...sessionPaths, ...credentialPaths, ...devicePaths };
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
