import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../../platform/access.ts";
import { defineQuery, runCommand, runQuery, type Services } from "../../platform/command.ts";
import { openGate } from "../../platform/gate.ts";
import { originOf, parse, requireActor } from "../../platform/http.ts";
import { Problem } from "../../platform/problem.ts";
import {
  AnswerChallenge,
  AskResults,
  Deliver,
  type Delivered,
  EnrolDevice,
  EntryResult,
  PhotoPiece,
  type PhotoTaken,
  Pull,
  Pulled,
  TellReads,
} from "../../platform/sync/contract.ts";
import { everybody } from "./access.ts";
import { deliver } from "./deliver.ts";
import { actorOfToken, askDevice, enrolDevice, openToken, renewLease } from "./enrolment.ts";
import { takePhoto } from "./photos.ts";
import { pull } from "./pull.ts";
import { noteReadsCommand } from "./reads.ts";
import { resultsOf } from "./results.ts";
import { revokeOwn } from "./revoke.ts";
import { offsetTold } from "./rules.ts";

/** What a device that nobody unlocked may bring at once: one of the largest entries. */
const strangersBytes = 256 * 1024;

const pullQuery = defineQuery({
  name: "sync.pull",
  method: "POST",
  path: "/sync/pull",
  summary: "The next part of the set of this device",
  input: Pull,
  answer: Pulled,
  verb: everybody,
  audit: null,
  run: pull,
});
const resultsQuery = defineQuery({
  name: "sync.results",
  method: "POST",
  path: "/sync/results",
  summary: "What became of my entries",
  input: AskResults,
  answer: z.object({ results: z.array(EntryResult) }),
  verb: everybody,
  audit: null,
  run: async (context, { ids }) => ({ results: await resultsOf(context, ids) }),
});

const DeviceId = z.strictObject({ deviceId: z.uuid() });

/** Whether a request is a device's own: its token is none of a session, and a session's none of a device. */
export function isOfDevice(request: FastifyRequest): boolean {
  return request.url.startsWith("/api/sync/") || Boolean(request.routeOptions.url?.startsWith("/api/sync/"));
}

/** Who sends a request below `/api/sync`: the user of the device whose token it carries, or nobody. */
export async function deviceActorOf(services: Services, request: FastifyRequest): Promise<Actor | null> {
  const { authorization } = request.headers;
  if (!authorization?.startsWith("Bearer ")) return null;
  return actorOfToken(services, authorization.slice(7), request.id);
}

/** The doors of devices: enrolment by a session, everything else below `/api/sync` by the device's own token. */
export function deviceRoutes(app: FastifyInstance, services: Services): void {
  const pulling = openGate({ atOnce: 4, line: 400, waitMs: 25_000 });
  const delivering = openGate({ atOnce: 4, line: 400, waitMs: 25_000 });
  const nowIso = () => services.clock.now().toISOString();

  app.post("/api/devices", (request) =>
    enrolDevice(services, requireActor(request), request.id, parse(EnrolDevice, request.body, "")),
  );
  app.post("/api/devices/:deviceId/lease", (request) =>
    renewLease(services, requireActor(request), request.id, parse(DeviceId, request.params, "").deviceId),
  );
  app.delete("/api/devices/:deviceId", async (request, reply) => {
    await revokeOwn(services, requireActor(request), request.id, parse(DeviceId, request.params, "").deviceId);
    return reply.code(204).send();
  });
  app.post("/api/sync/challenge", async (request) => {
    return { challenge: await askDevice(services, parse(DeviceId, request.body, "").deviceId, request.id) };
  });
  app.post("/api/sync/token", (request) => openToken(services, parse(AnswerChallenge, request.body, ""), request.id));
  app.post("/api/sync/leave", async (request, reply) => {
    const actor = requireDevice(request);
    await revokeOwn(services, actor, request.id, actor.sessionId ?? "");
    return reply.code(204).send();
  });
  app.post("/api/sync/pull", { onSend: packed }, (request) => {
    const actor = requireDevice(request);
    const input = parse(Pull, request.body, "");
    const run = () => runQuery(services, actor, deviceOrigin(request, actor), pullQuery, input);
    return pulling.pass(actor.organisationId, run);
  });
  app.post("/api/sync/deliver", { config: { strangersBytes } }, async (request): Promise<Delivered> => {
    const { entries, deviceNow } = parse(Deliver, request.body, "");
    const actor = request.headers.authorization ? requireDevice(request) : null;
    const bringer = actor?.sessionId ? { deviceId: actor.sessionId, actor } : null;
    const tell = (entryId: string, error: unknown) =>
      request.log.error(
        { requestId: request.id, entryId, name: error instanceof Error ? error.name : typeof error },
        "entry not taken",
      );
    const origin = { requestId: request.id, device: bringer?.deviceId ?? null };
    const results = await delivering.pass(actor?.organisationId ?? request.ip, () =>
      deliver(services, entries, bringer, origin, tell),
    );
    return { results, serverNow: nowIso(), clockOffsetMs: offsetTold(deviceNow, nowIso()) };
  });
  app.post("/api/sync/results", async (request) => {
    const actor = requireDevice(request);
    const input = parse(AskResults, request.body, "");
    const answer = await runQuery(services, actor, deviceOrigin(request, actor), resultsQuery, input);
    return { ...(answer as { results: EntryResult[] }), serverNow: nowIso(), clockOffsetMs: null };
  });
  app.post("/api/sync/reads", async (request, reply) => {
    const actor = requireDevice(request);
    const { id, ...payload } = parse(TellReads, request.body, "");
    const envelope = { id, v: 1, occurredAt: nowIso(), payload };
    await runCommand(services, actor, deviceOrigin(request, actor), noteReadsCommand, envelope);
    return reply.code(204).send();
  });
  app.post("/api/sync/farewell", async (_, reply: FastifyReply) =>
    reply.header("clear-site-data", '"cache", "storage"').code(204).send(),
  );
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    const limits = { bodyLimit: strangersBytes, config: { strangersBytes } };
    scope.put("/api/sync/photos/:photoId", limits, async (request): Promise<PhotoTaken> => {
      const { photoId } = parse(z.strictObject({ photoId: z.uuid() }), request.params, "");
      const piece = { ...parse(PhotoPiece, request.query, ""), photoId };
      const part = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      return delivering.pass(piece.deviceId, () => takePhoto(services, request.id, piece, part));
    });
  });
}

/** Best first. Brotli at 5 costs what gzip does and is a quarter smaller; above, it takes far longer for little. */
const packers = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify<string, Buffer>(gzip),
};

/** A phone in the street loads at 50 kB/s: the set goes out packed. Only its own token asks for it, and nothing of the question stands in the answer. */
async function packed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== "string" || payload.length < 1024) return payload;
  const accepted = new Set(String(request.headers["accept-encoding"] ?? "").split(/\s*[,;]\s*/));
  const way = (["br", "gzip"] as const).find((each) => accepted.has(each));
  if (!way) return payload;
  reply.header("content-encoding", way).header("vary", "accept-encoding").removeHeader("content-length");
  return packers[way](payload);
}

const deviceOrigin = (request: FastifyRequest, { sessionId }: Actor) => ({ ...originOf(request), device: sessionId });

/** @throws Problem unauthenticated `device.token_needed` */
function requireDevice(request: FastifyRequest): Actor {
  if (!request.actor) throw new Problem("unauthenticated", "device.token_needed");
  return request.actor;
}
