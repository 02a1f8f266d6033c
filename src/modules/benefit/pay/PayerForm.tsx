import { checkNrb } from "../../../platform/identifiers/nrb.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { bankEncodings } from "../bank/encodeText.ts";
import { type BankFormat, bankFormats } from "../list/codes.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { benefitMessages } from "../list/messages.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";

/** From which account a centre pays and how its bank takes files. */
export function PayerForm({ view, onDone }: { view: BenefitMonthView; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const { payer, unitId, unitName } = view;
  const form = useBenefitForm("set-payer", onDone, {
    initial: {
      nrb: payer?.nrb ?? "",
      name: payer?.name ?? unitName,
      address: payer?.address ?? "",
      title: payer?.title ?? t("field.transferDefault"),
      format: (payer?.format ?? "ELIXIR0_QUOTED") as BankFormat | "",
      letters: payer?.letters ?? "windows-1250",
    },
    build: (values) => ({ payerId: uuidv7(), unitId, ...values }),
    check: ({ nrb, name, title }) => {
      const check = checkNrb(nrb);
      return [
        ...(check.valid ? [] : [{ path: "nrb", code: check.reason }]),
        ...required("name", name.trim()),
        ...required("title", title.trim()),
      ];
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <TextField label={t("field.nrb")} required inputMode="numeric" size={34} maxLength={60} {...form.field("nrb")} />
      <TextField label={t("field.payerName")} required maxLength={140} {...form.field("name")} />
      <TextArea label={t("field.address")} rows={2} maxLength={200} {...form.field("address")} />
      <TextField
        label={t("field.transferTitle")}
        hint={t("field.transferHint")}
        required
        maxLength={100}
        {...form.field("title")}
      />
      <SelectField
        label={t("field.format")}
        empty={false}
        options={bankFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        {...form.field("format")}
      />
      {form.values.format !== "PAIN001" && (
        <SelectField
          label={t("field.letters")}
          empty={false}
          options={bankEncodings.map((value) => ({ value, label: value }))}
          {...form.field("letters")}
        />
      )}
    </CommandForm>
  );
}
