import { addMonths, type PlainDate } from "../../../platform/time/plainDate.ts";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { MoneyField, NumberField } from "../../../platform/ui/NumberField.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type PayWay, payWays } from "../list/codes.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";
import type { Debt, DebtEntry, DebtsOfUnit } from "./contract.ts";
import { debtMessages } from "./messages.ts";
import { type Instalment, partsOf, refuseDebtSettlement, refuseInstalments } from "./rules.ts";

type Props = { view: DebtsOfUnit; debt: Debt; onDone: () => void };

const refusedAt = (path: string, refusal: string | null) => (refusal ? [{ path, code: refusal }] : []);

export function RepayForm({ view, debt: { ipzsId, openGrosze }, onDone }: Props) {
  const t = useMessages(debtMessages);
  const form = useBenefitForm("repay-debt", onDone, {
    initial: {
      amountGrosze: openGrosze as number | undefined,
      settledOn: today() as string,
      way: "CASH" as PayWay | "",
    },
    build: (values) => ({ settlementId: uuidv7(), unitId: view.unitId, ipzsId, ...values }),
    check: ({ amountGrosze, settledOn, way }) => {
      const missing = [
        ...required("amountGrosze", amountGrosze || undefined),
        ...required("settledOn", settledOn),
        ...required("way", way),
      ];
      if (missing.length > 0 || amountGrosze === undefined) return missing;
      const given = { kind: "REPAID" as const, amountGrosze, settledOn: settledOn as PlainDate };
      const refusal = refuseDebtSettlement({ openGrosze, mayWriteOff: true }, given, today());
      return refusedAt(refusal === "benefit.day_in_future" ? "settledOn" : "amountGrosze", refusal);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.repay")}>
      <MoneyField
        label={t("field.amount")}
        hint={t("field.amountHint", { amount: formatMoney(openGrosze, t.lang) })}
        required
        {...form.field("amountGrosze")}
      />
      <DateField label={t("field.settledOn")} required {...form.field("settledOn")} />
      <ChoiceField
        label={t("field.way")}
        options={payWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        {...form.field("way")}
      />
    </CommandForm>
  );
}

export function WriteOffForm({ view, debt: { ipzsId, openGrosze }, onDone }: Props) {
  const t = useMessages(debtMessages);
  const form = useBenefitForm("write-off-debt", onDone, {
    initial: { amountGrosze: openGrosze as number | undefined, reason: "" },
    build: (values) => ({ settlementId: uuidv7(), unitId: view.unitId, ipzsId, ...values }),
    check: ({ amountGrosze, reason }) => [
      ...required("amountGrosze", amountGrosze || undefined),
      ...refusedAt("amountGrosze", (amountGrosze ?? 0) > openGrosze ? "benefit.debt_over_open" : null),
      ...required("reason", reason.trim()),
    ],
  });
  const leaves = view.law.some(({ code, value }) => code === "CIS_DEBT_WRITE_OFF_LEAVES_REFUND" && Number(value) === 1);
  return (
    <CommandForm form={form} submit={t("act.writeOff")}>
      {view.law.some(({ verified }) => !verified) && <Notice tone="due">{t("writeOff.unverified")}</Notice>}
      {leaves && <p className="soft">{t("writeOff.refund")}</p>}
      <MoneyField
        label={t("field.amount")}
        hint={t("field.amountHint", { amount: formatMoney(openGrosze, t.lang) })}
        required
        {...form.field("amountGrosze")}
      />
      <TextArea label={t("field.reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

const mostParts = 60;

/** Equal instalments, a month apart from the first day on. */
function planOf(openGrosze: number, { parts, firstOn }: { parts: number | undefined; firstOn: string }): Instalment[] {
  if (!parts || !firstOn || parts > Math.min(mostParts, openGrosze)) return [];
  return partsOf(openGrosze, parts).map((amountGrosze, at) => ({
    dueOn: addMonths(firstOn as PlainDate, at),
    amountGrosze,
  }));
}

export function InstalmentsForm({ view, debt: { ipzsId, openGrosze }, onDone }: Props) {
  const t = useMessages(debtMessages);
  const form = useBenefitForm("agree-instalments", onDone, {
    initial: {
      parts: 3 as number | undefined,
      firstOn: addMonths(today(), 1) as string,
      agreedOn: today() as string,
      words: "",
    },
    build: ({ parts, firstOn, agreedOn, words }) => ({
      agreementId: uuidv7(),
      unitId: view.unitId,
      ipzsId,
      agreedOn,
      words,
      instalments: planOf(openGrosze, { parts, firstOn }),
    }),
    check: ({ parts, firstOn, agreedOn }) => {
      const instalments = planOf(openGrosze, { parts, firstOn });
      const missing = [
        ...required("parts", instalments.length > 0 ? parts : undefined),
        ...required("firstOn", firstOn),
        ...required("agreedOn", agreedOn),
      ];
      if (missing.length > 0) return missing;
      const refusal = refuseInstalments(openGrosze, { agreedOn: agreedOn as PlainDate, instalments }, today());
      return refusedAt(refusal === "benefit.day_in_future" ? "agreedOn" : "firstOn", refusal);
    },
  });
  const plan = planOf(openGrosze, form.values);
  return (
    <CommandForm form={form} submit={t("act.instalments")}>
      <NumberField label={t("field.parts")} required size={4} {...form.field("parts")} />
      <DateField label={t("field.firstOn")} required {...form.field("firstOn")} />
      {plan.length > 0 && (
        <section className="stack-tight">
          <h3>{t("field.plan")}</h3>
          <ul role="list">
            {plan.map(({ dueOn, amountGrosze }) => (
              <li key={dueOn}>
                {t("instalment.line", { day: formatDay(dueOn, t.lang), amount: formatMoney(amountGrosze, t.lang) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <DateField label={t("field.agreedOn")} required {...form.field("agreedOn")} />
      <TextArea label={t("field.words")} maxLength={1000} {...form.field("words")} />
    </CommandForm>
  );
}

export function WithdrawEntryForm({ entry, onDone }: { entry: DebtEntry; onDone: () => void }) {
  const t = useMessages(debtMessages);
  const form = useBenefitForm("withdraw-debt-entry", onDone, {
    initial: { reason: "" },
    build: (values) => ({ settlementId: entry.id, ...values }),
    check: ({ reason }) => required("reason", reason.trim()),
  });
  return (
    <CommandForm form={form} submit={t("act.withdrawEntry")}>
      <TextArea label={t("field.reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
