import { sql } from "kysely";
import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { mayBeTiedTo, requireMetGroup } from "../../programme/public.ts";
import { attendanceAccess } from "../access.ts";
import { attendanceMessages } from "../messages.ts";
import { daysOfMonth } from "../month/rules.ts";
import { nameInGroup } from "../nameInGroup.ts";
import { type AttendanceStatus, sessionMinutes, wasThere } from "../rules.ts";
import { printMessages } from "./messages.ts";

const template = new URL("../documents/register-month.typ", import.meta.url).href;

type Cell = {
  sessionId: string;
  status: AttendanceStatus | null;
  minutesLate: number;
  minutesLeftEarly: number;
};
type Session = { id: string; day: PlainDate; startsAt: string; minutes: number; closed: boolean };

/** Classes on a page side by side: more of them go to the next table. */
const classesAcross = 22;

const monthInWords = (month: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { year: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** Hours of `minutes` in the project's unit, at most two decimals. Source: docs/domain/rules.md R-PRG-05 */
export function hoursOf(minutes: number, minutesPerHour: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minutes / minutesPerHour);
}

/** Everybody of a group in a month by its classes, with sums of closed registers. @throws Problem not_found */
export async function printMonth(
  context: WorkContext,
  { groupId, month, lang }: { groupId: string; month: string; lang: Lang },
): Promise<GivenFile> {
  const { organisationId } = context.actor;
  const group = await requireMetGroup(context, attendanceAccess["register.read"], groupId);
  const { from, to } = daysOfMonth(month);
  const about = await sql<{ name: string; minutesPerHour: number }>`select g.name, j.minutes_per_hour
    from class_group g join project j on j.organisation_id = g.organisation_id and j.id = g.project_id
    where g.organisation_id = ${organisationId} and g.id = ${groupId}`.execute(context.tx);
  const { name: groupName = "", minutesPerHour = 60 } = about.rows[0] ?? {};
  const { rows: sessions } =
    await sql<Session>`select s.id, s.day, to_char(s.starts_at, 'HH24:MI') as starts_at, coalesce(c.held_minutes, s.minutes) as minutes,
      c.session_id is not null as closed
    from held_session s left join register_closing c on c.organisation_id = s.organisation_id and c.session_id = s.id
    where s.organisation_id = ${organisationId} and s.group_id = ${groupId} and s.day between ${from} and ${to}
    order by s.day, s.starts_at, s.id limit 200`.execute(context.tx);
  const { rows: people } = await sql<{
    name: string;
    cells: Cell[];
  }>`select ${nameInGroup(groupId, (personId) => mayBeTiedTo(group, context, personId))} as name,
      (select coalesce(jsonb_agg(jsonb_build_object('sessionId', s.id, 'status', a.status, 'minutesLate', coalesce(a.minutes_late, 0), 'minutesLeftEarly', coalesce(a.minutes_left_early, 0))), '[]')
        from held_session s left join lateral (select e.status, e.minutes_late, e.minutes_left_early from attendance_entry e
            where e.organisation_id = s.organisation_id and e.session_id = s.id and e.person_id = p.id order by e.occurred_at desc, e.seq desc limit 1) a on true
        where s.organisation_id = p.organisation_id and s.group_id = ${groupId} and s.day between ${from} and ${to}
          and exists (select from group_membership m where m.organisation_id = p.organisation_id and m.group_id = ${groupId} and m.person_id = p.id
            and m.valid_from <= s.day and coalesce(m.valid_until, s.day) >= s.day)) as cells
    from person p where p.organisation_id = ${organisationId} and p.id in (select m.person_id from group_membership m
        where m.organisation_id = ${organisationId} and m.group_id = ${groupId} and m.valid_from <= ${to} and coalesce(m.valid_until, ${to}) >= ${from})
      and ${mayBeTiedTo(group, context, sql.ref("p.id"))}
    order by p.last_name, p.first_name, p.person_no limit 500`.execute(context.tx);

  const [t, words] = [translate(printMessages, lang), translate(attendanceMessages, lang)];
  const { organisation, pictures } = await letterheadOf(context);
  const sign = (cell: Cell | undefined) => (cell ? (cell.status ? t(`sign.${cell.status}`) : "·") : "");
  const rows = people.map(({ name, cells }) => {
    const of = new Map(cells.map((cell) => [cell.sessionId, cell]));
    const sums = sessions
      .filter(({ id, closed }) => closed && of.has(id))
      .map(({ id, minutes }) => {
        const cell = of.get(id);
        const mark = cell?.status ? { personId: "", ...cell, status: cell.status } : undefined;
        return sessionMinutes(mark, minutes);
      });
    const sum = (of: "heldMinutes" | "presentMinutes") =>
      hoursOf(
        sums.reduce((all, each) => all + each[of], 0),
        minutesPerHour,
        lang,
      );
    const days = new Set(
      sessions.flatMap(({ id, day }) => {
        const status = of.get(id)?.status;
        return status && wasThere(status) ? [day] : [];
      }),
    );
    return {
      name,
      signs: sessions.map(({ id }) => sign(of.get(id))),
      sums: [String(days.size), sum("presentMinutes"), sum("heldMinutes")],
    };
  });
  const parts = [];
  for (let at = 0; at < Math.max(1, sessions.length); at += classesAcross) {
    const some = sessions.slice(at, at + classesAcross);
    parts.push({
      heads: some.map(({ day, startsAt }) => ({ day: day.slice(8), at: startsAt })),
      rows: rows.map(({ name, signs, sums }) => ({ name, signs: signs.slice(at, at + classesAcross), sums })),
      last: at + classesAcross >= sessions.length,
    });
  }
  const open = sessions.filter(({ closed, day }) => !closed && day <= context.today).length;
  const used = [...new Set(people.flatMap(({ cells }) => cells.flatMap(({ status }) => (status ? [status] : []))))];
  const { bytes } = await renderPdf({
    template,
    title: t("month.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: context.today },
      facts: [
        [t("group"), groupName],
        [t("month"), monthInWords(month, lang)],
        [t("classes"), String(sessions.length)],
      ],
      parts,
      words: {
        person: t("person"),
        sums: [
          t("sum.days"),
          t("sum.present", { minutes: minutesPerHour }),
          t("sum.held", { minutes: minutesPerHour }),
        ],
        empty: t("month.empty"),
      },
      legend: used.map((status) => `${t(`sign.${status}`)} – ${words(`status.${status}`)}`).join(", "),
      notes: open > 0 ? [t("month.open", { count: open })] : [],
    },
  });
  return { bytes, mediaType: "application/pdf", name: `registers-${month}.pdf` };
}
