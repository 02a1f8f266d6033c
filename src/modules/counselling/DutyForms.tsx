import { useQuery } from "@tanstack/react-query";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import { absenceDays } from "./absenceDays.ts";
import { consultationKeys } from "./api.ts";
import { consultantRoles, dutyRolesOf } from "./codes.ts";
import type { DutyLine } from "./contract.ts";
import { counsellingMessages } from "./messages.ts";

const required = [
  "consultantId",
  "role",
  "unitId",
  "place",
  "everyWeeks",
  "weekday",
  "startsAt",
  "endsAt",
  "slotMinutes",
  "fromOn",
] as const;

/** Plans a duty: who, as what, where, every how many weeks and when. */
export function DutyForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const known = useQuery(colleaguesQuery).data;
  const form = useCommandForm({
    type: "consultant-duty.record",
    messages: t,
    initial: {
      consultantId: "",
      role: "",
      unitId: "",
      place: "",
      everyWeeks: 2 as number | undefined,
      weekday: "",
      startsAt: "",
      endsAt: "",
      slotMinutes: 30 as number | undefined,
      fromOn: today() as string,
      toOn: "",
    },
    check: (values) => required.flatMap((path) => (values[path] ? [] : [{ path, code: "field.required" }])),
    build: ({ weekday, toOn, ...values }) => ({
      consultantDutyId: uuidv7(),
      ...values,
      weekday: Number(weekday),
      toOn: toOn || null,
    }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("duty.saved") });
      onDone();
    },
  });
  const advisers = (known?.colleagues ?? []).filter(({ roles }) => dutyRolesOf(roles).length > 0);
  const chosen = advisers.find(({ id }) => id === form.values.consultantId);
  const roles = chosen ? dutyRolesOf(chosen.roles) : consultantRoles;
  return (
    <CommandForm form={form} submit={t("duty.save")}>
      <SelectField
        label={t("duty.consultant")}
        options={advisers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("consultantId")}
      />
      <SelectField
        label={t("duty.role")}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        {...form.field("role")}
      />
      <SelectField
        label={t("duty.unit")}
        options={(known?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("unitId")}
      />
      <TextField label={t("duty.place")} hint={t("duty.placeHint")} maxLength={120} required {...form.field("place")} />
      <NumberField label={t("duty.everyWeeks")} size={3} required {...form.field("everyWeeks")} />
      <SelectField
        label={t("duty.weekday")}
        options={(["1", "2", "3", "4", "5", "6", "7"] as const).map((value) => ({
          value,
          label: t(`weekday.${value}`),
        }))}
        {...form.field("weekday")}
      />
      <div className="cluster">
        <TimeField label={t("duty.startsAt")} {...form.field("startsAt")} />
        <TimeField label={t("duty.endsAt")} {...form.field("endsAt")} />
      </div>
      <NumberField
        label={t("duty.slotMinutes")}
        unit={t("duty.minutes")}
        size={4}
        required
        {...form.field("slotMinutes")}
      />
      <DateField label={t("duty.fromOn")} quick={[]} {...form.field("fromOn")} />
      <DateField label={t("duty.toOn")} quick={[]} {...form.field("toOn")} />
    </CommandForm>
  );
}

export function EndDutyForm({ duty, onDone }: { duty: DutyLine; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const form = useCommandForm({
    type: "consultant-duty.end",
    messages: t,
    draft: false,
    initial: { lastOn: today() as string },
    check: ({ lastOn }) => (lastOn ? [] : [{ path: "lastOn", code: "field.required" }]),
    build: ({ lastOn }) => ({ consultantDutyId: duty.consultantDutyId, lastOn }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("duty.ended") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("duty.end")} submitKind="danger">
      <p>{t("duty.endAsk")}</p>
      <DateField label={t("duty.lastOn")} quick={["today"]} {...form.field("lastOn")} />
    </CommandForm>
  );
}

export function AbsenceForm({ duty, onDone }: { duty: DutyLine; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const form = useCommandForm({
    type: "consultant-duty.note-absence",
    messages: t,
    draft: false,
    initial: { fromOn: today() as string, toOn: today() as string },
    check: (values) =>
      (["fromOn", "toOn"] as const).flatMap((path) => (values[path] ? [] : [{ path, code: "field.required" }])),
    build: (values) => ({ absenceId: uuidv7(), consultantDutyId: duty.consultantDutyId, ...values }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("duty.awaySaved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("duty.awaySave")}>
      <p>{duty.consultant}</p>
      <p className="soft">{t("duty.awayAsk")}</p>
      <DateField label={t("duty.awayFrom")} quick={["today", "tomorrow"]} {...form.field("fromOn")} />
      <DateField label={t("duty.awayTo")} quick={["today", "tomorrow"]} {...form.field("toOn")} />
    </CommandForm>
  );
}

export function WithdrawAbsenceForm({
  duty,
  absence,
  onDone,
}: {
  duty: DutyLine;
  absence: DutyLine["absences"][number];
  onDone: () => void;
}) {
  const t = useMessages(counsellingMessages);
  return (
    <div className="stack">
      <p>{`${duty.consultant}: ${absenceDays(t, absence)}`}</p>
      <p className="soft">{t("duty.awayBackAsk")}</p>
      <ActButton
        type="consultant-duty.withdraw-absence"
        payload={() => ({ absenceId: absence.absenceId })}
        label={t("duty.awayBack")}
        messages={t}
        invalidates={consultationKeys}
        onDone={() => {
          toast({ text: t("duty.awayBackSaved") });
          onDone();
        }}
      />
    </div>
  );
}
