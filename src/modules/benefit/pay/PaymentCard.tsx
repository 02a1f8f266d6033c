import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { paperAddress, transfersAddress } from "../list/api.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { benefitMessages } from "../list/messages.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";
import { groups } from "../list/PersonPanel.tsx";
import { PayerForm } from "./PayerForm.tsx";

type Act = "payer" | "bankFile" | "pay" | "withdrawBankFile";

/** How an approved list is paid: from which account, the file for the bank, the sheet for cash, the day. */
export function PaymentCard({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const [act, setAct] = useState<Act>();
  const { people, payer, bankFiles, list, may, state } = view;
  const held = bankFiles.filter(({ withdrawn }) => withdrawn === null);
  const written = held.reduce((sum, { transfers }) => sum + transfers, 0);
  if (!list) return null;
  const of = (way: "ACCOUNT" | "CASH") => people.filter((one) => one.way === way && one.payGrosze > 0);
  const sum = (way: "ACCOUNT" | "CASH") =>
    `${t("total.people", { count: of(way).length })}, ${formatMoney(
      of(way).reduce((total, { payGrosze }) => total + payGrosze, 0),
      lang,
    )}`;
  const close = () => setAct(undefined);
  const pays = may.pay && state === "APPROVED";
  const transfers = of("ACCOUNT").length > 0;
  return (
    <Card title={t("pay.title")}>
      <Definitions
        items={[
          { term: t("pay.transfers"), value: sum("ACCOUNT") },
          { term: t("pay.cash"), value: sum("CASH") },
          ...(payer ? [{ term: t("pay.from"), value: `${groups(payer.nrb)}, ${t(`format.${payer.format}`)}` }] : []),
        ]}
      />
      {may.pay && !payer && transfers && <Notice tone="due">{t("pay.noPayer")}</Notice>}
      {bankFiles.map((file) => (
        <p key={file.no} className="small soft">
          {t("pay.file", {
            no: file.no,
            transfers: file.transfers,
            amount: formatMoney(file.totalGrosze, lang),
            day: formatDay(file.payOn, lang),
            name: file.by,
          })}{" "}
          {file.withdrawn === null ? (
            <span className="benefit-hash">{t("month.hash", { hash: file.sha256.slice(0, 16) })}</span>
          ) : (
            t("pay.fileWithdrawn", { reason: file.withdrawn })
          )}
        </p>
      ))}
      {may.pay && (
        <div className="cluster">
          {pays && (
            <Button kind="main" onClick={() => setAct("pay")}>
              {t("act.pay")}
            </Button>
          )}
          {pays && written < of("ACCOUNT").length && payer && (
            <Button onClick={() => setAct("bankFile")}>{t("act.bankFile")}</Button>
          )}
          {may.pay &&
            held.map(({ no }) => (
              <DownloadLink key={no} href={transfersAddress(list.id, no)}>
                {held.length > 1 ? `${t("act.openBankFile")} ${no}` : t("act.openBankFile")}
              </DownloadLink>
            ))}
          {pays && held.length > 0 && (
            <Button onClick={() => setAct("withdrawBankFile")}>{t("act.withdrawBankFile")}</Button>
          )}
          {of("CASH").length > 0 && (
            <DownloadLink href={paperAddress(list.id, "cash", lang)} icon="print">
              {t("act.cash")}
            </DownloadLink>
          )}
          {pays && <Button onClick={() => setAct("payer")}>{t("act.payer")}</Button>}
        </div>
      )}
      {act && (
        <Dialog open title={t(`act.${act}`)} onClose={close}>
          {act === "payer" && <PayerForm view={view} onDone={close} />}
          {act === "bankFile" && <BankFileForm listId={list.id} onDone={close} />}
          {act === "withdrawBankFile" && held[0] && (
            <WithdrawFileForm listId={list.id} no={held[0].no} onDone={close} />
          )}
          {act === "pay" && <PayForm listId={list.id} onDone={close} />}
        </Dialog>
      )}
    </Card>
  );
}

function BankFileForm({ listId, onDone }: { listId: string; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("make-bank-file", onDone, {
    initial: { payOn: today() as string, acceptLost: false },
    build: (values) => ({ listId, ...values }),
    check: ({ payOn }) => required("payOn", payOn),
  });
  return (
    <CommandForm form={form} submit={t("act.bankFile")}>
      <DateField label={t("field.payOn")} required {...form.field("payOn")} />
      <CheckField label={t("field.acceptLost")} {...form.field("acceptLost")} />
    </CommandForm>
  );
}

function PayForm({ listId, onDone }: { listId: string; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("record-payment", onDone, {
    initial: { paidOn: today() as string },
    build: ({ paidOn }) => ({ listId, paidOn }),
    check: ({ paidOn }) => required("paidOn", paidOn),
  });
  return (
    <CommandForm form={form} submit={t("act.pay")}>
      <DateField label={t("field.paidOn")} required {...form.field("paidOn")} />
    </CommandForm>
  );
}

function WithdrawFileForm({ listId, no, onDone }: { listId: string; no: number; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("withdraw-bank-file", onDone, {
    initial: { reason: "" },
    build: ({ reason }) => ({ listId, no, reason }),
    check: ({ reason }) => required("reason", reason.trim()),
  });
  return (
    <CommandForm form={form} submit={t("act.withdrawBankFile")}>
      <TextArea label={t("field.reason")} required maxLength={500} {...form.field("reason")} />
    </CommandForm>
  );
}
