import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { listMost } from "../../platform/listMost.ts";
import { type Lang, translate } from "../../platform/messages.ts";
import type { CellValue, Column } from "../../platform/spreadsheet/sheet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { formatDay } from "../../platform/time/formats.ts";
import { getPersonNames } from "../person/public.ts";
import { caseworkAccess } from "./access.ts";
import { interviewStandings } from "./codes.ts";
import type { InterviewLine } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";
import { interviewPaperMessages } from "./interviewPaperMessages.ts";
import { personInReach } from "./public.ts";
import { interviewStanding } from "./rules.ts";

/** Needs that became known from `from` until `to`, both inclusive; of one unit's people or of all in reach. */
export type BookWish = { from: PlainDate; to: PlainDate; unitId?: string | undefined };
/** A line for control: with the full name, and with entries that were taken back. */
export type BookLine = Omit<InterviewLine, "standing" | "socialWorkerId"> & {
  personNo: number | null;
  externalNo: string | null;
  standing: InterviewLine["standing"] | "WITHDRAWN";
};
type Row = Omit<BookLine, "standing" | "personName"> & {
  refused: boolean | null;
  withdrawn: boolean;
  isLast: boolean;
  died: boolean;
};

/** Oldest need first. `cut`: there are more than one list holds. Source: docs/domain/forms.md F-20; docs/domain/rules.md R-INT */
export async function readBook(
  context: WorkContext,
  { from, to, unitId }: BookWish,
): Promise<{ lines: BookLine[]; cut: boolean }> {
  const verb = caseworkAccess["interview.read-register"];
  const ofUnit = unitId
    ? sql`exists (select from person_unit u where u.organisation_id = p.organisation_id and u.person_id = p.id and u.unit_id = ${unitId})`
    : sql`true`;
  const { rows } = await sql<Row>`with mine as (
      select i.id, p.id as person_id, p.person_no, i.trigger_on, i.urgency, i.due_on, w.display_name as social_worker, i.held_on,
        i.refused, i.update_due_on, i.external_no, i.withdrawn, p.death_date is not null as died,
        i.update_due_on is not null and row_number() over (partition by p.id, i.withdrawn
          order by i.update_due_on desc nulls last, i.held_on desc nulls last, i.id desc) = 1 as is_last
      from interview_now i
      join person o on o.organisation_id = i.organisation_id and o.id = i.person_id
      join person p on p.organisation_id = o.organisation_id and p.id = coalesce(o.merged_into, o.id)
      join membership w on w.organisation_id = i.organisation_id and w.account_id = i.social_worker_id
      where i.organisation_id = ${context.actor.organisationId} and ${ofUnit} and ${personInReach(context, verb, sql`p.id`)})
    select * from mine where trigger_on between ${from} and ${to} order by trigger_on, due_on, id ${atMost}`.execute(
    context.tx,
  );
  const names = await getPersonNames(
    context,
    rows.map(({ personId }) => personId),
  );
  const lines = rows.map(({ refused, withdrawn, isLast, died, ...row }): BookLine => {
    const facts = { ...row, refused: refused ?? false, isLast, died };
    const standing = withdrawn ? "WITHDRAWN" : interviewStanding(facts, context.today);
    return { ...row, personName: names.get(row.personId) ?? "–", standing };
  });
  return { lines, cut: rows.length >= listMost };
}

const isLate = ({ heldOn, dueOn, standing }: BookLine) => standing !== "WITHDRAWN" && heldOn !== null && heldOn > dueOn;

/** The time, the unit and how many entries stand how. */
export async function bookFacts(
  context: WorkContext,
  { from, to, unitId }: BookWish,
  lines: readonly BookLine[],
  lang: Lang,
): Promise<[string, string][]> {
  const t = translate(interviewMessages, lang);
  const p = translate(interviewPaperMessages, lang);
  const unit = unitId
    ? await context.tx
        .selectFrom("unit")
        .select("name")
        .where("organisationId", "=", context.actor.organisationId)
        .where("id", "=", unitId)
        .executeTakeFirst()
    : undefined;
  const counted = [
    ...interviewStandings.map((one): [string, BookLine["standing"]] => [t(`standing.${one}`), one]),
    [p("book.withdrawn"), "WITHDRAWN"] as [string, BookLine["standing"]],
  ]
    .map(([label, one]) => [label, lines.filter(({ standing }) => standing === one).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label}: ${count}`);
  return [
    [p("book.period"), `${formatDay(from, lang)} – ${formatDay(to, lang)}`],
    [p("book.unit"), unitId ? (unit?.name ?? "–") : p("book.allUnits")],
    [p("book.counts"), [String(lines.length), ...counted].join("; ")],
    [p("book.late"), String(lines.filter(isLate).length)],
  ];
}

/** `share`: of the width of a page. */
export function bookRows(
  lines: readonly BookLine[],
  lang: Lang,
): { columns: (Column & { share: number })[]; rows: CellValue[][] } {
  const t = translate(interviewMessages, lang);
  const p = translate(interviewPaperMessages, lang);
  const text = (title: string, share: number, width = 20) => ({ title, type: "text" as const, share, width });
  const date = (title: string) => ({ title, type: "date" as const, share: 2.2 });
  return {
    columns: [
      { title: p("paper.no"), type: "int", share: 1.4 },
      text(p("paper.person"), 4, 32),
      date(t("register.trigger")),
      text(t("interview.urgency"), 2.4),
      date(t("register.due")),
      date(t("interview.heldOn")),
      text(p("book.isLate"), 1.5, 10),
      text(t("register.standing"), 2.6),
      date(t("interview.updateBy")),
      text(t("interview.worker"), 3.2, 28),
      text(t("interview.externalNo"), 2.4),
    ],
    rows: lines.map((line) => [
      line.personNo,
      line.personName,
      line.triggerOn,
      t(`urgency.${line.urgency}`),
      line.dueOn,
      line.heldOn,
      line.heldOn === null ? "" : p(isLate(line) ? "book.yes" : "book.no"),
      line.standing === "WITHDRAWN" ? p("book.withdrawn") : t(`standing.${line.standing}`),
      line.updateDueOn,
      line.socialWorker,
      line.externalNo,
    ]),
  };
}
