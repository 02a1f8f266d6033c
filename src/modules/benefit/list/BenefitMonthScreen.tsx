import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatInstant, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { Money } from "../../../platform/ui/Words.tsx";
import { PaymentCard } from "../pay/PaymentCard.tsx";
import { RatesCard } from "../pay/RatesCard.tsx";
import { RefundCard } from "../refund/RefundCard.tsx";
import { monthQuery, paperAddress } from "./api.ts";
import type { BenefitMonthView } from "./contract.ts";
import { monthWords } from "./figures.ts";
import { LawTable } from "./LawTable.tsx";
import { ListActs } from "./ListActs.tsx";
import { benefitMessages } from "./messages.ts";
import { PersonActDialog } from "./PersonForms.tsx";
import { type PersonAct, type PersonOnList, PersonPanel } from "./PersonPanel.tsx";
import { stateTone } from "./waiting.ts";
import "../../../platform/ui/record.css";
import "./benefits.css";

/** The benefit list of one month: its state, everybody's amounts and why, payment, refund. */
export function BenefitMonthScreen() {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const [unitId, month] = [useParam("unitId"), useParam("month")];
  const query = useQuery(monthQuery(unitId, month));
  const list = query.data?.list;
  return (
    <Page
      title={t("month.title", { month: monthWords(month, lang) })}
      lead={query.data?.unitName}
      back={{ to: "/benefits", label: t("month.back") }}
      actions={
        list && (
          <>
            <DownloadLink href={paperAddress(list.id, "paper", lang)} icon="print">
              {t("act.print")}
            </DownloadLink>
            <DownloadLink href={paperAddress(list.id, "sheet", lang)}>{t("act.export")}</DownloadLink>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(view) => <Whole view={view} />}
      </Loaded>
    </Page>
  );
}

function Whole({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const [shown, setShown] = useState<string>();
  const [act, setAct] = useState<PersonAct>();
  const person = view.people.find(({ ipzsId }) => ipzsId === shown);
  const close = () => {
    setAct(undefined);
    setShown(undefined);
  };
  if (view.people.length === 0) return <EmptyState title={t("month.nobody")} text={t("month.nobodyNext")} />;
  return (
    <div className="stack">
      <StateCard view={view} />
      <Changes view={view} />
      <ListActs view={view} onOpen={setShown} />
      {(view.state === "APPROVED" || view.state === "PAID") && <PaymentCard view={view} />}
      {view.state === "PAID" && <RefundCard view={view} />}
      <People view={view} onOpen={({ ipzsId }) => setShown(ipzsId)} />
      <RatesCard view={view} />
      <LawTable view={view} />
      <LeftOver view={view} />
      <Earlier view={view} />
      {person && !act && <PersonPanel view={view} person={person} onClose={close} onAct={setAct} />}
      {person && act && <PersonActDialog act={act} view={view} person={person} onDone={() => setAct(undefined)} />}
    </div>
  );
}

function StateCard({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const { list, totals, state, paidOn } = view;
  const day = (value: string) => formatDay(value, lang);
  const approved = list?.decision?.decision === "APPROVED" ? list.decision : null;
  return (
    <Card title={t("total.title")}>
      <p className="cluster">
        <Status tone={stateTone[state]}>{t(`state.${state}`)}</Status>
        <strong className="figure">{formatMoney(totals.payGrosze, lang)}</strong>
        <span>{t("total.people", { count: totals.people })}</span>
      </p>
      <p className="cluster small soft">
        <span>{`${t("column.benefit")} ${formatMoney(totals.benefitGrosze, lang)}`}</span>
        <span>{`${t("column.bonus")} ${formatMoney(totals.bonusGrosze, lang)}`}</span>
        <span>{`${t("column.deducted")} ${formatMoney(totals.deductedGrosze, lang)}`}</span>
        <span>{`${t("column.contributions")} ${formatMoney(totals.contributionsGrosze, lang)}`}</span>
      </p>
      {list && <p>{t("month.preparedBy", { day: day(list.preparedOn), name: list.preparedBy })}</p>}
      <Lock view={view} />
      {list?.despite && <Notice tone="due">{t("month.despite", { words: list.despite })}</Notice>}
      {approved && <p>{t("month.approvedBy", { day: day(approved.on), name: approved.by })}</p>}
      {paidOn && <p>{t("month.paidOn", { day: day(paidOn) })}</p>}
      {approved && (
        <p className="small soft">
          {t("month.frozen")}{" "}
          <span className="benefit-hash">{t("month.hash", { hash: view.contentHash.slice(0, 16) })}</span>
        </p>
      )}
      {!view.over && <Notice>{t("month.notOver")}</Notice>}
    </Card>
  );
}

/** Whether marks of the month may still change, and the way to where they are locked. */
function Lock({ view: { lock, over, state, unitId, month, may, list } }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const words = list?.decision?.decision === "APPROVED" ? list.decision.reason : "";
  if (words) return <Notice tone="due">{t("lock.approvedOpen", { words })}</Notice>;
  if (lock) return <p className="soft">{t("lock.by", { at: formatInstant(lock.at, lang), name: lock.by })}</p>;
  if (!over || state === "APPROVED" || state === "PAID") return null;
  return (
    <Notice
      tone="due"
      title={t("lock.open")}
      actions={
        may.lockRegisters ? (
          <LinkButton to="/register/month" search={{ month, unit: unitId }}>
            {t("lock.go")}
          </LinkButton>
        ) : undefined
      }
    >
      <p>{t("lock.openText")}</p>
    </Notice>
  );
}

function Changes({ view: { changes } }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  if (changes.length === 0) return null;
  const amount = (grosze: number | null) => (grosze === null ? t("changes.none") : formatMoney(grosze, lang));
  return (
    <Notice tone="due" title={t("changes.title")}>
      <ul role="list">
        {changes.map(({ ipzsId, name, beforeGrosze, nowGrosze }) => (
          <li key={ipzsId}>{`${name}: ${amount(beforeGrosze)} → ${amount(nowGrosze)}`}</li>
        ))}
      </ul>
      <p>{t("changes.next")}</p>
    </Notice>
  );
}

function People({ view, onOpen }: { view: BenefitMonthView; onOpen: (person: PersonOnList) => void }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const corrections = (row: PersonOnList) => row.raisedGrosze - row.recoveredGrosze;
  const any = (of: (row: PersonOnList) => number) => view.people.some((row) => of(row) !== 0);
  const money = (
    id: string,
    label: string,
    of: (row: PersonOnList) => number,
    wideOnly = true,
  ): Column<PersonOnList> => ({
    id,
    label,
    cell: (row) => <Money grosze={of(row)} />,
    sort: of,
    number: true,
    wideOnly,
  });
  const columns: Column<PersonOnList>[] = [
    { id: "name", label: t("column.name"), main: true, cell: (row) => row.name, sort: (row) => row.name },
    {
      id: "days",
      label: t("column.days"),
      cell: ({ periods }) =>
        periods.length === 0
          ? "–"
          : `${formatDay(periods[0]?.from ?? "", lang)} – ${formatDay(periods.at(-1)?.to ?? "", lang)}, ${t(`phase.${periods.at(-1)?.phase ?? "TRIAL"}`)}`,
      wideOnly: true,
    },
    money("benefit", t("column.benefit"), (row) => row.benefitGrosze),
    ...(any(corrections) ? [money("corrections", t("column.corrections"), corrections)] : []),
    ...(any((row) => row.bonusGrosze) ? [money("bonus", t("column.bonus"), (row) => row.bonusGrosze)] : []),
    ...(any((row) => row.deductedGrosze) ? [money("deducted", t("column.deducted"), (row) => row.deductedGrosze)] : []),
    money("pay", t("column.pay"), (row) => row.payGrosze, false),
    {
      id: "way",
      label: t("column.way"),
      cell: (row) => (row.wayChanged ? <Status tone="due">{t("way.changed")}</Status> : t(`way.${row.way}`)),
      sort: (row) => row.way,
    },
    { id: "look", label: t("column.look"), cell: (row) => <Look row={row} />, sort: lookOf },
  ];
  return (
    <DataTable
      label={t("month.title", { month: monthWords(view.month, lang) })}
      columns={columns}
      rows={view.people}
      most={20_000}
      rowId={(row) => row.ipzsId}
      onOpen={onOpen}
      empty={<EmptyState title={t("month.nobody")} text={t("month.nobodyNext")} />}
    />
  );
}

/** What weighs most comes first when the column is sorted. */
const lookOf = ({ refusal, notes, returned }: PersonOnList): number =>
  refusal
    ? 3
    : notes.some(({ weight }) => weight === "MISSING") || (returned && !returned.repaid)
      ? 2
      : notes.length > 0
        ? 1
        : 0;

function Look({ row }: { row: PersonOnList }) {
  const t = useMessages(benefitMessages);
  if (row.refusal) return <Status tone="danger">{t("refused.title")}</Status>;
  if (row.returned && !row.returned.repaid) return <Status tone="due">{t("act.recordReturn")}</Status>;
  if (row.notes.length === 0) return "–";
  const missing = row.notes.filter(({ weight }) => weight === "MISSING").length;
  return (
    <Status tone={missing > 0 ? "due" : "neutral"}>
      {missing > 0 ? t("missing.title") : t("look.notes", { count: row.notes.length })}
    </Status>
  );
}

function Earlier({ view: { earlier } }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  if (earlier.length === 0) return null;
  return (
    <Card title={t("month.earlier")}>
      {earlier.map(({ id, preparedOn, preparedBy, decision }) => (
        <div key={id} className="record-line">
          <span>{t("month.preparedBy", { day: formatDay(preparedOn, lang), name: preparedBy })}</span>
          {decision && (
            <span className="soft">
              {t(decision.decision === "RETURNED" ? "month.returned" : "month.withdrawn", {
                day: formatDay(decision.on, lang),
                name: decision.by,
                reason: decision.reason,
              })}
            </span>
          )}
        </div>
      ))}
    </Card>
  );
}

function LeftOver({ view: { leftOver, unitId } }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  if (leftOver.length === 0) return null;
  return (
    <Notice
      tone="due"
      title={t("left.title")}
      actions={<LinkButton to={`/benefits/${unitId}/debts`}>{t("left.go")}</LinkButton>}
    >
      <ul role="list">
        {leftOver.map(({ ipzsId, name, grosze }) => (
          <li key={ipzsId}>{`${name}: ${formatMoney(grosze, lang)}`}</li>
        ))}
      </ul>
      <p>{t("left.text")}</p>
    </Notice>
  );
}
