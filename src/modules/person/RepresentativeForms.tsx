import { useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personKeys, type RepresentativeLine } from "./api.ts";
import { representativeKinds } from "./codes.ts";
import { lastDay, missing } from "./familyForm.ts";
import { familyMessages } from "./familyMessages.ts";

type Props = { personId: string; onDone: () => void };

export function RepresentativeForm({ personId, onDone }: Props) {
  const t = useMessages(familyMessages);
  const [representativeId] = useState(uuidv7);
  const form = useCommandForm({
    type: "representative.record",
    messages: t,
    initial: {
      kind: "CURATOR" as (typeof representativeKinds)[number] | "",
      name: "",
      contact: "",
      scope: "",
      rulingRef: "",
      validFrom: today() as string,
      validUntil: "",
    },
    build: (values) => ({
      representativeId,
      personId,
      ...values,
      contact: values.contact.trim() || null,
      scope: values.scope.trim() || null,
      rulingRef: values.rulingRef.trim() || null,
      validUntil: values.validUntil || null,
    }),
    check: ({ name, validFrom, validUntil }) => [...missing({ name, validFrom }), ...lastDay(validFrom, validUntil)],
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("representative.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.addRepresentative")}>
      <SelectField
        label={t("representative.kind")}
        empty={false}
        options={representativeKinds.map((value) => ({ value, label: t(`representative.${value}`) }))}
        {...form.field("kind")}
      />
      <TextField label={t("representative.name")} {...form.field("name")} />
      <TextField label={t("representative.contact")} {...form.field("contact")} />
      <TextField label={t("representative.scope")} {...form.field("scope")} />
      <TextField label={t("representative.rulingRef")} {...form.field("rulingRef")} />
      <DateField label={t("household.from")} {...form.field("validFrom")} />
      <DateField
        label={t("household.until")}
        hint={t("household.untilHint")}
        quick={[]}
        {...form.field("validUntil")}
      />
    </CommandForm>
  );
}

export function EndRepresentativeForm({ personId, one, onDone }: Props & { one: RepresentativeLine }) {
  const t = useMessages(familyMessages);
  const form = useCommandForm({
    type: "representative.end",
    messages: t,
    initial: { validUntil: today() as string },
    build: ({ validUntil }) => ({ representativeId: one.id, validUntil }),
    check: ({ validUntil }) => [...missing({ validUntil }), ...lastDay(one.validFrom, validUntil)],
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("representative.ended") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("representative.end")}>
      <p>
        <strong>{one.name}</strong>, {t(`representative.${one.kind}`)}
      </p>
      <p className="soft">{t("representative.endText")}</p>
      <DateField label={t("household.until")} {...form.field("validUntil")} />
    </CommandForm>
  );
}
