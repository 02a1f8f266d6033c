import { z } from "zod";
import { defineDownload, type GivenFile, type WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { writeXlsx } from "../../../platform/spreadsheet/xlsx.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { programmeAccess } from "../access.ts";
import { programmeMessages } from "../messages.ts";
import type { Realisation } from "./contract.ts";
import { realisationMessages } from "./messages.ts";
import { hoursWords, monthWords, percentWords } from "./monthWords.ts";
import { readRealisation } from "./realisation.ts";
import type { ProgressWarning } from "./rules.ts";

const template = new URL("../documents/realisation.typ", import.meta.url).href;

const Wish = z.strictObject({ groupId: z.uuid(), lang: z.enum(LANGS).default("pl") });
type Wish = z.infer<typeof Wish>;

/** What a module is called: by its own name, else as the catalogue has it. */
const namesOf = ({ modules }: Realisation, lang: Lang) => {
  const p = translate(programmeMessages, lang);
  return new Map(modules.map(({ id, code, name }) => [id, name ?? p.maybe(`module.${code}`) ?? code]));
};

/** Months, and the modules as they stand at the last of them, on paper. */
async function printRealisation(context: WorkContext, { groupId, lang }: Wish): Promise<GivenFile> {
  const t = translate(realisationMessages, lang);
  const view = await readRealisation(context, programmeAccess["realisation.print"], groupId);
  const { organisation, pictures } = await letterheadOf(context);
  const names = namesOf(view, lang);
  const hours = (minutes: number, signed = false) => hoursWords(minutes, view.minutesPerHour, lang, { signed });
  const share = (percent: number | null, warning: ProgressWarning | null) =>
    [percentWords(percent, lang), ...(warning ? [t(`warning.${warning}`)] : [])].join(", ");
  const last = view.months.at(-1);
  const facts: [string, string][] = [
    [t("group"), view.groupName],
    [
      translate(programmeMessages, lang)("period"),
      `${formatDay(view.startsOn, lang)} – ${formatDay(view.endsOn, lang)}`,
    ],
    [t("until"), formatDay(last?.until ?? context.today, lang)],
  ];
  const data = {
    frame: { organisation, issuedOn: context.today },
    facts,
    empty: t("none"),
    tables: [
      {
        title: t("months.title"),
        columns: [
          t("month"),
          t("held"),
          t("lost"),
          t("due"),
          t("heldTotal"),
          t("slippage"),
          t("duePercent"),
          t("meetings"),
        ],
        rows: view.months.map(({ month, total, meetingsHeld, meetingsDue }) => [
          monthWords(month, lang),
          hours(total.heldMinutes),
          hours(total.lostMinutes),
          hours(total.dueMinutes),
          hours(total.heldTotal),
          hours(total.heldTotal - total.dueMinutes, true),
          share(total.duePercent, total.warning),
          t("meetings.of", { held: meetingsHeld, due: meetingsDue }),
        ]),
      },
      {
        title: t("modules.title", { month: last ? monthWords(last.month, lang) : "–" }),
        columns: [
          t("module"),
          t("plan"),
          t("held"),
          t("lost"),
          t("due"),
          t("heldTotal"),
          t("slippage"),
          t("planPercent"),
        ],
        rows: (last?.modules ?? []).map(({ moduleId, ...module }) => [
          names.get(moduleId) ?? "–",
          hours(view.modules.find(({ id }) => id === moduleId)?.plannedMinutes ?? 0),
          hours(module.heldMinutes),
          hours(module.lostMinutes),
          hours(module.dueMinutes),
          hours(module.heldTotal),
          hours(module.heldTotal - module.dueMinutes, true),
          share(module.planPercent, module.warning),
        ]),
      },
    ],
    notes: [t("lead"), t("lost.note"), t("warning.note"), t("hoursUnit", { minutes: view.minutesPerHour })],
  };
  const { bytes } = await renderPdf({ template, data, title: t("title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `realizacja-${context.today}.pdf` };
}

/** Every module of every month, one line each, as a sheet to reckon with. */
async function exportRealisation(context: WorkContext, { groupId, lang }: Wish): Promise<GivenFile> {
  const t = translate(realisationMessages, lang);
  const view = await readRealisation(context, programmeAccess["realisation.export"], groupId);
  const names = namesOf(view, lang);
  const hours = (minutes: number) => Math.round((minutes / view.minutesPerHour) * 100) / 100;
  const numbers = (["held", "lost", "due", "heldTotal", "slippage"] as const).map((key) => ({
    title: t(key),
    type: "decimal" as const,
    width: 18,
  }));
  const parts: Buffer[] = [];
  const rows = view.months.flatMap(({ month, modules }) =>
    modules.map(({ moduleId, heldMinutes, lostMinutes, dueMinutes, heldTotal }) => [
      month,
      names.get(moduleId) ?? "",
      hours(heldMinutes),
      hours(lostMinutes),
      hours(dueMinutes),
      hours(heldTotal),
      hours(heldTotal - dueMinutes),
    ]),
  );
  const columns = [
    { title: t("month"), type: "date" as const, width: 12 },
    { title: t("module"), type: "text" as const, width: 40 },
    ...numbers,
  ];
  for await (const part of writeXlsx([{ name: t("months.title"), columns, rows }])) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `realizacja-${context.today}.xlsx`,
  };
}

export const realisationDownloads = [
  defineDownload({
    name: "realisation.print",
    path: "/groups/:groupId/realisation/print",
    summary: "Hours of a group's programme month by month as a PDF",
    input: Wish,
    verb: programmeAccess["realisation.print"],
    audit: ({ groupId }) => ({ objectType: "group", objectId: groupId }),
    run: printRealisation,
  }),
  defineDownload({
    name: "realisation.export",
    path: "/groups/:groupId/realisation/export",
    summary: "Hours of a group's modules month by month as a spreadsheet",
    input: Wish,
    verb: programmeAccess["realisation.export"],
    audit: ({ groupId }) => ({ objectType: "group", objectId: groupId }),
    run: exportRealisation,
  }),
];
