import { z } from "zod";
import { requireReach } from "../../../platform/access.ts";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { formatDay, formatWeekday } from "../../../platform/time/formats.ts";
import { addDays, endOfMonth } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { programmeMessages } from "../../programme/messages.ts";
import { centreMessages } from "../month/centreMessages.ts";
import { closedDaysOf } from "../month/facts.ts";
import { monthWords } from "../month/words.ts";
import { classProgrammeAccess } from "./access.ts";
import { classMessages } from "./messages.ts";
import { linesOfWeeks } from "./rules.ts";
import { contentOf, getEdition, type StoredEdition } from "./store.ts";
import { daysInWords, hoursBetween } from "./words.ts";

const template = new URL("../documents/class-programme.typ", import.meta.url).href;

/** What the papers of an edition begin with: letterhead, unit, month, who prepared and approved it. */
export async function factsOfEdition(context: WorkContext, edition: StoredEdition, lang: Lang) {
  const t = translate(classMessages, lang);
  const c = translate(centreMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const unit = await context.tx
    .selectFrom("unit")
    .select("name")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", edition.unitId)
    .executeTakeFirstOrThrow();
  const { decision } = edition;
  const day = (value: string) => formatDay(value, lang);
  const approved = decision?.decision === "APPROVED" ? decision : null;
  return {
    frame: { organisation, issuedOn: context.today, version: edition.no },
    pictures,
    unitName: unit.name,
    approved,
    facts: [
      [c("unit"), unit.name],
      [c("month"), monthWords(edition.month.slice(0, 7), lang)],
      [t("print.prepared"), `${edition.preparedBy}, ${day(edition.preparedOn)}`],
      [t("print.approved"), approved ? `${approved.by}, ${day(approved.on)}` : t("print.notApproved")],
      ...(edition.reason ? [[t("edition.reason"), edition.reason]] : []),
    ],
  };
}

/** An edition for the notice board: classes by weeks, leaders, rooms, closed days. No participants. Source: docs/domain/rules.md R-CIS-08 */
async function printProgramme(context: WorkContext, { programmeId, lang }: { programmeId: string; lang: Lang }) {
  const { actor } = context;
  const edition = await getEdition(context, programmeId);
  const verb = classProgrammeAccess["class-programme.print"];
  requireReach(actor, verb, { unit: actor.unitIds.includes(edition.unitId) }, "class-programme.not_found");
  const t = translate(classMessages, lang);
  const p = translate(programmeMessages, lang);
  const content = contentOf(context, edition);
  const { frame, pictures, facts, unitName, approved } = await factsOfEdition(context, edition, lang);
  const day = (value: string) => formatDay(value, lang);
  const closed = await closedDaysOf(context, edition.unitId, edition.month, endOfMonth(edition.month));
  const data = {
    frame,
    facts,
    columns: [
      [t("column.days"), 4],
      [t("column.hours"), 2],
      [t("column.class"), 5],
      [t("column.group"), 4],
      [t("column.room"), 3],
      [t("column.leader"), 4],
    ],
    weeks: linesOfWeeks(content.classes).map(({ monday, lines }) => ({
      title: t("week", { from: day(monday), to: day(addDays(monday, 6)) }),
      rows: lines.map(({ days, of }) => [
        daysInWords(days, lang),
        hoursBetween(of),
        of.moduleName ?? p.maybe(`module.${of.moduleCode}`) ?? of.moduleCode,
        of.groupName,
        of.room ?? "–",
        of.leaderName ?? "–",
      ]),
    })),
    freeTitle: t("print.free"),
    free: [...closed].map((each) => formatWeekday(each, lang)),
    parties: approved ? [{ role: t("print.manager"), name: approved.by, behalf: unitName }] : [],
  };
  const { bytes } = await renderPdf({ template, data, title: t("print.title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `program-zajec-${content.month}-${edition.no}.pdf` };
}

export const classProgrammeDownloads = [
  defineDownload({
    name: "class-programme.print",
    path: "/class-programmes/:programmeId/document",
    summary: "An edition of a month's class programme for the notice board, without participants",
    input: z.strictObject({ programmeId: z.uuid(), lang: z.enum(LANGS).default("pl") }),
    verb: classProgrammeAccess["class-programme.print"],
    audit: ({ programmeId }) => ({ objectType: "class-programme", objectId: programmeId, section: "ATTENDANCE" }),
    run: printProgramme,
  }),
];
