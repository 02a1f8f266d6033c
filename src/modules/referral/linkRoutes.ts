import { createHmac } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { instantOf, type Tx } from "../../platform/db.ts";
import { parse } from "../../platform/http.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { Problem, problemOfDatabase, refuseIf } from "../../platform/problem.ts";
import { hoursAfter, todayIn } from "../../platform/time/instant.ts";
import { atDoor, digest, guessed, tryGuess } from "../organisation/public.ts";
import { reportsPerLink, type Service } from "./codes.ts";
import { LinkToken, ReportByLink, ShiftLinkFacts } from "./contract.ts";
import { reportsOfLink } from "./reportLists.ts";
import { writeReport } from "./reports.ts";
import { refuseReport } from "./rules.ts";

type Link = {
  organisationId: string;
  organisationName: string;
  id: string;
  unitId: string;
  service: Service;
  label: string;
  expiresAt: string;
  areas: string[];
};

const minutesBetweenNotes = 5;
/** More than a night has: a browser may call itself anything, and each name would be a row. */
const mostBrowsers = 200;

/** Notes by a keyed hash from which browser a link is used, for the coordinator who may end it; kept for thirty days. */
async function noteUse(tx: Tx, services: Services, request: FastifyRequest, link: Link): Promise<void> {
  const { organisationId, id } = link;
  const key = services.keys.secretFor(organisationId, "referral.attempt");
  const browser = `link|${request.ip}|${(request.headers["user-agent"] ?? "").slice(0, 300)}`;
  const subject = createHmac("sha256", key).update(browser).digest();
  const now = services.clock.now().toISOString();
  const before = hoursAfter(now, -minutesBetweenNotes / 60);
  await sql`insert into shift_link_use (organisation_id, link_id, subject, first_at, last_at)
    select ${organisationId}, ${id}, ${subject}, ${now}, ${now}
    where (select count(*) from shift_link_use where organisation_id = ${organisationId} and link_id = ${id} and subject <> ${subject}) < ${mostBrowsers}
    on conflict on constraint shift_link_use_key do update set last_at = excluded.last_at where shift_link_use.last_at < ${before}`.execute(
    tx,
  );
}

/** Doors of a link for a shift: what it is for with what came of its reports, and a report. Wrong tokens are counted by address. */
export function shiftLinkRoutes(app: FastifyInstance, services: Services): void {
  const findLink = async (request: FastifyRequest, token: string): Promise<Link> => {
    const attempt = await tryGuess(services, [guessed("address", request.ip)]);
    const { rows } =
      await sql<Link>`select organisation_id, organisation_name, id, unit_id, service, label, expires_at, areas
      from shift_link_of(${digest(token)}, ${services.clock.now().toISOString()})`.execute(services.db);
    const [link] = rows;
    if (!link) throw new Problem("not_found", "link.unknown");
    await attempt.undo();
    return link;
  };
  const factsOf = (request: FastifyRequest, link: Link) =>
    atDoor(services, { organisationId: link.organisationId, accountId: null, requestId: request.id }, async (tx) => {
      await noteUse(tx, services, request, link);
      return ShiftLinkFacts.parse({
        ...link,
        now: services.clock.now().toISOString(),
        expiresAt: instantOf(link.expiresAt),
        reports: await reportsOfLink(tx, link.organisationId, link.id),
      });
    });

  app.post("/api/shift-link/facts", async (request) => {
    const { token } = parse(LinkToken, request.body, "");
    return factsOf(request, await findLink(request, token));
  });

  app.post("/api/shift-link/report", async (request) => {
    const { token, notificationId, report } = parse(ReportByLink, request.body, "");
    const link = await findLink(request, token);
    const { organisationId } = link;
    const now = services.clock.now();
    refuseIf(refuseReport(report, now.toISOString()));
    await atDoor(services, { organisationId, accountId: null, requestId: request.id }, async (tx, audit) => {
      await oneAtATime(tx, "shift link", link.id);
      const { rows } = await sql<{ id: string; n: number }>`select n.id, count(*) over ()::int as n from notification n
        where n.organisation_id = ${organisationId} and n.link_id = ${link.id} order by n.id limit ${reportsPerLink}`.execute(
        tx,
      );
      if (rows.some(({ id }) => id === notificationId)) return; // sent twice is one report
      if ((rows[0]?.n ?? 0) >= reportsPerLink) throw new Problem("refused", "shift-link.used_up");
      const where = {
        tx,
        keys: services.keys,
        organisationId,
        now: now.toISOString(),
        today: todayIn(now, "Europe/Warsaw"),
      };
      const { id: linkId, unitId, service } = link;
      await writeReport(
        where,
        { source: "LINK", reportedBy: null, linkId, id: notificationId, unitId, service },
        report,
      );
      await audit({
        action: "notification.report-by-link",
        outcome: "done",
        objectType: "notification",
        objectId: notificationId,
        detail: { link: linkId },
      });
    }).catch((error: unknown) => {
      throw problemOfDatabase(error) ?? error;
    });
    return factsOf(request, link);
  });
}
