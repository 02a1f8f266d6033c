import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { parameterOn } from "../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { cardsOf, requireUnit } from "../outreach/public.ts";
import { streetWorkAccess } from "./access.ts";
import { DrawCards, DrawnCard, Month, ReviewCard } from "./contract.ts";
import { daysOfMonth, refuseOpenMonth } from "./rules.ts";

onConstraint("card_draw_key", "refused", "card_draw.already_drawn");
onConstraint("card_reviewed_once", "refused", "card_review.already_done");

/** The cards that a month of a team draws: the same ones whoever draws, whenever; at most `most`. */
export function drawFrom(ids: readonly string[], unitId: string, month: string, most: number): string[] {
  const lot = (id: string) => createHash("sha256").update(`${month}|${unitId}|${id}`).digest("hex");
  return ids
    .map((id) => ({ id, lot: lot(id) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/** @throws Problem not_found `outreach.unit_not_found` | refused `street_month.not_over`, `card_draw.nothing_to_draw`, `card_draw.already_drawn` */
async function drawCards(context: CommandContext, { unitId, month }: DrawCards): Promise<Done> {
  requireUnit(context, streetWorkAccess["card-draw.make"], unitId, "outreach.unit_not_found");
  const days = daysOfMonth(month);
  refuseIf([refuseOpenMonth(month, context.today)]);
  const most = Number((await parameterOn(context.tx, "CARDS_DRAWN", days.to)).value);
  const cards = await cardsOf(context, { unitId, ...days });
  const drawn = drawFrom(
    cards.map(({ id }) => id),
    unitId,
    month,
    most,
  );
  refuseIf([drawn.length === 0 ? "card_draw.nothing_to_draw" : null]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("cardDraw")
    .values(
      drawn.map((contactId, i) => ({
        organisationId,
        unitId,
        month: days.from,
        contactId,
        position: i + 1,
        drawnBy: accountId,
      })),
    )
    .execute();
  return { ids: { unit: unitId }, about: { type: "card-draw", id: unitId }, detail: { month, cards: drawn.length } };
}

/** @throws Problem not_found `card_draw.not_found` | refused `card_review.already_done`, `card_review.own` */
async function reviewCard(context: CommandContext, { contactId, quality, note }: ReviewCard): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ unitId: string; own: boolean }>`select d.unit_id, exists (select from contact_worker w
      where w.organisation_id = d.organisation_id and w.contact_id = d.contact_id and w.account_id = ${accountId}) as own
    from card_draw d where d.organisation_id = ${organisationId} and d.contact_id = ${contactId}`.execute(context.tx);
  const [drawn] = rows;
  if (!drawn) throw new Problem("not_found", "card_draw.not_found");
  const unit = context.actor.unitIds.includes(drawn.unitId);
  requireReach(context.actor, streetWorkAccess["card-review.record"], { unit }, "card_draw.not_found");
  refuseIf([drawn.own ? "card_review.own" : null]);
  const noteSealed = sealJson(context, "card-review", contactId, note);
  await context.tx
    .insertInto("cardReview")
    .values({ organisationId, contactId, quality, noteSealed, reviewedBy: accountId })
    .execute();
  return {
    ids: { contact: contactId },
    about: { type: "contact", id: contactId, section: "STREET" },
    detail: { quality },
  };
}

type Row = Omit<DrawnCard, "review"> & {
  quality: NonNullable<DrawnCard["review"]>["quality"] | null;
  noteSealed: Buffer | null;
  by: string | null;
  at: string | null;
};

/** Drawn cards that `which` names (on `d`), in the order of the draw. */
async function listDrawn(context: WorkContext, which: ReturnType<typeof sql>): Promise<DrawnCard[]> {
  const { rows } =
    await sql<Row>`select d.contact_id, d.position, c.contact_at, r.quality, r.note_sealed, m.display_name as by, r.reviewed_at as at,
      (select json_agg(json_build_object('id', w.account_id, 'name', wm.display_name) order by wm.display_name) from contact_worker w
        join membership wm on wm.organisation_id = w.organisation_id and wm.account_id = w.account_id
        where w.organisation_id = d.organisation_id and w.contact_id = d.contact_id) as workers
    from card_draw d join contact_card c on c.organisation_id = d.organisation_id and c.id = d.contact_id
      left join card_review r on r.organisation_id = d.organisation_id and r.contact_id = d.contact_id
      left join membership m on m.organisation_id = r.organisation_id and m.account_id = r.reviewed_by
    where d.organisation_id = ${context.actor.organisationId} and ${which}
    order by d.month desc, d.position ${atMost}`.execute(context.tx);
  return rows.map(({ quality, noteSealed, by, at, ...row }) => ({
    ...row,
    contactAt: instantOf(row.contactAt),
    review:
      quality && by && at
        ? {
            quality,
            by,
            at: instantOf(at),
            note: z
              .string()
              .nullable()
              .parse(unsealJson(context, "card-review", row.contactId, noteSealed)),
          }
        : null,
  }));
}

export const drawCommands = [
  defineCommand({
    type: "card-draw.make",
    v: 1,
    summary: "Draws a month's cards for review",
    payload: DrawCards,
    verb: streetWorkAccess["card-draw.make"],
    run: drawCards,
  }),
  defineCommand({
    type: "card-review.record",
    v: 1,
    summary: "Notes the quality of a drawn card; its workers read it",
    payload: ReviewCard,
    verb: streetWorkAccess["card-review.record"],
    run: reviewCard,
  }),
];

export const drawQueries = [
  defineQuery({
    name: "card-draw.list",
    method: "GET",
    path: "/street-work/units/:unitId/draws/:month",
    summary: "Cards drawn for review in a month of a team",
    input: z.strictObject({ unitId: z.uuid(), month: Month }),
    answer: z.object({ cards: z.array(DrawnCard) }),
    verb: streetWorkAccess["card-draw.read"],
    audit: null,
    run: async (context, { unitId, month }) => {
      requireUnit(context, streetWorkAccess["card-draw.read"], unitId, "outreach.unit_not_found");
      return { cards: await listDrawn(context, sql`d.unit_id = ${unitId} and d.month = ${daysOfMonth(month).from}`) };
    },
  }),
  defineQuery({
    name: "card-review.list-mine",
    method: "GET",
    path: "/street-work/reviews/mine",
    summary: "Reviews of cards that I made",
    input: z.strictObject({}),
    answer: z.object({ cards: z.array(DrawnCard) }),
    verb: streetWorkAccess["card-review.read-mine"],
    audit: null,
    run: async (context) => ({
      cards: await listDrawn(
        context,
        sql`r.contact_id is not null and exists (select from contact_worker w where w.organisation_id = d.organisation_id
          and w.contact_id = d.contact_id and w.account_id = ${context.actor.accountId})`,
      ),
    }),
  }),
];
