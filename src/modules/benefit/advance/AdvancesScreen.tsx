import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { monthWords } from "../list/figures.ts";
import { AnswerForm, AskForm, ReturnForm, WithdrawForm } from "./AdvanceForms.tsx";
import { advanceAddress, advancesQuery } from "./api.ts";
import type { Advance, AdvancesOfUnit } from "./contract.ts";
import { advanceMessages } from "./messages.ts";
import "../../../platform/ui/record.css";

/** Advances that a centre asked the starosta for: the money that came, what settled it, what is left. */
export function AdvancesScreen() {
  const t = useMessages(advanceMessages);
  const unitId = useParam("unitId");
  const query = useQuery(advancesQuery(unitId));
  return (
    <Page
      title={t("advances.title")}
      lead={t("advances.lead")}
      back={{ to: "/benefits", label: t("advance.back") }}
      narrow
    >
      <Loaded query={query} lines={5}>
        {(view) => <Whole view={view} />}
      </Loaded>
    </Page>
  );
}

function Whole({ view }: { view: AdvancesOfUnit }) {
  const t = useMessages(advanceMessages);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const ask = view.may.ask && (
    <Button kind="main" onClick={() => setAsking(true)}>
      {t("act.ask")}
    </Button>
  );
  return (
    <div className="stack">
      {view.advances.length === 0 ? (
        <EmptyState title={t("advances.none")} text={t("advances.noneNext")} action={ask || undefined} />
      ) : (
        <>
          <Card title={view.unitName} actions={ask || undefined}>
            <p className="cluster">
              <span>{t("advances.open")}</span>
              <strong className="figure">{formatMoney(view.openGrosze, t.lang)}</strong>
            </p>
            <p className="soft small">{t(view.openGrosze > 0 ? "advances.how" : "advances.allSettled")}</p>
          </Card>
          {view.advances.map((advance) => (
            <AdvanceCard key={advance.id} advance={advance} may={view.may} />
          ))}
        </>
      )}
      {asking && (
        <Dialog open title={t("act.ask")} onClose={close}>
          <AskForm view={view} onDone={close} />
        </Dialog>
      )}
    </div>
  );
}

const acts = {
  received: "act.received",
  refused: "act.refused",
  withdraw: "act.withdraw",
  return: "act.return",
} as const;
type Act = keyof typeof acts;

function AdvanceCard({ advance, may }: { advance: Advance; may: AdvancesOfUnit["may"] }) {
  const t = useMessages(advanceMessages);
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const day = (value: string) => formatDay(value, t.lang);
  const money = (grosze: number) => formatMoney(grosze, t.lang);
  const { answer, number, month } = advance;
  const possible: Act[] = [
    ...(answer === null && may.record ? (["received", "refused"] as const) : []),
    ...(answer === null && may.ask ? (["withdraw"] as const) : []),
    ...(advance.openGrosze > 0 && may.record ? (["return"] as const) : []),
  ];
  return (
    <Card
      title={t("advance.line", {
        number,
        day: day(advance.askedOn),
        month: monthWords(month, t.lang),
        amount: money(advance.amountGrosze),
      })}
    >
      <p className="soft small">{[advance.office, advance.by].join(", ")}</p>
      {advance.reason && <p>{advance.reason}</p>}
      <p className="cluster">
        {answer === null ? (
          <Status tone="active">{t("advance.asked")}</Status>
        ) : (
          <Status tone={answer.answer === "RECEIVED" ? "confirmed" : "neutral"}>
            {t(`advance.${answer.answer}`, { amount: money(answer.amountGrosze), day: day(answer.on) })}
          </Status>
        )}
        {answer?.answer === "RECEIVED" && (
          <Status tone={advance.openGrosze > 0 ? "due" : "confirmed"}>
            {advance.openGrosze > 0 ? t("advance.left", { amount: money(advance.openGrosze) }) : t("advance.done")}
          </Status>
        )}
      </p>
      {answer?.words && <p>{answer.words}</p>}
      <ul role="list">
        {advance.settled.map((one) => (
          <li key={`${one.month} ${one.number}`} className="record-line">
            {t("advance.settled", {
              amount: money(one.amountGrosze),
              number: one.number,
              month: monthWords(one.month, t.lang),
            })}
          </li>
        ))}
        {advance.returned.map((one, at) => (
          <li key={at} className="record-line">
            {t("advance.returned", { amount: money(one.amountGrosze), day: day(one.returnedOn) })}
          </li>
        ))}
      </ul>
      <div className="cluster">
        {possible.map((one) => (
          <Button key={one} kind={one === "received" ? "main" : "quiet"} onClick={() => setAct(one)}>
            {t(acts[one])}
          </Button>
        ))}
        <DownloadLink href={advanceAddress(advance.id, t.lang, "normal")} icon="print">
          {t("advance.print")}
        </DownloadLink>
        <DownloadLink href={advanceAddress(advance.id, t.lang, "edit")}>{t("advance.edit")}</DownloadLink>
      </div>
      {act && (
        <Dialog open title={t(acts[act])} onClose={close}>
          {act === "received" && <AnswerForm advance={advance} answer="RECEIVED" onDone={close} />}
          {act === "refused" && <AnswerForm advance={advance} answer="REFUSED" onDone={close} />}
          {act === "withdraw" && <WithdrawForm advance={advance} onDone={close} />}
          {act === "return" && <ReturnForm advance={advance} onDone={close} />}
        </Dialog>
      )}
    </Card>
  );
}
