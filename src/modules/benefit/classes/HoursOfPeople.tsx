import { useState } from "react";
import { addDays } from "../../../platform/time/plainDate.ts";
import { AppLink, Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { hoursAddress } from "./api.ts";
import type { ClassProgrammePeople } from "./contract.ts";
import { classMessages } from "./messages.ts";
import { hoursInWords, shortDay } from "./words.ts";

type Row = ClassProgrammePeople["people"][number];

/** Planned hours week by week beside the limits, and why they are outside: of those who are outside first, of everybody on demand. */
export function HoursOfPeople({
  people: { people, limits, hidden },
  shownId,
}: {
  people: ClassProgrammePeople;
  /** The edition whose hours these are; null: no edition keeps them yet. */
  shownId: string | null;
}) {
  const t = useMessages(classMessages);
  const lang = useLanguage();
  const [all, setAll] = useState(false);
  const hours = (minutes: number) => hoursInWords(minutes, lang);
  const mondays = [...new Set(people.flatMap(({ weeks }) => weeks.map(({ monday }) => monday)))].toSorted();
  const weekOf = (row: Row, monday: string) => row.weeks.find((week) => week.monday === monday);
  const faultsOf = (row: Row) => [...new Set(row.weeks.flatMap(({ fault }) => fault ?? []))];
  const columns: Column<Row>[] = [
    {
      id: "who",
      label: t("who"),
      main: true,
      cell: (row) => <AppLink to={`/ipzs/${row.ipzsId}`}>{row.personName}</AppLink>,
      sort: (row) => row.personName,
    },
    ...mondays.map(
      (monday): Column<Row> => ({
        id: monday,
        label: t("week.short", { from: shortDay(monday), to: shortDay(addDays(monday, 6)) }),
        number: true,
        wideOnly: true,
        cell: (row) => {
          const week = weekOf(row, monday);
          if (!week) return <span className="soft">–</span>;
          if (week.fault) return <strong>{hours(week.minutes)}</strong>;
          return (
            <span className={week.whole ? undefined : "soft"} title={week.whole ? undefined : t("part")}>
              {hours(week.minutes)}
            </span>
          );
        },
        sort: (row) => weekOf(row, monday)?.minutes ?? -1,
      }),
    ),
    {
      id: "plan",
      label: t("inPlan"),
      number: true,
      wideOnly: true,
      cell: ({ weeklyHours, capped }) => (
        <>
          {weeklyHours === null ? "–" : weeklyHours.toLocaleString(lang)}
          {capped && <span className="soft small"> {t("capped")}</span>}
        </>
      ),
      sort: ({ weeklyHours }) => weeklyHours,
    },
    {
      id: "look",
      label: t("look"),
      cell: (row) => {
        const faults = faultsOf(row);
        if (faults.length === 0) return "–";
        return (
          <span className="stack-tight">
            {faults.map((fault) => (
              <Status key={fault} tone={fault === "WEEK_TOO_SHORT" ? "due" : "danger"}>
                {t(`fault.${fault}`)}
              </Status>
            ))}
            {row.reason && <span className="soft small">{row.reason}</span>}
          </span>
        );
      },
      sort: (row) => faultsOf(row).length,
    },
  ];
  const outside = people.filter((row) => faultsOf(row).length > 0);
  const said = {
    least: hours(limits.weekMin),
    most: hours(limits.weekMax),
    capped: hours(limits.weekMaxDisability),
    day: hours(limits.dayMaxDisability),
  };
  return (
    <Card
      title={t("people")}
      actions={
        shownId && (
          <DownloadLink href={hoursAddress(shownId, lang)} icon="print">
            {t("hoursPrint")}
          </DownloadLink>
        )
      }
    >
      <p className="soft">{t("people.lead", said)}</p>
      {limits.unverified && <p className="soft small">{t("people.unverified")}</p>}
      {people.length > 0 && outside.length === 0 && <p>{t("people.within", { count: people.length })}</p>}
      {(all || outside.length > 0 || people.length === 0) && (
        <DataTable
          label={t("people")}
          columns={columns}
          rows={all ? people : outside}
          most={20_000}
          rowId={({ ipzsId }) => ipzsId}
          initialSort={{ column: "who" }}
          empty={<p className="soft">{t("people.none")}</p>}
        />
      )}
      {!all && outside.length < people.length && (
        <div>
          <Button kind="plain" onClick={() => setAll(true)}>
            {t("people.all", { count: people.length })}
          </Button>
        </div>
      )}
      {hidden > 0 && <p className="soft">{t("people.hidden", { count: hidden })}</p>}
    </Card>
  );
}
