import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { Money } from "../../../platform/ui/Words.tsx";
import { monthsQuery } from "./api.ts";
import type { BenefitMonths } from "./contract.ts";
import { monthWords } from "./figures.ts";
import { benefitMessages } from "./messages.ts";
import { PaidPicture } from "./PaidPicture.tsx";
import { stateTone, type WaitingMonth, waitingOf } from "./waiting.ts";
import "../../../platform/ui/record.css";
import "./benefits.css";

type Month = BenefitMonths["months"][number];

/** Every month's list of the centres in reach: what waits, what was paid, what came back. */
export function BenefitsScreen() {
  const t = useMessages(benefitMessages);
  const query = useQuery(monthsQuery);
  return (
    <Page title={t("benefits.title")} lead={t("benefits.lead")}>
      <Loaded query={query} lines={6}>
        {(view) =>
          view.units.length === 0 ? (
            <EmptyState title={t("benefits.noUnit")} text={t("benefits.noUnitNext")} />
          ) : (
            <div className="stack">
              {view.mayOpen && <Waiting view={view} />}
              {view.months.length > 1 && <PaidPicture months={view.months} />}
              <Months view={view} />
              {view.mayOpen && <Beside view={view} />}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What waits in the words of its step. */
export function WaitingWords({ one }: { one: WaitingMonth }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const { wait, count, month, unitId } = one;
  const counted = wait === "wait.returns" || wait === "wait.advances" || wait === "wait.debts";
  const what = counted ? t(wait, { count }) : t(wait);
  return (
    <>
      {month === null ? (
        <AppLink to={`/benefits/${unitId}/${wait === "wait.advances" ? "advances" : "debts"}`}>{what}</AppLink>
      ) : (
        <AppLink to={`/benefits/${unitId}/${month}`}>{`${monthWords(month, lang)}: ${what}`}</AppLink>
      )}
      <span className="small soft">{one.unitName}</span>
    </>
  );
}

function Waiting({ view }: { view: BenefitMonths }) {
  const t = useMessages(benefitMessages);
  const waiting = waitingOf(view);
  return (
    <Card title={t("benefits.waiting")}>
      {waiting.length === 0 ? (
        <p className="soft">{t("benefits.nothingWaits")}</p>
      ) : (
        <ul role="list" className="stack-tight">
          {waiting.map((one) => (
            <li key={`${one.unitId} ${one.month} ${one.wait}`} className="record-line">
              <WaitingWords one={one} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What a centre settles beside its months: what was paid too much, and advances. */
function Beside({ view: { units, mayReadAdvances } }: { view: BenefitMonths }) {
  const t = useMessages(benefitMessages);
  return units.map(({ id, name }) => (
    <p key={id} className="cluster">
      {units.length > 1 && <span>{name}</span>}
      <LinkButton to={`/benefits/${id}/debts`}>{t("left.go")}</LinkButton>
      {mayReadAdvances && <LinkButton to={`/benefits/${id}/advances`}>{t("benefits.advances")}</LinkButton>}
    </p>
  ));
}

function Refund({ month }: { month: Month }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  if (month.state !== "PAID") return "–";
  if (month.refundNumber === null) return <Status tone="due">{t("refund.no")}</Status>;
  return month.refundReceivedOn ? (
    <Status tone="confirmed">{t("refund.came", { day: formatDay(month.refundReceivedOn, lang) })}</Status>
  ) : (
    <Status tone="active">{t("refund.asked", { number: month.refundNumber })}</Status>
  );
}

function Months({ view: { months, units, mayOpen } }: { view: BenefitMonths }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const [first] = units;
  const columns: Column<Month>[] = [
    {
      id: "month",
      label: t("column.month"),
      main: true,
      cell: (row) => monthWords(row.month, lang),
      sort: (row) => row.month,
    },
    ...(units.length > 1
      ? [
          {
            id: "unit",
            label: t("column.unit"),
            cell: (row: Month) => row.unitName,
            sort: (row: Month) => row.unitName,
          },
        ]
      : []),
    {
      id: "state",
      label: t("column.state"),
      cell: (row) => <Status tone={stateTone[row.state]}>{t(`state.${row.state}`)}</Status>,
    },
    { id: "people", label: t("column.people"), cell: (row) => row.people, sort: (row) => row.people, number: true },
    {
      id: "benefit",
      label: t("column.benefit"),
      cell: (row) => <Money grosze={row.benefitGrosze} />,
      sort: (row) => row.benefitGrosze,
      number: true,
      wideOnly: true,
    },
    {
      id: "bonus",
      label: t("column.bonus"),
      cell: (row) => <Money grosze={row.bonusGrosze} />,
      sort: (row) => row.bonusGrosze,
      number: true,
      wideOnly: true,
    },
    {
      id: "pay",
      label: t("column.pay"),
      cell: (row) => <Money grosze={row.payGrosze} />,
      sort: (row) => row.payGrosze,
      number: true,
    },
    { id: "refund", label: t("column.refund"), cell: (row) => <Refund month={row} /> },
  ];
  return (
    <DataTable
      label={t("benefits.months")}
      columns={columns}
      rows={months}
      rowId={(row) => `${row.unitId} ${row.month}`}
      {...(mayOpen ? { to: (row: Month) => `/benefits/${row.unitId}/${row.month}` } : {})}
      empty={
        <EmptyState
          title={t("benefits.none")}
          text={t("benefits.noneNext")}
          action={
            mayOpen && first?.dueMonth ? (
              <LinkButton to={`/benefits/${first.id}/${first.dueMonth}`} kind="main">
                {monthWords(first.dueMonth, lang)}
              </LinkButton>
            ) : undefined
          }
        />
      }
    />
  );
}
