import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  requireBase,
  type WorkContext,
} from "../../platform/command.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { streetWorkAccess } from "./access.ts";
import { cardLanguages, infoCardKinds } from "./codes.ts";
import { InfoCard, SaveInfoCard } from "./contract.ts";
import { infoCardTexts } from "./infoCardTexts.ts";
import { printLeaflet } from "./prints.ts";

/** Every kind in every language: the organisation's wording, else the product's. */
export async function listInfoCards(context: WorkContext): Promise<InfoCard[]> {
  const { rows } = await sql<InfoCard>`select kind, language, title, body, checked_on, version from info_card
    where organisation_id = ${context.actor.organisationId} order by kind, language limit 100`.execute(context.tx);
  return infoCardKinds.flatMap((kind) =>
    cardLanguages.map((language) => {
      const own = rows.find((row) => row.kind === kind && row.language === language);
      return own ?? { kind, language, ...infoCardTexts[kind][language], checkedOn: null, version: 0 };
    }),
  );
}

/**
 * Writes the organisation's own wording. The first one has no base or 0.
 * @throws Problem refused `info_card.checked_in_future` | conflict `record.changed`
 */
async function saveInfoCard(context: CommandContext, card: SaveInfoCard): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  refuseIf([card.checkedOn > context.today ? "info_card.checked_in_future" : null]);
  const { kind, language } = card;
  const { rows } = await sql<{ version: number }>`select version from info_card
    where organisation_id = ${organisationId} and kind = ${kind} and language = ${language} for update`.execute(
    context.tx,
  );
  const [known] = rows;
  const about = { type: "info-card", id: organisationId };
  const detail = { kind, language, checkedOn: card.checkedOn };
  if (known) {
    requireBase(context, known.version);
    const { rows: saved } = await sql<{
      version: number;
    }>`update info_card set title = ${card.title}, body = ${card.body},
        checked_on = ${card.checkedOn}, saved_by = ${accountId}, saved_at = ${context.now}, version = version + 1
      where organisation_id = ${organisationId} and kind = ${kind} and language = ${language} returning version`.execute(
      context.tx,
    );
    return { ids: {}, version: saved[0]?.version ?? known.version, about, detail };
  }
  const inserted = await context.tx
    .insertInto("infoCard")
    .values({ ...card, organisationId, savedBy: accountId, savedAt: context.now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) throw new Problem("conflict", "record.changed");
  return { ids: {}, version: 1, about, detail };
}

export const infoCardCommands = [
  defineCommand({
    type: "info-card.save",
    v: 1,
    summary: "Saves the organisation's own wording of an information card",
    payload: SaveInfoCard,
    verb: streetWorkAccess["info-card.save"],
    run: saveInfoCard,
  }),
];

export const infoCardQueries = [
  defineQuery({
    name: "info-card.list",
    method: "GET",
    path: "/street-work/info-cards",
    summary: "Cards on rights and help in Polish, English and Ukrainian",
    input: z.strictObject({}),
    answer: z.object({ cards: z.array(InfoCard) }),
    verb: streetWorkAccess["info-card.read"],
    audit: null,
    run: async (context) => ({ cards: await listInfoCards(context) }),
  }),
];

export const infoCardDownloads = [
  defineDownload({
    name: "info-card.print",
    path: "/street-work/info-cards/leaflet",
    summary: "The cards of one language as a leaflet for the pocket",
    input: z.strictObject({ language: z.enum(cardLanguages).default("pl") }),
    verb: streetWorkAccess["info-card.read"],
    audit: null,
    run: async (context, { language }) => printLeaflet(context, await listInfoCards(context), language),
  }),
];
