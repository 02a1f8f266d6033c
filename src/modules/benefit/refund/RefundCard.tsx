import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { MoneyField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { refundAddress } from "../list/api.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { benefitMessages } from "../list/messages.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";
import { leftOf } from "./rules.ts";

type Refund = BenefitMonthView["refunds"][number];

/** The request for the refund of a paid month, and what came of it. */
export function RefundCard({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const [act, setAct] = useState<"ask" | "receive">();
  const [refund] = view.refunds;
  const close = () => setAct(undefined);
  const { may, list } = view;
  return (
    <Card title={t("refund.title")}>
      <p className="soft">{t("refund.lead")}</p>
      {view.refunds.map((one) => (
        <RefundLine key={one.id} refund={one} />
      ))}
      <div className="cluster">
        {may.askRefund && !refund?.received && (
          <Button kind={refund ? "quiet" : "main"} onClick={() => setAct("ask")}>
            {t(refund ? "act.refundMend" : "act.refund")}
          </Button>
        )}
        {may.pay && refund && !refund.received && (
          <Button onClick={() => setAct("receive")}>{t("act.refundReceived")}</Button>
        )}
      </div>
      {act === "ask" && list && (
        <Dialog open title={t("act.refund")} onClose={close}>
          <AskForm view={view} listId={list.id} before={refund} onDone={close} />
        </Dialog>
      )}
      {act === "receive" && refund && (
        <Dialog open title={t("act.refundReceived")} onClose={close}>
          <ReceiveForm refund={refund} onDone={close} />
        </Dialog>
      )}
    </Card>
  );
}

function RefundLine({ refund }: { refund: Refund }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const money = (grosze: number) => formatMoney(grosze, lang);
  const { benefitGrosze, contributionsGrosze, received } = refund;
  const total = benefitGrosze + contributionsGrosze;
  const left = leftOf(refund);
  return (
    <div className="record-line">
      <span>
        {t("refund.line", {
          number: refund.number,
          day: formatDay(refund.askedOn, lang),
          benefit: money(benefitGrosze),
          contributions: money(contributionsGrosze),
          total: money(total),
          name: refund.by,
        })}
      </span>
      {refund.debtsGrosze < 0 && (
        <span className="soft small">{t("refund.debts", { amount: money(refund.debtsGrosze) })}</span>
      )}
      {refund.advanceGrosze > 0 && (
        <span className="soft small">
          {t("refund.advance", { advance: money(refund.advanceGrosze), left: money(left) })}
        </span>
      )}
      {refund.reason && <span className="soft small">{refund.reason}</span>}
      {received && (
        <Status tone="confirmed">
          {t("refund.received", { amount: money(received.amountGrosze), day: formatDay(received.receivedOn, lang) })}
        </Status>
      )}
      {received && received.amountGrosze < left && (
        <Status tone="due">{t("refund.less", { amount: money(left - received.amountGrosze) })}</Status>
      )}
      <span className="cluster">
        <DownloadLink href={refundAddress(refund.id, lang, "normal")} icon="print">
          {t("refund.print")}
        </DownloadLink>
        <DownloadLink href={refundAddress(refund.id, lang, "edit")}>{t("refund.edit")}</DownloadLink>
        <DownloadLink href={refundAddress(refund.id, lang, "sheet")}>{t("refund.sheet")}</DownloadLink>
      </span>
    </div>
  );
}

type AskProps = { view: BenefitMonthView; listId: string; before: Refund | undefined; onDone: () => void };

function AskForm({ view, listId, before, onDone }: AskProps) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("ask-refund", onDone, {
    initial: {
      number: before?.number ?? "",
      askedOn: today() as string,
      office: before?.office ?? "",
      contributionsGrosze: (before?.contributionsGrosze ?? view.totals.contributionsGrosze) as number | undefined,
      advanceGrosze: (before?.advanceGrosze ?? 0) as number | undefined,
      reason: "",
    },
    build: ({ advanceGrosze = 0, ...values }) => ({ advanceGrosze, refundId: uuidv7(), listId, ...values }),
    check: ({ number, askedOn, office, contributionsGrosze, advanceGrosze = 0, reason }) => [
      ...required("number", number.trim()),
      ...required("askedOn", askedOn),
      ...required("office", office.trim()),
      ...required("contributionsGrosze", contributionsGrosze),
      ...(advanceGrosze > view.advanceOpenGrosze ? [{ path: "advanceGrosze", code: "benefit.advance_over_open" }] : []),
      ...(before ? required("reason", reason.trim()) : []),
    ],
  });
  return (
    <CommandForm form={form} submit={t("act.refund")}>
      <TextField label={t("field.number")} required maxLength={60} {...form.field("number")} />
      <DateField label={t("field.askedOn")} required {...form.field("askedOn")} />
      <TextField label={t("field.office")} required maxLength={300} {...form.field("office")} />
      <MoneyField
        label={t("field.contributions")}
        hint={t("field.contributionsHint", { amount: formatMoney(view.totals.contributionsGrosze, t.lang) })}
        required
        {...form.field("contributionsGrosze")}
      />
      {view.advanceOpenGrosze > 0 && (
        <MoneyField
          label={t("field.advance")}
          hint={t("field.advanceHint", { amount: formatMoney(view.advanceOpenGrosze, t.lang) })}
          {...form.field("advanceGrosze")}
        />
      )}
      {before && <TextArea label={t("field.mendReason")} required maxLength={1000} {...form.field("reason")} />}
    </CommandForm>
  );
}

function ReceiveForm({ refund, onDone }: { refund: Refund; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("record-refund", onDone, {
    initial: {
      receivedOn: today() as string,
      amountGrosze: leftOf(refund) as number | undefined,
    },
    build: (values) => ({ refundId: refund.id, ...values }),
    check: ({ receivedOn, amountGrosze }) => [
      ...required("receivedOn", receivedOn),
      ...required("amountGrosze", leftOf(refund) > 0 ? amountGrosze || undefined : amountGrosze),
    ],
  });
  return (
    <CommandForm form={form} submit={t("act.refundReceived")}>
      <DateField label={t("field.receivedOn")} required {...form.field("receivedOn")} />
      <MoneyField label={t("field.amount")} required {...form.field("amountGrosze")} />
    </CommandForm>
  );
}
