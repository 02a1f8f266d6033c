import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { monthWords } from "../list/figures.ts";
import { LawTable } from "../list/LawTable.tsx";
import { debtsQuery } from "./api.ts";
import type { Debt, DebtEntry, DebtsOfUnit } from "./contract.ts";
import { InstalmentsForm, RepayForm, WithdrawEntryForm, WriteOffForm } from "./DebtForms.tsx";
import { debtMessages } from "./messages.ts";
import type { InstalmentState } from "./rules.ts";
import "../../../platform/ui/record.css";

/** What participants of a centre were paid too much and no list took back: what came back, instalments, what was written off. */
export function DebtsScreen() {
  const t = useMessages(debtMessages);
  const unitId = useParam("unitId");
  const query = useQuery(debtsQuery(unitId));
  return (
    <Page title={t("debts.title")} lead={t("debts.lead")} back={{ to: "/benefits", label: t("debts.back") }} narrow>
      <Loaded query={query} lines={5}>
        {(view) =>
          view.debts.length === 0 ? (
            <EmptyState title={t("debts.none")} text={t("debts.noneNext")} />
          ) : (
            <div className="stack">
              <Card title={view.unitName}>
                <p className="cluster">
                  <span>{t("debts.open")}</span>
                  <strong className="figure">{formatMoney(view.openGrosze, t.lang)}</strong>
                </p>
              </Card>
              {view.debts.map((debt) => (
                <DebtCard key={debt.ipzsId} view={view} debt={debt} />
              ))}
              <LawTable view={view} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const acts = { repay: "act.repay", instalments: "act.instalments", writeOff: "act.writeOff" } as const;
type Act = keyof typeof acts;

function DebtCard({ view, debt }: { view: DebtsOfUnit; debt: Debt }) {
  const t = useMessages(debtMessages);
  const [act, setAct] = useState<Act>();
  const [mistake, setMistake] = useState<DebtEntry>();
  const close = () => {
    setAct(undefined);
    setMistake(undefined);
  };
  const money = (grosze: number) => formatMoney(grosze, t.lang);
  const { may } = view;
  const open = debt.openGrosze > 0;
  const possible: Act[] = open
    ? [
        ...(may.repay ? (["repay"] as const) : []),
        ...(may.decide ? (["instalments"] as const) : []),
        ...(may.writeOff ? (["writeOff"] as const) : []),
      ]
    : [];
  const props = { view, debt, onDone: close };
  return (
    <Card
      title={debt.name}
      actions={
        may.readFile && debt.personId ? (
          <AppLink to={`/people/${debt.personId}/benefits`}>{t("act.person")}</AppLink>
        ) : undefined
      }
    >
      <p>{t("debt.carried", { month: monthWords(debt.month, t.lang), amount: money(debt.carriedGrosze) })}</p>
      <p className="cluster">
        <Status tone={open ? "due" : "confirmed"}>
          {open ? t("debt.open", { amount: money(debt.openGrosze) }) : t("debt.settled")}
        </Status>
        {open && <span className="soft">{t(debt.left ? "debt.left" : "debt.here")}</span>}
      </p>
      <ul role="list">
        {debt.entries.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            {...((entry.kind === "REPAID" ? may.repay : may.decide) ? { onMistake: () => setMistake(entry) } : {})}
          />
        ))}
      </ul>
      {open && debt.agreement && <Agreement agreement={debt.agreement} />}
      {possible.length > 0 && (
        <div className="cluster">
          {possible.map((one) => (
            <Button key={one} kind={one === "repay" ? "main" : "quiet"} onClick={() => setAct(one)}>
              {t(acts[one])}
            </Button>
          ))}
        </div>
      )}
      {act && (
        <Dialog open title={`${t(acts[act])}: ${debt.name}`} onClose={close}>
          {act === "repay" && <RepayForm {...props} />}
          {act === "instalments" && <InstalmentsForm {...props} />}
          {act === "writeOff" && <WriteOffForm {...props} />}
        </Dialog>
      )}
      {mistake && (
        <Dialog open title={t("act.withdrawEntry")} onClose={close}>
          <WithdrawEntryForm entry={mistake} onDone={close} />
        </Dialog>
      )}
    </Card>
  );
}

function EntryLine({ entry, onMistake }: { entry: DebtEntry; onMistake?: () => void }) {
  const t = useMessages(debtMessages);
  const { kind, way, amountGrosze, settledOn, reason, by, withdrawn } = entry;
  const known = { day: formatDay(settledOn, t.lang), amount: formatMoney(amountGrosze, t.lang) };
  return (
    <li className="record-line">
      <span>
        {kind === "REPAID" ? t("debt.REPAID", { ...known, way: t(`way.${way ?? "CASH"}`) }) : t(`debt.${kind}`, known)}
      </span>
      {reason && <span>{reason}</span>}
      <span className="small soft">{t("debt.by", { name: by })}</span>
      {withdrawn === null ? (
        onMistake && (
          <span className="cluster">
            <Button onClick={onMistake}>{t("act.withdrawEntry")}</Button>
          </span>
        )
      ) : (
        <Status tone="neutral">{t("debt.withdrawn", { reason: withdrawn })}</Status>
      )}
    </li>
  );
}

const instalmentTone: Readonly<Record<InstalmentState, StatusTone>> = {
  PAID: "confirmed",
  OVERDUE: "due",
  DUE: "neutral",
};

function Agreement({ agreement }: { agreement: NonNullable<Debt["agreement"]> }) {
  const t = useMessages(debtMessages);
  const { agreedOn, by, words, instalments, beyondGrosze } = agreement;
  return (
    <section className="stack-tight">
      <h3>{t("debt.agreed", { day: formatDay(agreedOn, t.lang), name: by })}</h3>
      {words && <p>{words}</p>}
      <ul role="list">
        {instalments.map(({ dueOn, amountGrosze, state }) => (
          <li key={dueOn} className="cluster">
            <span>
              {t("instalment.line", { day: formatDay(dueOn, t.lang), amount: formatMoney(amountGrosze, t.lang) })}
            </span>
            <Status tone={instalmentTone[state]}>{t(`instalment.${state}`)}</Status>
          </li>
        ))}
      </ul>
      {beyondGrosze > 0 && (
        <Notice tone="due">{t("debt.beyond", { amount: formatMoney(beyondGrosze, t.lang) })}</Notice>
      )}
    </section>
  );
}
