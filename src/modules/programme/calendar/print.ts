import { z } from "zod";
import { defineDownload, type WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { findHoliday } from "../../../platform/time/calendar.ts";
import { formatDay, formatWeekday } from "../../../platform/time/formats.ts";
import { addDays, compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { programmeAccess } from "../access.ts";
import { programmeMessages } from "../messages.ts";
import { clockOf, minuteOf } from "../timeOfDay.ts";
import { readCalendar } from "./calendar.ts";
import { type Calendar, CalendarDays } from "./contract.ts";
import { meetingMessages } from "./meetingMessages.ts";
import { calendarMessages } from "./messages.ts";

const template = new URL("../documents/calendar.typ", import.meta.url).href;

const Wish = z.strictObject({
  from: Day,
  to: Day,
  groupId: z.uuid().optional(),
  roomId: z.uuid().optional(),
  leaderId: z.uuid().optional(),
  lang: z.enum(LANGS).default("pl"),
});
type Wish = z.infer<typeof Wish>;

/** Classes within reach between two days, of one group, room or leader on request: for the wall of a room or a partner who lends it. No names of participants. */
async function printCalendar(context: WorkContext, { lang, groupId, roomId, leaderId, ...days }: Wish) {
  const t = translate(calendarMessages, lang);
  const p = translate(programmeMessages, lang);
  const calendar = await readCalendar(context, CalendarDays.parse(days));
  const sessions = calendar.sessions.filter(
    (session) =>
      (!groupId || session.groupId === groupId) &&
      (!roomId || session.roomId === roomId) &&
      (!leaderId || session.leaderId === leaderId),
  );
  const meetings = calendar.meetings.filter(
    (meeting) => !groupId && (!roomId || meeting.roomId === roomId) && (!leaderId || meeting.leaderId === leaderId),
  );
  const lines = [
    ...sessions,
    ...meetings.map((meeting) => ({
      ...meeting,
      moduleName: translate(meetingMessages, lang)("meeting"),
      moduleCode: "",
      groupName: meeting.unitName,
      leaderName: null,
    })),
  ].toSorted((one, other) => (`${one.day} ${one.startsAt}` < `${other.day} ${other.startsAt}` ? -1 : 1));
  const [first] = sessions;
  const { organisation, pictures } = await letterheadOf(context);
  const facts: [string, string][] = [[p("period"), `${formatDay(days.from, lang)} – ${formatDay(days.to, lang)}`]];
  if (groupId) facts.push([t("filter.group"), calendar.groups.find(({ id }) => id === groupId)?.name ?? "–"]);
  if (roomId) facts.push([t("filter.room"), first?.room ?? "–"]);
  if (leaderId) facts.push([t("filter.leader"), first?.leaderName ?? "–"]);
  const data = {
    frame: { organisation, issuedOn: context.today },
    facts,
    empty: t("calendar.empty"),
    columns: [
      [p("session.day"), 3],
      [p("session.when"), 2],
      [p("session.module"), 5],
      [t("filter.group"), 3],
      [t("filter.room"), 4],
      [t("filter.leader"), 4],
    ],
    rows: lines.map((session) => [
      formatWeekday(session.day, lang),
      `${session.startsAt}–${clockOf(minuteOf(session.startsAt) + session.minutes)}`,
      session.moduleName ?? p.maybe(`module.${session.moduleCode}`) ?? session.moduleCode,
      session.groupName,
      session.room ?? "–",
      session.leaderName ?? "–",
    ]),
    freeTitle: t("print.free"),
    free: freeDays(calendar, { ...days, groupId }, lang),
  };
  const { bytes } = await renderPdf({ template, data, title: t("calendar.title"), lang, pictures });
  return { bytes, mediaType: "application/pdf", name: `zajecia-${days.from}-${days.to}.pdf` };
}

/** Public holidays and closed days among these, each as a line; of which unit, where there are several. */
function freeDays(
  { closures, groups }: Calendar,
  { from, to, groupId }: { from: PlainDate; to: PlainDate; groupId: string | undefined },
  lang: Lang,
): string[] {
  const t = translate(calendarMessages, lang);
  const p = translate(programmeMessages, lang);
  const lines: string[] = [];
  for (let day = from; compareDays(day, to) <= 0; day = addDays(day, 1)) {
    const holiday = findHoliday(day);
    if (holiday) lines.push(`${formatWeekday(day, lang)}: ${p.maybe(`holiday.${holiday.code}`) ?? ""}`);
  }
  const units = new Set(groups.filter(({ id }) => !groupId || id === groupId).map(({ unitId }) => unitId));
  for (const { unitId, unitName, reason, ...closure } of closures) {
    if (!units.has(unitId)) continue;
    const days = `${formatDay(closure.from, lang)} – ${formatDay(closure.to, lang)}`;
    lines.push(`${days}: ${units.size > 1 ? t("closed.unit", { unit: unitName, reason }) : reason}`);
  }
  return lines;
}

export const calendarDownloads = [
  defineDownload({
    name: "calendar.print",
    path: "/calendar/print",
    summary: "Classes within reach between two days as a PDF",
    input: Wish.refine((wish) => CalendarDays.safeParse({ from: wish.from, to: wish.to }).success, {
      error: "calendar.too_long",
      path: ["to"],
    }),
    verb: programmeAccess["calendar.print"],
    audit: ({ from, to }) => ({ objectType: "calendar", detail: { from, to } }),
    run: printCalendar,
  }),
];
