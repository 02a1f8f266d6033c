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
import { familyRelations } from "./codes.ts";
import type { HouseholdView } from "./contract.ts";
import { lastDay, missing } from "./familyForm.ts";
import { familyMessages } from "./familyMessages.ts";
import { PersonPicker } from "./PersonPicker.tsx";

type Relation = (typeof familyRelations)[number];
const stale = [["person"], ["timeline"]] as const;

export function RecordHouseholdForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useMessages(familyMessages);
  const [ids] = useState(() => ({ householdId: uuidv7(), memberId: uuidv7() }));
  const form = useCommandForm({
    type: "household.record",
    messages: t,
    initial: { name: "", validFrom: today() as string },
    build: ({ name, validFrom }) => ({
      householdId: ids.householdId,
      name: name.trim() || null,
      members: [{ memberId: ids.memberId, personId, relation: "SELF", validFrom, validUntil: null }],
    }),
    check: ({ validFrom }) => missing({ validFrom }),
    paths: { "members.0.validFrom": "validFrom" },
    invalidates: stale,
    onDone: () => {
      toast({ text: t("household.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("household.record")}>
      <p className="soft">{t("household.recordHint")}</p>
      <TextField label={t("household.name")} hint={t("household.nameHint")} maxLength={120} {...form.field("name")} />
      <DateField label={t("household.from")} {...form.field("validFrom")} />
    </CommandForm>
  );
}

export function AddMemberForm({ household, onDone }: { household: HouseholdView; onDone: () => void }) {
  const t = useMessages(familyMessages);
  const [memberId] = useState(uuidv7);
  const form = useCommandForm({
    type: "household.add-member",
    messages: t,
    initial: { personId: "", relation: "" as Relation | "", validFrom: today() as string, validUntil: "" },
    build: ({ validUntil, ...values }) => ({
      householdId: household.id,
      memberId,
      ...values,
      validUntil: validUntil || null,
    }),
    check: ({ personId, relation, validFrom, validUntil }) => [
      ...missing({ personId, relation, validFrom }),
      ...lastDay(validFrom, validUntil),
    ],
    invalidates: stale,
    onDone: () => {
      toast({ text: t("household.added") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("household.add")}>
      <PersonPicker label={t("household.who")} required {...form.field("personId")} />
      <p className="soft small">{t("household.newPerson")}</p>
      <SelectField
        label={t("household.relation")}
        options={familyRelations.map((value) => ({ value, label: t(`relation.${value}`) }))}
        {...form.field("relation")}
      />
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

type Member = HouseholdView["members"][number];

export function EndMemberForm({ member, onDone }: { member: Member; onDone: () => void }) {
  const t = useMessages(familyMessages);
  const form = useCommandForm({
    type: "household.end-member",
    messages: t,
    initial: { validUntil: today() as string },
    build: ({ validUntil }) => ({ memberId: member.memberId, validUntil }),
    check: ({ validUntil }) => [...missing({ validUntil }), ...lastDay(member.validFrom, validUntil)],
    invalidates: stale,
    onDone: () => {
      toast({ text: t("household.ended") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("household.end")}>
      <p>
        <strong>{member.name}</strong>
      </p>
      <DateField label={t("household.until")} {...form.field("validUntil")} />
    </CommandForm>
  );
}
