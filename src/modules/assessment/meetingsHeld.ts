import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { contentOpener, type StoredAssessment } from "./sealed.ts";

type Meeting = {
  accountId: string;
  source: "INTERVIEW";
  sourceId: string;
  day: PlainDate;
  startsAt: null;
  minutes: number;
  kind: null;
};
type Own = Pick<StoredAssessment, "id" | "kind" | "contentSealed" | "keyId">;

/**
 * Meetings of the actor's own assessments on some days (inclusive), by assessment and day: initial conversations, whose hours
 * count. Records are sealed, so of somebody else there is nothing. Source: docs/domain/forms.md F-21
 */
export async function meetingsHeld(
  context: WorkContext,
  { from, to }: { from: PlainDate; to: PlainDate },
  accountIds: readonly string[],
): Promise<Meeting[]> {
  const { organisationId, accountId } = context.actor;
  if (!accountIds.includes(accountId)) return [];
  const { rows } = await sql<Own>`select a.id, a.kind, a.content_sealed, a.key_id from assessment a
    where a.organisation_id = ${organisationId} and a.done_by = ${accountId} and a.started_on <= ${to}
    order by a.started_on desc, a.id ${atMost}`.execute(context.tx);
  const open = await contentOpener(context, rows);
  return rows.flatMap((one): Meeting[] => {
    const held = (open(one)?.meetings ?? []).filter(({ on }) => from <= on && on <= to && on <= context.today);
    return [...Map.groupBy(held, ({ on }) => on)].map(([day, meetings]) => ({
      accountId,
      source: "INTERVIEW",
      sourceId: one.id,
      day,
      startsAt: null,
      minutes: meetings.reduce((sum, { minutes }) => sum + minutes, 0),
      kind: null,
    }));
  });
}
