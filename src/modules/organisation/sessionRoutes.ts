import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../../platform/command.ts";
import { parse, requireActor } from "../../platform/http.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { OpenByPasskey, OpenSession, SessionView } from "./contract.ts";
import { passkeyQuestion } from "./passkeys.ts";
import {
  closeSession,
  findSession,
  type LiveSession,
  openByPasskey,
  openSession,
  type SignedIn,
  type SignInFrom,
} from "./session.ts";

/** `__Host-powrot` where the page is served by https, `powrot` on the loopback address. */
function cookieName(origin: string): string {
  return origin.startsWith("https") ? "__Host-powrot" : "powrot";
}

const agentOf = (request: FastifyRequest) => request.headers["user-agent"]?.slice(0, 300) ?? null;

function tokenOf(request: FastifyRequest, cookie: string): string | undefined {
  const { authorization } = request.headers;
  return authorization?.startsWith("Bearer ") ? authorization.slice(7) : request.cookies[cookie];
}

/** Finds the session of a request; asked once per request by the server. */
export async function sessionOf(
  services: Services,
  request: FastifyRequest,
  origin: string,
): Promise<LiveSession | null> {
  const token = tokenOf(request, cookieName(origin));
  return token ? findSession(services, token, agentOf(request)) : null;
}

function viewOf(session: LiveSession, now: Date): SessionView {
  const { actor } = session;
  return SessionView.parse({
    account: { id: actor.accountId, name: actor.displayName },
    organisation: { id: actor.organisationId, name: session.organisationName },
    roles: actor.roles,
    unitIds: actor.unitIds,
    language: session.language,
    idleMinutes: session.idleMinutes,
    authorised: actor.authorised,
    secondFactorDue: session.secondFactorDue,
    today: todayIn(now, "Europe/Warsaw"),
    now: now.toISOString(),
  });
}

/** Doors that nobody has to be signed in for; an old cookie does not close them. */
export const openDoors: ReadonlySet<string> = new Set([
  "/api/session",
  "/api/session/passkey/options",
  "/api/session/passkey",
  "/api/setup",
  "/api/invitation",
  "/api/invitation/facts",
  "/api/recovery",
  "/api/recovery/facts",
]);

/** The session door: POST opens, GET reads, DELETE closes. */
export function sessionRoutes(origin: string) {
  const cookie = cookieName(origin);
  const cookieOptions = { path: "/", httpOnly: true, sameSite: "strict", secure: origin.startsWith("https") } as const;
  return (app: FastifyInstance, services: Services): void => {
    const fromOf = (request: FastifyRequest): SignInFrom => ({
      address: request.ip,
      userAgent: agentOf(request),
      origin,
      requestId: request.id,
    });
    const answer = async (reply: FastifyReply, kind: "cookie" | "token", from: SignInFrom, opened: SignedIn) => {
      const session = await findSession(services, opened.token, from.userAgent);
      if (!session) throw new Problem("unauthenticated", "session.wrong_credentials");
      const view = viewOf(session, services.clock.now());
      if (kind === "token") return { ...view, token: opened.token };
      reply.setCookie(cookie, opened.token, { ...cookieOptions, expires: opened.expiresAt });
      return view;
    };
    app.post("/api/session", async (request, reply) => {
      const wanted = parse(OpenSession, request.body, "");
      const from = fromOf(request);
      return answer(reply, wanted.kind, from, await openSession(services, wanted, from));
    });
    app.post("/api/session/passkey/options", async () => passkeyQuestion(services, origin));
    app.post("/api/session/passkey", async (request, reply) => {
      const wanted = parse(OpenByPasskey, request.body, "");
      const from = fromOf(request);
      return answer(reply, wanted.kind, from, await openByPasskey(services, wanted, from));
    });
    app.get("/api/session", async (request) => {
      requireActor(request);
      const session = await sessionOf(services, request, origin);
      if (!session) throw new Problem("unauthenticated", "session.needed");
      return viewOf(session, services.clock.now());
    });
    app.delete("/api/session", async (request, reply) => {
      await closeSession(services, requireActor(request));
      reply.clearCookie(cookie, cookieOptions).header("clear-site-data", '"cache"');
      return reply.code(204).send();
    });
  };
}
