import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { paperAddress, transfersAddress } from "../list/api.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { benefitMessages } from "../list/messages.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";
import { groups } from "../list/PersonPanel.tsx";
import { PayerForm } from "./PayerForm.tsx";

type Act = "payer" | "bankFile" | "pay";

/** How an approved list is paid: from which account, the file for the bank, the sheet for cash, the day. */
export function PaymentCard({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const lang = useLanguage();
  const [act, setAct] = useState<Act>();
  const { people, payer, bankFile, list, may, state } = view;
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
      {bankFile && (
        <p className="small soft">
          {t("pay.file", {
            transfers: bankFile.transfers,
            amount: formatMoney(bankFile.totalGrosze, lang),
            day: formatDay(bankFile.payOn, lang),
            name: bankFile.by,
          })}{" "}
          <span className="benefit-hash">{t("month.hash", { hash: bankFile.sha256.slice(0, 16) })}</span>
        </p>
      )}
      {may.pay && (
        <div className="cluster">
          {pays && (
            <Button kind="main" onClick={() => setAct("pay")}>
              {t("act.pay")}
            </Button>
          )}
          {pays && !bankFile && transfers && payer && (
            <Button onClick={() => setAct("bankFile")}>{t("act.bankFile")}</Button>
          )}
          {bankFile && <DownloadLink href={transfersAddress(list.id)}>{t("act.openBankFile")}</DownloadLink>}
          {of("CASH").length > 0 && (
            <DownloadLink href={paperAddress(list.id, "cash", lang)} icon="print">
              {t("act.cash")}
            </DownloadLink>
          )}
          {!bankFile && <Button onClick={() => setAct("payer")}>{t("act.payer")}</Button>}
        </div>
      )}
      {act && (
        <Dialog open title={t(`act.${act}`)} onClose={close}>
          {act === "payer" && <PayerForm view={view} onDone={close} />}
          {act === "bankFile" && <BankFileForm listId={list.id} onDone={close} />}
          {act === "pay" && <PayForm listId={list.id} onDone={close} />}
        </Dialog>
      )}
    </Card>
  );
}

function BankFileForm({ listId, onDone }: { listId: string; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("make-bank-file", onDone, {
    initial: { payOn: today() as string },
    build: ({ payOn }) => ({ listId, payOn }),
    check: ({ payOn }) => required("payOn", payOn),
  });
  return (
    <CommandForm form={form} submit={t("act.bankFile")}>
      <DateField label={t("field.payOn")} required {...form.field("payOn")} />
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
