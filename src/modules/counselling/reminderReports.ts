import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { type DeliveryReport, readReports } from "../../platform/sms/reports.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { atDoor, digest } from "../organisation/public.ts";
import { endArrived, tellUndelivered } from "./undelivered.ts";

/** A gateway tells of a morning's messages one by one. */
const pace = { config: { rateLimit: { max: 600, timeWindow: 60_000 } } };

/**
 * Where the gateway says what became of a reminder: no session, a secret at the end of the address. What is of none of our
 * messages is answered like the rest, so that it is not sent again and tells nothing. Without a secret there is no such page.
 */
export function reminderReportRoutes(secret: string | null): (app: FastifyInstance, services: Services) => void {
  return (app, services) => {
    if (!secret) return;
    const expected = digest(secret);
    app.get<{ Params: { secret: string }; Querystring: Record<string, unknown> }>(
      "/sms/raport/:secret",
      pace,
      async (request, reply) => {
        if (!timingSafeEqual(digest(request.params.secret), expected))
          throw new Problem("not_found", "server.no_such_page");
        for (const report of readReports(request.query)) await keepReport(services, report, request.id);
        return reply.type("text/plain").header("cache-control", "no-store").send("OK"); // anything else is sent again
      },
    );
  };
}

type Found = { organisationId: string; bookingId: string };
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function keepReport(services: Services, report: DeliveryReport, requestId: string): Promise<void> {
  const { messageId, delivered } = report;
  const reference = report.reference && isUuid.test(report.reference) ? report.reference : null;
  const { rows } =
    await sql<Found>`select organisation_id, booking_id from reminder_of_message(${messageId}, ${reference})`.execute(
      services.db,
    );
  const [found] = rows;
  if (!found || rows.length > 1) return;
  const { organisationId, bookingId } = found;
  const now = services.clock.now();
  await atDoor(services, { organisationId, accountId: null, requestId }, async (tx, audit) => {
    const outcome = delivered ? "DELIVERED" : "NOT_DELIVERED";
    // later news of another part of a message that has arrived is none
    const kept = await sql`insert into booking_reminder_report (organisation_id, booking_id, outcome)
      select ${organisationId}, ${bookingId}, ${outcome} where not exists (select from booking_reminder_report p
        where p.organisation_id = ${organisationId} and p.booking_id = ${bookingId} and p.outcome in ('DELIVERED', ${outcome}))
      on conflict do nothing`.execute(tx);
    if (kept.numAffectedRows !== 1n) return;
    const booking = await tx
      .selectFrom("booking")
      .select("personId")
      .where("organisationId", "=", organisationId)
      .where("id", "=", bookingId)
      .executeTakeFirst();
    await audit({
      action: "booking.report-delivery",
      outcome: "done",
      objectType: "booking",
      objectId: bookingId,
      personId: booking?.personId ?? null,
      detail: { outcome },
    });
    const actor = { organisationId, accountId: null };
    const context = { tx, actor, now: now.toISOString(), today: todayIn(now, "Europe/Warsaw") };
    await (delivered ? endArrived(context, bookingId) : tellUndelivered(context, bookingId));
  });
}
