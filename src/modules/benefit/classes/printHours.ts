import { z } from "zod";
import { requireReach } from "../../../platform/access.ts";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { classProgrammeAccess } from "./access.ts";
import type { ClassContent } from "./contract.ts";
import { classMessages } from "./messages.ts";
import { factsOfEdition } from "./print.ts";
import { knownAmong } from "./queries.ts";
import { contentOf, getEdition } from "./store.ts";
import { hoursInWords, shortDay } from "./words.ts";

const template = new URL("../documents/class-hours.typ", import.meta.url).href;

/** Why somebody has fewer hours, and who is capped, is not told: the paper lies about, and the cap tells of a disability. */
async function rowsOf(context: WorkContext, { people }: ClassContent, lang: Lang) {
  const shown = await knownAmong(context, people);
  const hours = (minutes: number) => hoursInWords(minutes, lang);
  const mondays = [...new Set(shown.flatMap(({ weeks }) => weeks.map(({ monday }) => monday)))].toSorted();
  const rows = shown.map(({ personName, weeklyHours, weeks }, at) => [
    String(at + 1),
    personName,
    weeklyHours === null ? "–" : hours(weeklyHours * 60),
    ...mondays.map((monday) => {
      const week = weeks.find((one) => one.monday === monday);
      return week ? hours(week.minutes) : "–";
    }),
  ]);
  return { mondays, rows, leftOut: people.length - shown.length };
}

/**
 * Planned hours of everybody in an edition, week by week beside those of their own programmes, for the files of the centre. Of whom the
 * reader may not know the paper says no more than how many (C7). Source: docs/domain/rules.md R-CIS-07, R-CIS-08; docs/domain/forms.md F-29
 */
async function printHours(context: WorkContext, { programmeId, lang }: { programmeId: string; lang: Lang }) {
  const edition = await getEdition(context, programmeId);
  const verb = classProgrammeAccess["class-programme.print-people"];
  requireReach(
    context.actor,
    verb,
    { unit: context.actor.unitIds.includes(edition.unitId) },
    "class-programme.not_found",
  );
  const t = translate(classMessages, lang);
  const content = contentOf(context, edition);
  const { limits } = content;
  const hours = (minutes: number) => hoursInWords(minutes, lang);
  const { mondays, rows, leftOut } = await rowsOf(context, content, lang);
  const { frame, pictures, facts, unitName } = await factsOfEdition(context, edition, lang);
  const { decision, preparedBy } = edition;
  const data = {
    frame,
    facts,
    limits: t("people.lead", {
      least: hours(limits.weekMin),
      most: hours(limits.weekMax),
      capped: hours(limits.weekMaxDisability),
      day: hours(limits.dayMaxDisability),
    }),
    columns: [
      [t("print.no"), 0.6, true],
      [t("who"), 4, false],
      [t("inPlan"), 2, true],
      ...mondays.map((monday) => [
        t("week.short", { from: shortDay(monday), to: shortDay(addDays(monday, 6)) }),
        1.6,
        true,
      ]),
    ],
    rows,
    nobody: t("people.none"),
    leftOut: leftOut > 0 ? t("print.leftOut", { count: leftOut }) : null,
    parties: [
      { role: t("print.prepared"), name: preparedBy, behalf: unitName },
      {
        role: t("print.manager"),
        name: decision?.decision === "APPROVED" ? decision.by : "",
        behalf: unitName,
      },
    ],
  };
  const { bytes } = await renderPdf({ template, data, title: t("print.hours"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `godziny-uczestnikow-${content.month}-${edition.no}.pdf` };
}

export const classHoursDownloads = [
  defineDownload({
    name: "class-programme.print-people",
    path: "/class-programmes/:programmeId/hours",
    summary: "Planned hours of each participant in an edition of a month's class programme, for signature",
    input: z.strictObject({ programmeId: z.uuid(), lang: z.enum(LANGS).default("pl") }),
    verb: classProgrammeAccess["class-programme.print-people"],
    audit: ({ programmeId }) => ({ objectType: "class-programme", objectId: programmeId, section: "ATTENDANCE" }),
    run: printHours,
  }),
];
