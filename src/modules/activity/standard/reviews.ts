import { sql } from "kysely";
import { z } from "zod";
import { reachesOf } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type GivenFile,
  type WorkContext,
} from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import { standardItems, standardModuleCodes, standardModules } from "./codes.ts";
import { ReviewStandard, type StandardReview, StandardView } from "./contract.ts";
import { standardMessages } from "./messages.ts";
import { refuseReview } from "./rules.ts";

onConstraint("club_standard_review_key", "conflict", "record.id_taken");

/** @throws Problem not_found | refused as `refuseReview` says */
async function review(context: CommandContext, payload: ReviewStandard): Promise<Done> {
  const { reviewId, unitId, reviewedOn, items } = payload;
  await requireUnit(context, activityAccess["standard.review"], unitId);
  refuseIf([refuseReview(payload, context.today)], { source: "R-KIS-05" });
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("clubStandardReview")
    .values({ organisationId, id: reviewId, unitId, reviewedOn, recordedBy })
    .execute();
  await context.tx
    .insertInto("clubStandardItem")
    .values(items.map((item) => ({ organisationId, reviewId, ...item })))
    .execute();
  const met = items.filter(({ state }) => state === "MET").length;
  return { ids: { review: reviewId }, about: { type: "unit", id: unitId }, detail: { met, of: items.length } };
}

async function linesOf({ tx, actor }: WorkContext, reviewId: string): Promise<StandardReview["items"]> {
  const { rows } = await sql<
    StandardReview["items"][number]
  >`select code, state, evidence, missing, due_on from club_standard_item
    where organisation_id = ${actor.organisationId} and review_id = ${reviewId} order by code ${atMost}`.execute(tx);
  return rows.toSorted((a, b) => standardItems.indexOf(a.code) - standardItems.indexOf(b.code));
}

/** @throws Problem not_found */
async function read(context: WorkContext, unitId: string): Promise<StandardView> {
  const { tx, actor, today } = context;
  const { name } = await requireUnit(context, activityAccess["standard.read"], unitId);
  const { rows } = await sql<StandardView["earlier"][number]>`select r.id, r.reviewed_on, m.display_name as by,
      (select count(*)::int from club_standard_item i where i.organisation_id = r.organisation_id and i.review_id = r.id and i.state = 'MET') as met
    from club_standard_review r join membership m on m.organisation_id = r.organisation_id and m.account_id = r.recorded_by
    where r.organisation_id = ${actor.organisationId} and r.unit_id = ${unitId} order by r.reviewed_on desc, r.recorded_at desc, r.id desc ${atMost}`.execute(
    tx,
  );
  const [last, ...earlier] = rows;
  const since = addDays(today, -364);
  const held = sql`g.day between ${since} and ${today} and (g.counted > 0 or exists (select from gathering_participant p
      where p.organisation_id = g.organisation_id and p.gathering_id = g.id))
    and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)`;
  const { rows: known } = await sql<{ selfHelp: number; integration: number; courses: number }>`select
      (select count(*)::int from gathering g where g.organisation_id = ${actor.organisationId} and g.unit_id = ${unitId} and g.kind = 'SELF_HELP' and ${held}) as self_help,
      (select count(*)::int from gathering g where g.organisation_id = ${actor.organisationId} and g.unit_id = ${unitId} and g.kind in ('INTEGRATION', 'LEISURE') and ${held}) as integration,
      (select count(*)::int from course c where c.organisation_id = ${actor.organisationId} and c.unit_id = ${unitId} and c.ends_on >= ${since} and c.starts_on <= ${today}) as courses`.execute(
    tx,
  );
  const [counts] = known;
  return {
    unitName: name,
    mayReview: reachesOf(actor, activityAccess["standard.review"]).size > 0,
    last: last
      ? { id: last.id, reviewedOn: last.reviewedOn, by: last.by, items: await linesOf(context, last.id) }
      : null,
    earlier,
    figures: {
      SELF_HELP: counts?.selfHelp ?? 0,
      INTEGRATION: counts?.integration ?? 0,
      COURSES: counts?.courses ?? 0,
    },
  };
}

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/club-standard.typ", import.meta.url).href;

/** @throws Problem not_found `standard.not_found` */
async function print(
  context: WorkContext,
  { reviewId, lang, print: wish }: { reviewId: string; lang: Lang; print: (typeof prints)[number] },
): Promise<GivenFile> {
  const { tx, actor } = context;
  const { rows } = await sql<{
    unitId: string;
    reviewedOn: StandardReview["reviewedOn"];
    by: string;
  }>`select r.unit_id, r.reviewed_on, m.display_name as by
    from club_standard_review r join membership m on m.organisation_id = r.organisation_id and m.account_id = r.recorded_by
    where r.organisation_id = ${actor.organisationId} and r.id = ${reviewId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "standard.not_found");
  const verb = activityAccess["standard.print"];
  const { name: unitName } = await requireUnit(context, verb, row.unitId, "standard.not_found");
  const items = await linesOf(context, reviewId);
  const t = translate(standardMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: { organisation, issuedOn: row.reviewedOn, basis: t("paper.basis"), largePrint: wish === "large" },
    facts: [
      [t("unit"), unitName],
      [t("by"), row.by],
      [t("met"), t("met.of", { met: items.filter(({ state }) => state === "MET").length, of: items.length })],
    ],
    columns: [t("line"), t("state"), t("evidence"), t("missing"), t("dueOn")],
    modules: standardModuleCodes.map((module) => {
      const codes: readonly string[] = standardModules[module];
      return {
        title: t(`module.${module}`),
        rows: items
          .filter(({ code }) => codes.includes(code))
          .map(({ code, state, evidence, missing, dueOn }) => ({
            cells: [t(`item.${code}`), t(`state.${state}`), evidence, missing],
            dueOn,
          })),
      };
    }),
    parties: [{ role: t("by"), name: row.by }],
  };
  const request = { template, data, title: t("title"), lang, pictures };
  const name = `club-standard-${row.reviewedOn}`;
  if (wish === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

export const standardCommands = [
  defineCommand({
    type: "standard.review",
    v: 1,
    summary: "Holds a club against the minimum service standard",
    payload: ReviewStandard,
    verb: activityAccess["standard.review"],
    run: review,
  }),
];

export const standardQueries = [
  defineQuery({
    name: "standard.read",
    method: "GET",
    path: "/club-standard/:unitId",
    summary: "The last review of the minimum service standard, and those before",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: StandardView,
    verb: activityAccess["standard.read"],
    audit: null,
    run: (context, { unitId }) => read(context, unitId),
  }),
];

export const standardDownloads = [
  defineDownload({
    name: "standard.print",
    path: "/club-standard-reviews/:reviewId/paper",
    summary: "A review of the minimum service standard as a PDF or as a file for editing",
    input: z.strictObject({
      reviewId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: activityAccess["standard.print"],
    audit: ({ reviewId }) => ({ objectType: "club-standard", objectId: reviewId }),
    run: print,
  }),
];
