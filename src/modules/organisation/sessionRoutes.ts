import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../../platform/command.ts";
import { parse, requireActor } from "../../platform/http.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { OpenSession, SessionView } from "./contract.ts";
import { closeSession, findSession, type LiveSession, openSession } from "./session.ts";

/** `__Host-powrot` where the page is served by https, `powrot` on the loopback address. */
export function cookieName(origin: string): string {
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
  });
}

/** The session door: POST opens, GET reads, DELETE closes. */
export function sessionRoutes(origin: string) {
  const cookie = cookieName(origin);
  const cookieOptions = { path: "/", httpOnly: true, sameSite: "strict", secure: origin.startsWith("https") } as const;
  return (app: FastifyInstance, services: Services): void => {
    app.post("/api/session", async (request, reply: FastifyReply) => {
      const wanted = parse(OpenSession, request.body, "");
      const from = { address: request.ip, userAgent: agentOf(request) };
      const { token, expiresAt } = await openSession(services, wanted, from);
      const session = await findSession(services, token, from.userAgent);
      if (!session) throw new Problem("unauthenticated", "session.wrong_credentials");
      const view = viewOf(session, services.clock.now());
      if (wanted.kind === "token") return { ...view, token };
      reply.setCookie(cookie, token, { ...cookieOptions, expires: expiresAt });
      return view;
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
