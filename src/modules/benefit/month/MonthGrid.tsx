import { LOCALE } from "../../../platform/messages.ts";
import { formatGrosze } from "../../../platform/money.ts";
import { addDays, daysInclusive, plainDate } from "../../../platform/time/plainDate.ts";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { CentreMonth, MonthRow } from "./contract.ts";
import { dayKinds } from "./days.ts";
import { monthMessages } from "./messages.ts";
import "./month.css";

/** Sums under the sign that the days have. */
const counters = [
  { sign: "UNEXCUSED", of: (row: MonthRow) => row.unexcusedDays },
  { sign: "SICK", of: (row: MonthRow) => row.sickDays },
  { sign: "EXCUSED", of: (row: MonthRow) => row.otherExcusedDays },
  { sign: "DAY_OFF", of: (row: MonthRow) => row.daysOff },
] as const;

/** Days by people: a sign in each cell, its words for who listens, the benefit and sums before them. */
export function MonthGrid({ month }: { month: CentreMonth }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const from = plainDate(month.from);
  const days = Array.from({ length: daysInclusive(from, plainDate(month.to)) }, (_, at) => addDays(from, at));
  const weekday = new Intl.DateTimeFormat(LOCALE[lang], { weekday: "narrow", timeZone: "UTC" });
  const isClosed = (day: string) =>
    month.closedDays.some((closed) => closed === day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className="month-scroll" aria-label={t("grid.label")} tabIndex={0}>
        <table className="month-grid">
          <caption className="visually-hidden">{t("grid.label")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("who")}</th>
              <th scope="col" className="month-sum">
                {t("benefit")}
              </th>
              <th scope="col" className="month-sum">
                {t("present")}
              </th>
              {counters.map(({ sign }) => (
                <th key={sign} scope="col">
                  <span aria-hidden="true">{t(`sign.${sign}`)}</span>
                  <span className="visually-hidden">{t(`day.${sign}`)}</span>
                </th>
              ))}
              {days.map((day) => (
                <th key={day} scope="col" className={isClosed(day) ? "month-closed" : undefined}>
                  <span aria-hidden="true">
                    {Number(day.slice(8))}
                    <br />
                    {weekday.format(new Date(`${day}T00:00:00Z`))}
                  </span>
                  <span className="visually-hidden">{formatDay(day, lang)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {month.people.map((row) => {
              const byDay = new Map<string, MonthRow["days"][number]>(row.days.map((day) => [day.day, day]));
              return (
                <tr key={row.ipzsId}>
                  <th scope="row">
                    <AppLink to={`/month/${row.ipzsId}`} search={{ month: month.month }}>
                      {row.personName}
                    </AppLink>
                    {row.phase && row.phase !== "PARTICIPATION" && (
                      <span className="soft small"> {t(`phase.${row.phase}`)}</span>
                    )}
                  </th>
                  <td className="month-sum">{formatGrosze(row.benefitGrosze, LOCALE[lang])}</td>
                  <td className="month-sum">{t("presentOf", { present: row.presentDays, days: row.classDays })}</td>
                  {counters.map(({ sign, of }) => (
                    <td key={sign} className={of(row) > 0 ? `month-${sign}` : "soft"}>
                      {of(row)}
                    </td>
                  ))}
                  {days.map((day) => {
                    const kind = byDay.get(day)?.kind;
                    return (
                      <td key={day} className={kind ? `month-${kind}` : "month-NOT_COVERED"}>
                        <span aria-hidden="true">{kind ? t(`sign.${kind}`) : ""}</span>
                        <span className="visually-hidden">{t(`day.${kind ?? "NOT_COVERED"}`)}</span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <dl className="month-legend" aria-label={t("grid.legend")}>
        {dayKinds
          .filter((kind) => kind !== "FREE")
          .map((kind) => (
            <div key={kind} className="cluster">
              <dt className={`month-sign month-${kind}`}>{t(`sign.${kind}`)}</dt>
              <dd>{t(`day.${kind}`)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
