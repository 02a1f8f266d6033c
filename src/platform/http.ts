import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import type { Actor } from "./access.ts";
import {
  type AnyCommand,
  type AnyDownload,
  type AnyQuery,
  CommandAnswer,
  Envelope,
  presentPayload,
  runCommand,
  runQuery,
  type Services,
} from "./command.ts";
import { fieldProblems, unfitParts } from "./fieldProblems.ts";
import { openGate } from "./gate.ts";
import { metrics, observe } from "./metrics.ts";
import { openapi } from "./openapi.ts";
import { Problem, problemOfDatabase, problemStatus } from "./problem.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** What somebody without a session may send here, where it is more than elsewhere. */
    strangersBytes?: number;
  }
  interface FastifyInstance {
    /** `METHOD /api/path` of every route below /api: what the OpenAPI document is held against. */
    apiRoutes: string[];
  }
}

export type HouseDoors = {
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  downloads: readonly AnyDownload[];
  /** Who sends this request, or null. Throws a Problem when a session is there but over. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  /** Doors that are no command or query: session, files, static pages. */
  plugins: readonly ((app: FastifyInstance, services: Services) => Promise<void> | void)[];
};

export type HttpOptions = {
  /** Where browsers find us, such as `http://localhost:4280`; decides cookie name and secure flag. */
  origin: string;
  /** Of one account; an organisation has ten times as many, an address without a session half. */
  requestsPerMinute?: number;
  /** One proxy is in front: the caller is the last address of `X-Forwarded-For`, which the proxy put there. */
  trustProxy?: boolean;
  logLevel?: string;
  /** Where log lines go instead of the standard output, one JSON object each. */
  log?: { write(line: string): void };
};

const megabyte = 1024 * 1024;
/** Whoever is not signed in has a password, a link or a passkey to send. */
const strangersBytes = 64 * 1024;
const csp = {
  "default-src": ["'none'"],
  "script-src": ["'self'", "'wasm-unsafe-eval'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "worker-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
  "require-trusted-types-for": ["'script'"],
  "trusted-types": ["powrot"], // for the address of a worker; no other policy can be made
};

/** Of what is no page and runs nothing of its own: nothing may come of it, whoever opens it. */
export const closedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Of an answer that is no page: for those few that helmet does not see. */
const securityHeaders = {
  "content-security-policy": closedPolicy,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The HTTP server with every command, query and download registered from its definition, and nothing else to write by. */
export async function buildServer(
  services: Services,
  doors: HouseDoors,
  options: HttpOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: megabyte,
    trustProxy: (_address, hop) => options.trustProxy === true && hop === 0, // what stands before the last address of the header, the caller wrote
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => {
      // an address too long or not decodable: it goes by none of the hooks below
      const headers = { ...securityHeaders, "x-request-id": request.id, "cache-control": "no-store" };
      return answerProblem(error, request, reply.headers(headers));
    },
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: options.logLevel ?? "warn",
      base: null,
      redact: ["req", "res", "err.detail", "err.where"],
      ...(options.log ? { stream: options.log } : {}),
    },
  });
  app.decorateRequest("actor", null);
  app.decorate("apiRoutes", []);
  app.addHook("onRoute", ({ method, url }) => {
    for (const verb of [method].flat())
      if (url.startsWith("/api/") && verb !== "HEAD") app.apiRoutes.push(`${verb} ${url}`);
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: csp },
    strictTransportSecurity: options.origin.startsWith("https") && { maxAge: 31_536_000 },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    // for browsers that this app never ran in; a phone in the street loads a hundred answers and pays for each byte
    dnsPrefetchControl: false,
    ieNoOpen: false,
    permittedCrossDomainPolicies: false,
    xssFilter: false,
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    pressureHandler: (request) => {
      if (request.url.startsWith("/api")) throw new Problem("unavailable", "server.busy");
    },
  });
  const perMinute = options.requestsPerMinute ?? 1_200;
  await app.register(rateLimit, {
    max: 30 * perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.ip,
    addHeaders: { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false },
    addHeadersOnExceeding: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
    errorResponseBuilder: () => new Problem("throttled", "server.throttled"),
  });
  // counted by whom the session belongs to: a cookie or token that somebody made up buys nothing
  const limit = (max: number, keyOf: (request: FastifyRequest) => string) => {
    const count = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf });
    return async (request: FastifyRequest) => {
      const counted = await count(request);
      if (!counted.isAllowed && counted.isExceeded) throw new Problem("throttled", "server.throttled");
    };
  };
  const limitAccount = limit(perMinute, ({ actor }) => `${actor?.organisationId} ${actor?.accountId}`);
  const limitOrganisation = limit(10 * perMinute, ({ actor }) => actor?.organisationId ?? "");
  const limitStrangers = limit(perMinute / 2, ({ ip }) => ip);
  const work = openGate({ atOnce: 12, line: 400, waitMs: 5_000 }); // of the 16 connections of the house
  const exports = openGate({ atOnce: 2, line: 20, waitMs: 20_000 });

  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (isOfApi(request)) reply.header("cache-control", "no-store");
  });
  // before the body is read: nobody's megabytes are taken in to be refused afterwards
  app.addHook("preParsing", async (request) => {
    if (!isOfApi(request)) return;
    if (request.method !== "GET" && !request.headers.authorization?.startsWith("Bearer ")) requireSameSite(request);
    request.actor = await doors.actorOf(request);
    if (request.actor) {
      await limitAccount(request);
      await limitOrganisation(request);
    } else {
      await limitStrangers(request);
      refuseLongBody(request);
    }
  });
  app.addHook("onResponse", async (request, reply) => {
    observe(request.routeOptions.url ?? "none", request.method, reply.statusCode, reply.elapsedTime);
    if (reply.statusCode >= 500)
      request.log.warn({ requestId: request.id, route: request.routeOptions.url, status: reply.statusCode }, "failed");
  });
  app.addHook("preClose", async () => {
    // a connection that was busy when the end began is kept alive after its answer, and would hold the end for a minute
    const timer = setInterval(() => app.server.closeIdleConnections(), 100).unref();
    app.server.once("close", () => clearInterval(timer));
  });
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem("not_found", "server.no_such_page"), request, reply),
  );

  for (const command of doors.commands) {
    app.post(`/api/commands/${command.type}`, async (request): Promise<CommandAnswer> => {
      const actor = requireActor(request);
      const envelope = parse(Envelope, request.body, "");
      const known = presentPayload(command, envelope.v, envelope.payload);
      if (envelope.v !== command.v && known === undefined)
        throw new Problem("invalid", "command.unknown_format", undefined, [
          { path: "v", code: "command.unknown_format" },
        ]);
      const payload = parse(command.payload, known, "payload");
      const run = () => runCommand(services, actor, originOf(request), command, { ...envelope, v: command.v, payload });
      return work.pass(actor.organisationId, run);
    });
  }
  for (const query of doors.queries) {
    app.route({
      method: query.method,
      url: `/api${query.path}`,
      handler: (request) => {
        const actor = requireActor(request);
        const input = parse(query.input, inputOf(request), "");
        return work.pass(actor.organisationId, () => runQuery(services, actor, originOf(request), query, input));
      },
    });
  }
  for (const download of doors.downloads) {
    app.get(`/api${download.path}`, async (request, reply) => {
      const actor = requireActor(request);
      const input = parse(download.input, inputOf(request), "");
      const run = () => runQuery(services, actor, originOf(request), download, input);
      const file = download.file(await exports.pass(actor.organisationId, run));
      return reply
        .type(file.mediaType)
        .header("content-disposition", `attachment; filename="${file.name.replace(/[^a-zA-Z0-9._-]/g, "_")}"`)
        .headers(securityHeaders)
        .send(Buffer.from(file.bytes));
    });
  }
  for (const plugin of doors.plugins) await plugin(app, services);

  let document: ReturnType<typeof openapi> | undefined; // made when first asked for: it takes time at the start and memory
  app.get("/api/openapi.json", async () => {
    document ??= openapi(doors);
    return document;
  });
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_, reply) => {
    try {
      await services.db.selectNoFrom((e) => e.lit(1).as("one")).execute();
      return { status: "ready" };
    } catch {
      return reply.code(503).header("retry-after", "5").send({ status: "database away" });
    }
  });
  app.get("/metrics", async (_, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  return app;
}

/** @throws Problem unauthenticated */
export function requireActor(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem("unauthenticated", "session.needed");
  return request.actor;
}

export function originOf(request: FastifyRequest): { requestId: string; device: string | null } {
  return { requestId: request.id, device: request.headers["x-powrot-device"]?.toString().slice(0, 64) ?? null };
}

/** Parses by schema. @throws Problem invalid with the path of each field at fault */
export function parse<T>(
  schema: { safeParse(value: unknown, options: { reportInput: boolean }): ParseAnswer<T> },
  value: unknown,
  at: string,
): T {
  const unfit = unfitParts(value, at);
  if (unfit.length > 0) throw new Problem("invalid", "request.invalid", undefined, unfit);
  const parsed = schema.safeParse(value, { reportInput: true }); // the input tells "missing" from "wrong type"
  if (parsed.success && parsed.data !== undefined) return parsed.data;
  if (parsed.success) throw new Problem("invalid", "request.invalid");
  throw new Problem("invalid", "request.invalid", undefined, fieldProblems(parsed.error, at));
}
type ParseAnswer<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldProblems>[0] };

function inputOf(request: FastifyRequest): Record<string, unknown> {
  const parts = [request.params, request.query, request.method === "POST" ? request.body : null];
  if (
    request.method === "POST" &&
    (typeof request.body !== "object" || request.body === null || Array.isArray(request.body))
  )
    throw new Problem("invalid", "request.invalid", undefined, [{ path: "", code: "field.wrong_type" }]);
  return Object.assign(Object.create(null), ...parts);
}

/** By the route too: an address may be written with escapes. */
function isOfApi(request: FastifyRequest): boolean {
  return request.url.startsWith("/api") || Boolean(request.routeOptions.url?.startsWith("/api"));
}

/** A write by cookie comes from our own pages: a header that other sites cannot send, and the browser's own word for it. */
function requireSameSite(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (request.headers["x-powrot"] !== "1" || (site !== undefined && site !== "same-origin" && site !== "none"))
    throw new Problem("forbidden", "request.cross_site");
}

/** @throws Problem invalid `request.too_large` for a body that is long, or does not say how long it is */
function refuseLongBody({ headers, routeOptions }: FastifyRequest): void {
  const most = routeOptions.config.strangersBytes ?? strangersBytes;
  if (headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > most)
    throw new Problem("invalid", "request.too_large");
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof Problem ? error : (problemOfDatabase(error) ?? problemOfFastify(error));
  if (!problem) {
    // Ids and the place in the code only: messages of errors may quote what a person typed.
    const stack =
      error instanceof Error ? error.stack?.split("\n").filter((line) => line.startsWith("    at")) : undefined;
    const name = error instanceof Error ? error.name : typeof error;
    request.log.error(
      { requestId: request.id, route: request.routeOptions.url, name, ...stateOf(error), stack },
      "bug",
    );
  }
  const known = problem ?? new Problem("unavailable", "server.bug");
  const status = problem ? problemStatus[problem.kind] : 500;
  if (status === 429 || status === 503) reply.header("retry-after", "5");
  return reply
    .code(status)
    .type("application/problem+json")
    .send({
      type: `https://powrot.example/problems/${known.code}`,
      title: known.code,
      status,
      kind: known.kind,
      code: known.code,
      ...(known.errors ? { errors: known.errors } : {}),
      ...(known.details ? { details: known.details } : {}),
      requestId: request.id,
    });
}

/** What PostgreSQL or Node calls the error: a code and a constraint, neither of which holds a value. */
function stateOf(error: unknown): { state?: unknown; constraint?: unknown } {
  if (!(error instanceof Error) || !("code" in error)) return {};
  return { state: error.code, ...("constraint" in error ? { constraint: error.constraint } : {}) };
}

function problemOfFastify(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !("statusCode" in error) || typeof error.statusCode !== "number") return undefined;
  if (error.statusCode === 413) return new Problem("invalid", "request.too_large");
  if (error.statusCode === 414) return new Problem("not_found", "server.no_such_page");
  if (error.statusCode === 415) return new Problem("invalid", "request.media_type");
  if (error.statusCode < 500) return new Problem("invalid", "request.invalid");
  return undefined;
}
