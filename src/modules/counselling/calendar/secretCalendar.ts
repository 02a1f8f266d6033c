import type { FastifyInstance } from "fastify";
import { type Actor, type Reach, type Role, reachesOf, roles } from "../../../platform/access.ts";
import type { Services, WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { atDoor, digest } from "../../organisation/public.ts";

/** Calendars look every few minutes at the most; more within a minute from one place is something else. */
const looks = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } };

/** An address of a calendar that holds, with who made it as they are today. */
export type SecretAddress = {
  organisationId: string;
  id: string;
  accountId: string;
  displayName: string;
  roles: string[];
  units: string[];
};

/** `verb`: who may have such an address, asked at each reading; `find`: the address of a token's digest; `write`: the calendar, as who made the address may read it; it audits what it gives out. */
type SecretCalendar<A extends SecretAddress> = {
  path: string;
  fileName: string;
  verb: Readonly<Partial<Record<Role, Reach>>>;
  find: (tokenHash: Buffer, today: PlainDate) => Promise<A | undefined>;
  write: (context: WorkContext, address: A) => Promise<string>;
};

/**
 * A calendar for another program: without a session, by an address that is a secret. What is no address, one that no longer
 * holds, and one whose maker has lost the role for it, is not there.
 */
export function secretCalendar<A extends SecretAddress>(
  app: FastifyInstance,
  services: Services,
  { path, fileName, verb, find, write }: SecretCalendar<A>,
): void {
  app.get<{ Params: { file: string } }>(`${path}/:file`, looks, async (request, reply) => {
    const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec(request.params.file)?.[1];
    const now = services.clock.now();
    const today = todayIn(now, "Europe/Warsaw");
    const address = token ? await find(digest(token), today) : undefined;
    const actor = address && actorOf(address);
    if (!address || !actor || reachesOf(actor, verb).size === 0) throw new Problem("not_found", "server.no_such_page");
    const { organisationId, accountId } = address;
    const { keys, files } = services;
    const text = await atDoor(services, { organisationId, accountId, requestId: request.id }, (tx, audit) =>
      write(
        {
          tx,
          keys,
          files,
          audit,
          today,
          actor,
          now: now.toISOString(),
          auditShare: () => Promise.reject(new Error("a calendar shares nothing")),
        },
        address,
      ),
    );
    return reply
      .type("text/calendar; charset=utf-8")
      .header("content-disposition", `attachment; filename="${fileName}"`)
      .header("cache-control", "private, no-store")
      .header("x-robots-tag", "noindex")
      .send(text);
  });
}

function actorOf({ organisationId, accountId, displayName, roles: held, units }: SecretAddress): Actor {
  return {
    accountId,
    organisationId,
    displayName,
    roles: held.filter((role): role is Role => roles.some((one) => one === role)),
    unitIds: units,
    personId: null,
    authorised: true,
    sessionId: null,
  };
}
