import { useQuery } from "@tanstack/react-query";
import { LOCALE } from "../../../platform/messages.ts";
import { formatGrosze } from "../../../platform/money.ts";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { formatWeekday } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { centresQuery, personMonthQuery } from "./api.ts";
import { centreMessages } from "./centreMessages.ts";
import type { PersonMonthView } from "./contract.ts";
import { NoteList } from "./MonthNotes.tsx";
import { monthMessages } from "./messages.ts";
import { choiceOfMonth, monthOfToday, monthWords } from "./words.ts";
import "./month.css";

/** One participant's month: the lines of the benefit with their sentences, counters, days and excuses. */
export function PersonMonthScreen() {
  const t = useMessages(monthMessages);
  const c = useMessages(centreMessages);
  const lang = useLanguage();
  const ipzsId = useParam("ipzsId");
  const [{ month }, setChosen] = useUrlFilters({ month: "" });
  const usualMonth = monthOfToday(today());
  const query = useQuery(personMonthQuery(ipzsId, month, lang));
  const { data } = query;
  const {
    data: {
      centres: [first],
    } = { centres: [] },
  } = useQuery(centresQuery);
  const unit = data && first && data.unitId !== first.id ? data.unitId : "";
  const title = data ? t("person.title", { name: data.personName, month: monthWords(data.month, lang) }) : t("title");
  return (
    <Page
      title={title}
      back={{ to: "/month", search: { ...(month ? { month } : {}), ...(unit ? { unit } : {}) }, label: t("title") }}
      actions={
        data && (
          <>
            <LinkButton to="/absences/new" search={{ ipzs: ipzsId }} kind="main" icon="plus">
              {t("newAbsence")}
            </LinkButton>
            <LinkButton to={`/ipzs/${ipzsId}`} kind="plain">
              {t("programme")}
            </LinkButton>
          </>
        )
      }
    >
      <Filters
        filters={[{ code: "month", label: c("month"), ...choiceOfMonth(today(), usualMonth, month, lang) }]}
        values={{ month: month === usualMonth ? "" : month }}
        onChange={setChosen}
        clear={c("clear")}
      />
      <Loaded query={query} lines={10}>
        {(view) => (
          <>
            <Benefit view={view} />
            <Card title={t("person.notes")}>
              {view.notes.length === 0 ? (
                <p className="soft">{t("person.notes.none")}</p>
              ) : (
                <NoteList row={view} month={view.month} notes={view.notes} here />
              )}
            </Card>
            <Counters view={view} />
            <Days view={view} />
            <Excuses view={view} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Benefit({ view }: { view: PersonMonthView }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const money = (grosze: number) => formatGrosze(grosze, LOCALE[lang]);
  if (view.lines.length === 0) return <Card title={t("person.benefit")}>{t("person.noBenefit")}</Card>;
  return (
    <Card title={t("person.benefit")}>
      {view.lines.map((line) => (
        <div key={line.kind} className="record-line">
          <span className="cluster">
            <strong>{money(line.amountGrosze)}</strong>
            <span className="soft small">
              {line.rule} · {line.article}
            </span>
          </span>
          <span>{line.text}</span>
        </div>
      ))}
      <Definitions items={[{ term: t("person.sum"), value: <strong>{money(view.benefitGrosze)}</strong> }]} />
    </Card>
  );
}

function Counters({ view }: { view: PersonMonthView }) {
  const t = useMessages(monthMessages);
  const inTrial = view.phase === "TRIAL";
  const used = Math.max(0, Math.min(view.sickLimit, view.sickUsedBefore + (inTrial ? 0 : view.sickDays)));
  return (
    <Card title={t("person.counters")}>
      <Definitions
        columns={2}
        items={[
          { term: t("classDays"), value: view.classDays },
          { term: t("present"), value: view.presentDays },
          { term: t("unexcused"), value: view.unexcusedDays },
          { term: t("sick"), value: view.sickDays },
          { term: t("excused"), value: view.otherExcusedDays },
          {
            term: t("person.sickUsed"),
            value: t("person.sickOf", { used, limit: view.sickLimit, left: view.sickLimit - used }),
          },
          {
            term: t("person.daysOff"),
            value: t("person.daysOffOf", { left: view.daysOffLeft, entitled: view.daysOffEntitled }),
          },
          {
            term: t("person.trial"),
            value: (
              <>
                <DateText day={view.programme.trialFrom} /> – <DateText day={view.programme.trialTo} />
              </>
            ),
          },
          { term: t("person.lastDay"), value: <DateText day={view.programme.lastDay} /> },
        ]}
      />
    </Card>
  );
}

function Days({ view }: { view: PersonMonthView }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const minutesOn = (day: string) =>
    view.classes
      .filter((it) => it.day === day && it.status !== "NO_CLASS")
      .reduce((sum, { minutes }) => sum + minutes, 0);
  const rows = view.days.filter(({ kind, hasClass }) => hasClass || kind !== "FREE");
  if (rows.length === 0) return null;
  return (
    <Card title={t("person.days")}>
      <table className="month-days">
        <thead>
          <tr>
            <th scope="col">{t("date")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("hours")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, kind }) => (
            <tr key={day}>
              <th scope="row">{formatWeekday(day, lang)}</th>
              <td>
                <span className={`month-sign month-${kind}`} aria-hidden="true">
                  {t(`sign.${kind}`)}
                </span>{" "}
                {t(`day.${kind}`)}
              </td>
              <td>{(minutesOn(day) / 60).toLocaleString(LOCALE[lang])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Excuses({ view }: { view: PersonMonthView }) {
  const t = useMessages(monthMessages);
  return (
    <Card title={t("person.excuses")}>
      {view.excuses.length === 0 && <p className="soft">{t("person.excuses.none")}</p>}
      {view.excuses.map(({ id, kind, from, to, accepted }) => (
        <div key={id} className="record-line">
          <AppLink to={`/absences/${id}`}>
            {t(`excuse.${kind}`)}: <DateText day={from} /> – <DateText day={to} />
          </AppLink>
          <Status tone={accepted ? "confirmed" : "due"}>{t(accepted ? "excuse.accepted" : "excuse.waits")}</Status>
        </div>
      ))}
    </Card>
  );
}
