import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../../platform/messages.ts";
import { formatGrosze } from "../../../platform/money.ts";
import { AppLink, Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { useLineWords } from "../../casework/api.ts";
import { centreMonthQuery } from "./api.ts";
import type { CentreMonth } from "./contract.ts";
import { MonthGrid } from "./MonthGrid.tsx";
import { NoteList } from "./MonthNotes.tsx";
import { MonthOfCentre, useCentreChoice } from "./MonthOfCentre.tsx";
import { monthMessages } from "./messages.ts";
import type { MonthNote } from "./personMonth.ts";
import { monthOfToday } from "./words.ts";

/** The month of a centre on one page: what is missing, what is odd, what changed, and everybody's days. Source: docs/domain/journeys.md J6 */
export function MonthScreen() {
  const t = useMessages(monthMessages);
  const choice = useCentreChoice();
  const query = useQuery(centreMonthQuery(choice[0]));
  const acts = (
    <>
      <LinkButton to="/absences/new" kind="main" icon="plus">
        {t("newAbsence")}
      </LinkButton>
      <LinkButton to="/month/classes" kind="plain">
        {t("classes")}
      </LinkButton>
      <LinkButton to="/absences" kind="plain">
        {t("absences")}
      </LinkButton>
      <LinkButton to="/benefits" kind="plain">
        {t("lists")}
      </LinkButton>
    </>
  );
  return (
    <MonthOfCentre title={t("title")} query={query} choice={choice} usualMonth={monthOfToday(today())} actions={acts}>
      {(month) => <MonthParts month={month} />}
    </MonthOfCentre>
  );
}

function MonthParts({ month }: { month: CentreMonth }) {
  const t = useMessages(monthMessages);
  if (month.people.length === 0)
    return (
      <>
        <EmptyState title={t("none")} text={t("noneWhy")} />
        {month.hidden > 0 && <p className="soft">{t("hidden", { count: month.hidden })}</p>}
      </>
    );
  return (
    <>
      <Summary month={month} />
      <div className="month-lists">
        <Notes month={month} weight="MISSING" />
        <Notes month={month} weight="ODD" />
        <Changes month={month} />
      </div>
      <Card title={t("grid")}>
        <MonthGrid month={month} />
      </Card>
      {month.hidden > 0 && <p className="soft">{t("hidden", { count: month.hidden })}</p>}
    </>
  );
}

function Summary({ month }: { month: CentreMonth }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const money = (grosze: number) => formatGrosze(grosze, LOCALE[lang]);
  const all = month.people.flatMap((row) => row.notes);
  const notes = [...all.filter((note) => !ofMany(note)), ...all.filter(ofMany).slice(0, 1)];
  const missing = notes.filter(({ weight }) => weight === "MISSING").length;
  const odd = notes.length - missing;
  const presentDays = month.people.reduce((sum, row) => sum + row.presentDays, 0);
  const total = month.people.reduce((sum, { benefitGrosze }) => sum + benefitGrosze, 0);
  return (
    <Card title={t("summary")}>
      <p>
        {[
          t("people", { count: month.people.length }),
          missing > 0 ? t("summary.missing", { count: missing }) : t("summary.ready"),
          ...(odd > 0 ? [t("summary.odd", { count: odd })] : []),
        ].join(" · ")}
      </p>
      <Definitions
        columns={2}
        items={[
          { term: t("total"), value: money(total) },
          { term: t("full"), value: money(month.fullGrosze) },
          ...(month.mealsGiven === null
            ? []
            : [{ term: t("meals"), value: t("meals.of", { meals: month.mealsGiven, days: presentDays }) }]),
        ]}
      />
      {month.unverifiedAmount && <Notice tone="due">{t("unverified")}</Notice>}
    </Card>
  );
}

/** What one act settles for many at once is said once. */
const ofMany = ({ code }: MonthNote) => code === "REGISTER_OPEN";

function Notes({ month, weight }: { month: CentreMonth; weight: MonthNote["weight"] }) {
  const t = useMessages(monthMessages);
  const own = month.people.map((row) => ({ row, notes: row.notes.filter((note) => note.weight === weight) }));
  const rows = own
    .map(({ row, notes }) => ({ row, notes: notes.filter((note) => !ofMany(note)) }))
    .filter(({ notes }) => notes.length > 0);
  const waiting = own.filter(({ notes }) => notes.some(ofMany)).length;
  const title = weight === "MISSING" ? "missing" : "odd";
  return (
    <Card title={t(title)}>
      {rows.length === 0 && waiting === 0 && <p className="soft">{t(`${title}.none`)}</p>}
      {waiting > 0 && (
        <div className="record-line">
          <span>{t("registers.open", { count: waiting })}</span>
          <AppLink to="/register">{t("registers.close")}</AppLink>
        </div>
      )}
      {rows.map(({ row, notes }) => (
        <div key={row.ipzsId} className="record-line">
          <AppLink to={`/month/${row.ipzsId}`} search={{ month: month.month }}>
            {row.personName}
          </AppLink>
          <NoteList row={row} month={month.month} notes={notes} />
        </div>
      ))}
    </Card>
  );
}

/** How many changes stand there before all are asked for. */
const fewChanges = 6;

function Changes({ month }: { month: CentreMonth }) {
  const t = useMessages(monthMessages);
  const lang = useLanguage();
  const say = useLineWords();
  const [whole, setWhole] = useState(false);
  const shown = whole ? month.changes : month.changes.slice(0, fewChanges);
  return (
    <Card title={t("changes", { day: formatDay(month.changedSince, lang) })}>
      {month.changes.length === 0 && <p className="soft">{t("changes.none")}</p>}
      {shown.map(({ id, ipzsId, personName, kind, at, detail }) => (
        <div key={id} className="record-line">
          <span className="cluster">
            <AppLink to={`/month/${ipzsId}`} search={{ month: month.month }}>
              {personName}
            </AppLink>
            <span className="soft small">
              <InstantText at={at} />
            </span>
          </span>
          <span>{say?.(kind, detail) ?? t("changes.other")}</span>
        </div>
      ))}
      {shown.length < month.changes.length && (
        <div>
          <Button kind="plain" onClick={() => setWhole(true)}>
            {t("changes.all", { count: month.changes.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
