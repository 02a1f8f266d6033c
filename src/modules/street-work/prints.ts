import type { GivenFile, WorkContext } from "../../platform/command.ts";
import { renderPdf } from "../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../platform/messages.ts";
import type { CellValue, Sheet } from "../../platform/spreadsheet/sheet.ts";
import { writeXlsx } from "../../platform/spreadsheet/xlsx.ts";
import { letterheadOf } from "../organisation/public.ts";
import { outreachMessages } from "../outreach/messages.ts";
import type { CardLanguage } from "./codes.ts";
import type { InfoCard, MonthFigures, StreetMonth } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

const leaflet = new URL("./documents/leaflet.typ", import.meta.url).href;

/** All cards of one language as a leaflet for the pocket: tagged, two pages A4 on their side, three panels each. */
export async function printLeaflet(
  context: WorkContext,
  cards: readonly InfoCard[],
  language: CardLanguage,
): Promise<GivenFile> {
  const t = translate(streetWorkMessages, language);
  const { organisation } = await letterheadOf(context);
  const own = cards.filter((card) => card.language === language);
  const checked = own.flatMap(({ checkedOn }) => (checkedOn ? [checkedOn] : [])).sort()[0];
  const asOf = own.every(({ checkedOn }) => checkedOn) && checked ? checked : context.today;
  const day = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: "long", timeZone: "UTC" });
  const { bytes } = await renderPdf({
    template: leaflet,
    title: t("leaflet.title"),
    lang: language,
    data: {
      frame: { organisation: { name: organisation.name, address: organisation.address }, issuedOn: context.today },
      emergency: t("leaflet.emergency"),
      phone: t("leaflet.phone"),
      checked: t("leaflet.checked", { day: day.format(new Date(`${asOf}T00:00:00Z`)) }),
      cards: own.map(({ title, body }) => ({ title, body })),
    },
  });
  return { bytes, mediaType: "application/pdf", name: `ulotka-${language}-${context.today}.pdf` };
}

const figuresOf = (it: MonthFigures): CellValue[] => [
  it.shifts,
  it.pairs,
  it.hours,
  it.contactsFirst,
  it.contactsRepeat,
  it.known,
  it.unknown,
  it.referrals,
  it.refusals,
  it.accompanimentHours,
];

/** RP-13 of a team as a spreadsheet; nobody served is named in it. */
export async function tabulateMonth(report: StreetMonth, contentHash: string, lang: Lang): Promise<GivenFile> {
  const t = translate(streetWorkMessages, lang);
  const o = translate(outreachMessages, lang);
  const int = (title: string) => ({ title, type: "int" as const });
  const text = (title: string) => ({ title, type: "text" as const });
  const decimal = (title: string) => ({ title, type: "decimal" as const });
  const figures: Sheet = {
    name: t("month.workers"),
    columns: [
      text(t("report.worker")),
      int(t("month.shifts")),
      int(t("month.pairs")),
      decimal(t("month.hours")),
      int(t("report.first")),
      int(t("report.repeat")),
      int(t("report.known")),
      int(t("report.unknown")),
      int(t("report.referrals")),
      int(t("report.refusals")),
      decimal(t("month.accompaniment")),
    ],
    rows: [
      [t("month.team"), ...figuresOf(report.team)],
      ...report.workers.map((worker) => [worker.name, ...figuresOf(worker.figures)]),
    ],
  };
  const areas: Sheet = {
    name: t("month.areas"),
    columns: [text(t("month.area")), int(t("month.contacts")), int(t("report.known")), int(t("report.unknown"))],
    rows: report.areas.map(({ area, contacts, known, unknown }) => [
      area || t("month.noArea"),
      contacts,
      known,
      unknown,
    ]),
  };
  const shares = (title: string, prefix: string, lines: readonly { code: string; cards: number }[]): CellValue[][] =>
    lines.map(({ code, cards }) => [title, o.maybe(`${prefix}.${code}`) ?? code, cards]);
  const codes: Sheet = {
    name: t("month.codes"),
    columns: [text(t("month.kind")), text(t("month.value")), int(t("month.count"))],
    rows: [
      ...shares(t("month.sexes"), "sex", report.sexes),
      ...shares(t("month.ages"), "age", report.ageBands),
      ...shares(t("month.siteTypes"), "siteType", report.siteTypes),
      ...shares(t("month.needs"), "need", report.needs),
      ...shares(t("month.actions"), "action", report.actions),
      ...shares(
        t("report.aid"),
        "aid",
        report.aid.map(({ item, quantity }) => ({ code: item, cards: quantity })),
      ),
    ],
  };
  const { broughtIn, events } = report;
  const facts: Sheet = {
    name: t("month.events"),
    columns: [text(t("month.events")), text(t("month.value"))],
    rows: [
      [t("month.unit"), report.unit.name],
      [t("month.month"), report.month],
      [
        t("month.broughtIn"),
        t("month.broughtInOf", { count: broughtIn.broughtIn, all: broughtIn.firstMet, days: broughtIn.withinDays }),
      ],
      [t("month.interventions"), String(events.interventions)],
      [t("month.ambulance"), String(events.ambulance)],
      [t("month.police"), String(events.police)],
      [t("month.incidents"), String(events.incidents)],
      [t("month.minors"), String(events.minors)],
      [t("month.hash"), contentHash],
    ],
  };
  const sheets = [figures, areas, codes, facts];
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  return {
    bytes: Buffer.concat(parts),
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `RP-13-${report.month}.xlsx`,
  };
}
