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
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { endTasksFrom } from "../casework/public.ts";
import { requireUnit } from "../outreach/public.ts";
import { streetWorkAccess } from "./access.ts";
import { DrawCards, DrawnCard, DrawRound, Month, ReviewCard } from "./contract.ts";
import { drawFrom, makeDraw } from "./makeDraw.ts";
import { daysOfMonth, refuseOpenMonth } from "./rules.ts";

onConstraint("card_drawn_once_a_month", "refused", "card_draw.already_drawn");
onConstraint("card_draw_key", "refused", "card_draw.already_drawn");
onConstraint("card_reviewed_once", "refused", "card_review.already_done");

/** @throws Problem not_found `outreach.unit_not_found` | refused `street_month.not_over`, `card_draw.nothing_to_draw`, `card_draw.already_drawn` */
async function drawCards(context: CommandContext, { unitId, month }: DrawCards): Promise<Done> {
  requireUnit(context, streetWorkAccess["card-draw.make"], unitId, "outreach.unit_not_found");
  refuseIf([refuseOpenMonth(month, context.today)]);
  const { organisationId, accountId } = context.actor;
  const cards = await makeDraw(context.tx, { organisationId, unitId, month, today: context.today, by: accountId });
  refuseIf([cards === 0 ? "card_draw.nothing_to_draw" : null]);
  return { ids: { unit: unitId }, about: { type: "card-draw", id: unitId }, detail: { month, cards } };
}

/** @throws Problem not_found `card_draw.not_found` | refused `card_review.already_done`, `card_review.own` */
async function reviewCard(context: CommandContext, { contactId, quality, note }: ReviewCard): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{
    unitId: string;
    own: boolean;
  }>`select d.unit_id, c.recorded_by = ${accountId} or exists (select from contact_worker w
      where w.organisation_id = d.organisation_id and w.contact_id = d.contact_id and w.account_id = ${accountId}) as own
    from card_draw d join contact_card c on c.organisation_id = d.organisation_id and c.id = d.contact_id where d.organisation_id = ${organisationId} and d.contact_id = ${contactId}`.execute(
    context.tx,
  );
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
  await endTasksFrom(context, { type: "card-draw", id: contactId }, "DONE");
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

/** What the month's draw rests on, drawn again; null before it, and for draws older than this record. */
async function findRound(context: WorkContext, unitId: string, month: string, cards: readonly DrawnCard[]) {
  const { rows } = await sql<
    Omit<DrawRound, "candidates" | "repeats"> & { candidates: string[] }
  >`select o.seed, o.candidates, o.drawn_at,
      m.display_name as by
    from card_draw_round o left join membership m on m.organisation_id = o.organisation_id and m.account_id = o.drawn_by
    where o.organisation_id = ${context.actor.organisationId} and o.unit_id = ${unitId} and o.month = ${daysOfMonth(month).from}`.execute(
    context.tx,
  );
  const [round] = rows;
  if (!round) return null;
  const again = drawFrom(round.candidates, round.seed, cards.length);
  return {
    ...round,
    candidates: round.candidates.length,
    drawnAt: instantOf(round.drawnAt),
    repeats: cards.every(({ contactId }, i) => contactId === again[i]),
  };
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
    answer: z.object({ cards: z.array(DrawnCard), round: DrawRound.nullable() }),
    verb: streetWorkAccess["card-draw.read"],
    audit: null,
    run: async (context, { unitId, month }) => {
      requireUnit(context, streetWorkAccess["card-draw.read"], unitId, "outreach.unit_not_found");
      const cards = await listDrawn(context, sql`d.unit_id = ${unitId} and d.month = ${daysOfMonth(month).from}`);
      return { cards, round: await findRound(context, unitId, month, cards) };
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
