import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { formatMoney } from "../../../platform/ui/format.ts";
import { MoneyField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { monthWords } from "../list/figures.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";
import { addMonth } from "../list/rules.ts";
import type { Advance, AdvancesOfUnit } from "./contract.ts";
import { advanceMessages } from "./messages.ts";
import { refuseAnswer, refuseAskingAdvance, refuseReturning } from "./rules.ts";

/** Months that an advance is asked for: those around today. */
const monthsAround = [-2, -1, 0, 1, 2, 3];

const refusedAt = (path: string, refusal: string | null) => (refusal ? [{ path, code: refusal }] : []);

export function AskForm({ view, onDone }: { view: AdvancesOfUnit; onDone: () => void }) {
  const t = useMessages(advanceMessages);
  const months = monthsAround.map((by) => addMonth(today(), by).slice(0, 7));
  const form = useBenefitForm("ask-advance", onDone, {
    initial: {
      month: today().slice(0, 7),
      number: "",
      askedOn: today() as string,
      amountGrosze: undefined as number | undefined,
      office: view.advances[0]?.office ?? "",
      reason: "",
    },
    build: (values) => ({ advanceId: uuidv7(), unitId: view.unitId, ...values }),
    check: ({ month, number, askedOn, amountGrosze, office }) => [
      ...required("month", month),
      ...required("number", number.trim()),
      ...required("askedOn", askedOn),
      ...refusedAt("askedOn", refuseAskingAdvance(askedOn as PlainDate, today())),
      ...required("amountGrosze", amountGrosze || undefined),
      ...required("office", office.trim()),
    ],
  });
  return (
    <CommandForm form={form} submit={t("act.ask")}>
      <SelectField
        label={t("field.month")}
        options={months.map((value) => ({ value, label: monthWords(value, t.lang) }))}
        empty={false}
        {...form.field("month")}
      />
      <MoneyField label={t("field.amount")} required {...form.field("amountGrosze")} />
      <TextField label={t("field.number")} required maxLength={60} {...form.field("number")} />
      <DateField label={t("field.askedOn")} required {...form.field("askedOn")} />
      <TextField label={t("field.office")} required maxLength={300} {...form.field("office")} />
      <TextArea label={t("field.why")} maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

type Props = { advance: Advance; onDone: () => void };

export function AnswerForm({ advance, answer, onDone }: Props & { answer: "RECEIVED" | "REFUSED" }) {
  const t = useMessages(advanceMessages);
  const came = answer === "RECEIVED";
  const form = useBenefitForm("record-advance", onDone, {
    initial: { answeredOn: today() as string, amountGrosze: advance.amountGrosze as number | undefined, reason: "" },
    build: ({ answeredOn, amountGrosze, reason }) => ({
      advanceId: advance.id,
      answer,
      answeredOn,
      ...(came ? { amountGrosze } : { reason }),
    }),
    check: ({ answeredOn, amountGrosze, reason }) => [
      ...required("answeredOn", answeredOn),
      ...refusedAt(
        "answeredOn",
        refuseAnswer({ askedOn: advance.askedOn, answered: false }, answeredOn as PlainDate, today()),
      ),
      ...(came ? required("amountGrosze", amountGrosze || undefined) : required("reason", reason.trim())),
    ],
  });
  return (
    <CommandForm form={form} submit={t(came ? "act.received" : "act.refused")}>
      <DateField label={t(came ? "field.receivedOn" : "field.answeredOn")} required {...form.field("answeredOn")} />
      {came ? (
        <MoneyField label={t("field.amount")} required {...form.field("amountGrosze")} />
      ) : (
        <TextArea label={t("field.reason")} required maxLength={1000} {...form.field("reason")} />
      )}
    </CommandForm>
  );
}

export function WithdrawForm({ advance, onDone }: Props) {
  const t = useMessages(advanceMessages);
  const form = useBenefitForm("withdraw-advance", onDone, {
    initial: { reason: "" },
    build: (values) => ({ advanceId: advance.id, ...values }),
    check: ({ reason }) => required("reason", reason.trim()),
  });
  return (
    <CommandForm form={form} submit={t("act.withdraw")}>
      <TextArea label={t("field.reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

export function ReturnForm({ advance, onDone }: Props) {
  const t = useMessages(advanceMessages);
  const { openGrosze, answer } = advance;
  const form = useBenefitForm("return-advance", onDone, {
    initial: { returnedOn: today() as string, amountGrosze: openGrosze as number | undefined },
    build: (values) => ({ returnId: uuidv7(), advanceId: advance.id, ...values }),
    check: ({ returnedOn, amountGrosze }) => {
      if (amountGrosze === undefined || amountGrosze === 0) return required("amountGrosze", undefined);
      const refusal = refuseReturning(
        { receivedOn: answer?.on ?? null, openGrosze },
        { returnedOn: returnedOn as PlainDate, amountGrosze },
        today(),
      );
      return refusedAt(refusal === "benefit.advance_over_open" ? "amountGrosze" : "returnedOn", refusal);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.return")}>
      <DateField label={t("field.returnedOn")} required {...form.field("returnedOn")} />
      <MoneyField
        label={t("field.amount")}
        hint={t("field.returnHint", { amount: formatMoney(openGrosze, t.lang) })}
        required
        {...form.field("amountGrosze")}
      />
    </CommandForm>
  );
}
