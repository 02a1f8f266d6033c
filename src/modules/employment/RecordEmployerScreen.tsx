import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { employerSizes } from "./codes.ts";
import type { RecordEmployer } from "./contract.ts";
import { employmentMessages } from "./messages.ts";

const texts = ["nip", "regon", "address", "contactPerson", "contactPhone", "workplace", "conditions"] as const;
type Values = Record<"name" | (typeof texts)[number], string> & { size: NonNullable<RecordEmployer["size"]> | "" };

/** F-50: an employer, once for the whole organisation. */
export function RecordEmployerScreen() {
  const t = useMessages(employmentMessages);
  const go = useGo();
  const form = useCommandForm<Values>({
    type: "employer.record",
    initial: {
      name: "",
      nip: "",
      regon: "",
      address: "",
      contactPerson: "",
      contactPhone: "",
      workplace: "",
      conditions: "",
      size: "",
    },
    build: (values) => ({
      employerId: uuidv7(),
      name: values.name,
      size: values.size || null,
      ...Object.fromEntries(texts.map((name) => [name, values[name].trim() || null])),
    }),
    check: ({ name }) => (name.trim() ? [] : [{ path: "name", code: "field.required" }]),
    messages: t,
    invalidates: [["employment"]],
    onDone: ({ ids }, { name }) => {
      toast({ text: t("employer.saved", { name }) });
      go(`/employment/employers/${ids.employer}`);
    },
  });
  return (
    <Page title={t("employer.new")} back={{ to: "/employment", label: t("back") }} narrow>
      <CommandForm form={form} submit={t("employer.save")}>
        <FormSection question={t("employer")}>
          <TextField label={t("name")} required maxLength={200} {...form.field("name")} />
          <TextField label={t("nip")} inputMode="numeric" size={14} {...form.field("nip")} />
          <TextField label={t("regon")} inputMode="numeric" size={16} {...form.field("regon")} />
          <TextField label={t("address")} {...form.field("address")} />
          <TextField label={t("contactPerson")} {...form.field("contactPerson")} />
          <TextField label={t("contactPhone")} type="tel" inputMode="tel" size={18} {...form.field("contactPhone")} />
        </FormSection>
        <FormSection question={t("workplace")} optional>
          <SelectField
            label={t("size")}
            options={employerSizes.map((value) => ({ value, label: t(`size.${value}`) }))}
            {...form.field("size")}
          />
          <TextArea label={t("workplace")} {...form.field("workplace")} />
          <TextArea label={t("conditions")} {...form.field("conditions")} />
        </FormSection>
      </CommandForm>
    </Page>
  );
}
