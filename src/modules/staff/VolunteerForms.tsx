import { useQuery } from "@tanstack/react-query";
import { plainDate } from "../../platform/time/plainDate.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { MoneyField, NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { volunteersQuery, volunteersStale } from "./api.ts";
import { type Insurance, insurances } from "./codes.ts";
import type { AvailableSlot, VolunteerAgreement, VolunteerCard } from "./contract.ts";
import { staffMessages } from "./messages.ts";
import { isMinor } from "./rules.ts";

/** Fields that stay empty, as a form's check answers them. */
const empty = (values: Record<string, string | number | undefined>) =>
  Object.entries(values).flatMap(([path, value]) =>
    value === undefined || String(value).trim() === "" ? [{ path, code: "field.required" }] : [],
  );

function useVolunteerForm<V extends object>(options: {
  type: string;
  initial: V;
  build: (values: V) => unknown;
  check: (values: V) => { path: string; code: string }[];
  onDone: () => void;
  base?: number;
}) {
  const t = useMessages(staffMessages);
  return useCommandForm<V>({
    ...options,
    draft: false,
    messages: t,
    invalidates: volunteersStale,
    onDone: () => {
      toast({ text: t("saved") });
      options.onDone();
    },
  });
}

type Done = { onDone: () => void };

/** Enters somebody, or corrects what is known of `known`. */
export function VolunteerForm({
  units,
  known,
  onDone,
}: Done & { units: readonly { id: string; name: string }[]; known?: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const details = known?.details;
  const form = useVolunteerForm({
    type: "volunteer.record",
    initial: {
      unitId: known?.unitId ?? units[0]?.id ?? "",
      firstName: known?.firstName ?? "",
      lastName: known?.lastName ?? "",
      birthDate: (details?.birthDate ?? "") as string,
      phone: details?.phone ?? "",
      email: details?.email ?? "",
      address: details?.address ?? "",
      guardian: details?.guardian ?? "",
    },
    check: ({ firstName, lastName, unitId }) => empty({ firstName, lastName, unitId }),
    build: ({ unitId, firstName, lastName, birthDate, ...rest }) => ({
      volunteerId: known?.id ?? uuidv7(),
      unitId,
      firstName,
      lastName,
      details: { ...rest, birthDate: birthDate || null },
    }),
    ...(known ? { base: known.version } : {}),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t(known ? "volunteer.edit" : "volunteer.new")}>
      {units.length > 1 && (
        <SelectField
          label={t("unit")}
          empty={false}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("unitId")}
        />
      )}
      <TextField label={t("firstName")} required maxLength={100} {...form.field("firstName")} />
      <TextField label={t("lastName")} required maxLength={100} {...form.field("lastName")} />
      <DateField label={t("birthDate")} hint={t("birthDate.hint")} {...form.field("birthDate")} />
      <TextField label={t("phone")} type="tel" maxLength={40} {...form.field("phone")} />
      <TextField label={t("email")} type="email" maxLength={200} {...form.field("email")} />
      <TextField label={t("address")} maxLength={300} {...form.field("address")} />
      <TextField label={t("guardian")} maxLength={200} {...form.field("guardian")} />
    </CommandForm>
  );
}

export function AgreementForm({ volunteer, onDone }: Done & { volunteer: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const rules = useQuery(volunteersQuery).data?.rules;
  const now = today() as string;
  const form = useVolunteerForm({
    type: "volunteer-agreement.conclude",
    initial: {
      number: "",
      startsOn: now,
      endsOn: "",
      written: true,
      signedOn: "",
      pledgedOn: now,
      guardianConsentOn: "",
      insurance: "" as Insurance | "",
      tasks: "",
    },
    check: ({ number, startsOn, pledgedOn, insurance, tasks }) =>
      empty({ number, startsOn, pledgedOn, insurance, tasks }),
    build: ({ endsOn, signedOn, guardianConsentOn, ...values }) => ({
      ...values,
      agreementId: uuidv7(),
      volunteerId: volunteer.id,
      endsOn: endsOn || null,
      signedOn: signedOn || null,
      guardianConsentOn: guardianConsentOn || null,
    }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("agreement.new")}>
      {rules && !rules.verified && <Notice tone="due">{t("unverified")}</Notice>}
      <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      <DateField label={t("startsOn")} required {...form.field("startsOn")} />
      <DateField label={t("endsOn")} hint={t("endsOn.hint")} {...form.field("endsOn")} />
      <CheckField
        label={t("written")}
        hint={t("written.hint", { days: rules?.writtenAfterDays ?? 30 })}
        {...form.field("written")}
      />
      <DateField label={t("signedOn")} {...form.field("signedOn")} />
      <DateField label={t("pledgedOn")} required {...form.field("pledgedOn")} />
      {mayBeMinor(volunteer, form.values.startsOn) && (
        <DateField label={t("guardianConsentOn")} {...form.field("guardianConsentOn")} />
      )}
      <SelectField
        label={t("insurance")}
        hint={t("insurance.hint", { days: rules?.accidentUpToDays ?? 30 })}
        required
        options={insurances.map((value) => ({ value, label: t(`insurance.${value}`) }))}
        {...form.field("insurance")}
      />
      <TextArea label={t("tasks")} required rows={4} maxLength={2000} {...form.field("tasks")} />
    </CommandForm>
  );
}

type OfAgreement = Done & { agreement: VolunteerAgreement };

/** Whether a guardian is asked: a minor on the first day, or somebody of whom that is not known. */
function mayBeMinor({ details }: VolunteerCard, startsOn: string): boolean {
  const birthDate = details?.birthDate ?? null;
  return birthDate === null || (startsOn !== "" && isMinor(birthDate, plainDate(startsOn)));
}

/** What came after it was concluded: signature, guardian's consent, accidents. */
export function SettleForm({ agreement, volunteer, onDone }: OfAgreement & { volunteer: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer-agreement.settle",
    initial: {
      signedOn: (agreement.signedOn ?? "") as string,
      guardianConsentOn: (agreement.guardianConsentOn ?? "") as string,
      insurance: agreement.insurance as Insurance | "",
    },
    check: ({ insurance }) => empty({ insurance }),
    build: ({ signedOn, guardianConsentOn, insurance }) => ({
      settlingId: uuidv7(),
      agreementId: agreement.id,
      signedOn: signedOn || null,
      guardianConsentOn: guardianConsentOn || null,
      insurance,
    }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("agreement.settle")}>
      <DateField label={t("signedOn")} {...form.field("signedOn")} />
      {mayBeMinor(volunteer, agreement.startsOn) && (
        <DateField label={t("guardianConsentOn")} {...form.field("guardianConsentOn")} />
      )}
      <SelectField
        label={t("insurance")}
        required
        options={insurances.map((value) => ({ value, label: t(`insurance.${value}`) }))}
        {...form.field("insurance")}
      />
    </CommandForm>
  );
}

export function EndAgreementForm({ agreement, onDone }: OfAgreement) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer-agreement.end",
    initial: { endedOn: today() as string, reason: "" },
    check: ({ endedOn }) => empty({ endedOn }),
    build: (values) => ({ agreementId: agreement.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("agreement.end")} submitKind="danger">
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
      <TextArea label={t("reason")} maxLength={500} {...form.field("reason")} />
    </CommandForm>
  );
}

export function HoursForm({ agreement, onDone }: OfAgreement) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer-hours.log",
    initial: { day: today() as string, hours: undefined as number | undefined, task: "" },
    check: (values) => empty(values),
    build: ({ day, hours, task }) => ({
      hoursId: uuidv7(),
      agreementId: agreement.id,
      day,
      minutes: Math.round((hours ?? 0) * 60),
      task,
    }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("hours.log")}>
      <DateField label={t("day")} required {...form.field("day")} />
      <NumberField
        label={t("hoursOf")}
        decimals={2}
        unit={t("unit.hours")}
        size={5}
        required
        {...form.field("hours")}
        error={form.field("hours").error ?? form.at("minutes").error}
      />
      <TextField label={t("task")} required maxLength={300} {...form.field("task")} />
    </CommandForm>
  );
}

export function ExpenseForm({ agreement, onDone }: OfAgreement) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer-expense.record",
    initial: { day: today() as string, amountGrosze: undefined as number | undefined, what: "" },
    check: (values) => empty(values),
    build: (values) => ({ expenseId: uuidv7(), agreementId: agreement.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("expense.record")}>
      <DateField label={t("day")} required {...form.field("day")} />
      <MoneyField label={t("amount")} required {...form.field("amountGrosze")} />
      <TextField label={t("what")} required maxLength={200} {...form.field("what")} />
    </CommandForm>
  );
}

export function TrainingForm({ volunteer, onDone }: Done & { volunteer: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer.record-training",
    initial: { heldOn: today() as string, topic: "" },
    check: (values) => empty(values),
    build: (values) => ({ trainingId: uuidv7(), volunteerId: volunteer.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("training.record")}>
      <DateField label={t("day")} required {...form.field("heldOn")} />
      <TextField label={t("topic")} required maxLength={200} {...form.field("topic")} />
    </CommandForm>
  );
}

type Row = { key: string; weekday: string; startsAt: string; endsAt: string };
const rowOf = (slot?: AvailableSlot): Row => ({
  key: uuidv7(),
  weekday: String(slot?.weekday ?? 1),
  startsAt: slot?.startsAt ?? "",
  endsAt: slot?.endsAt ?? "",
});

/** Hours of a week; none of them: cannot come for now. */
export function AvailabilityForm({ volunteer, onDone }: Done & { volunteer: VolunteerCard }) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer.set-availability",
    initial: { slots: volunteer.slots.map((slot) => rowOf(slot)) },
    check: ({ slots }) =>
      slots.flatMap(({ startsAt, endsAt }, at) =>
        empty({ [`slots.${at}.startsAt`]: startsAt, [`slots.${at}.endsAt`]: endsAt }),
      ),
    build: ({ slots }) => ({
      availabilityId: uuidv7(),
      volunteerId: volunteer.id,
      slots: slots.map(({ weekday, startsAt, endsAt }) => ({ weekday: Number(weekday), startsAt, endsAt })),
    }),
    onDone,
  });
  const { slots } = form.values;
  const change = (key: string, part: Partial<Row>) =>
    form.set({ slots: slots.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  return (
    <CommandForm form={form} submit={t("available.set")}>
      <p className="soft">{t("available.hint")}</p>
      {slots.map((row, at) => (
        <fieldset key={row.key} className="edit-line">
          <SelectField
            label={t("weekday")}
            empty={false}
            options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({
              value: String(day),
              label: t.maybe(`weekday.${day}`) ?? String(day),
            }))}
            value={row.weekday}
            onChange={(weekday) => change(row.key, { weekday })}
            {...form.at(`slots.${at}.weekday`)}
          />
          <TimeField
            label={t("slot.from")}
            value={row.startsAt}
            onChange={(startsAt) => change(row.key, { startsAt })}
            {...form.at(`slots.${at}.startsAt`)}
          />
          <TimeField
            label={t("slot.to")}
            value={row.endsAt}
            onChange={(endsAt) => change(row.key, { endsAt })}
            {...form.at(`slots.${at}.endsAt`)}
          />
          <Button kind="plain" icon="cross" onClick={() => form.set({ slots: slots.filter((one) => one !== row) })}>
            {t("slot.remove")}
          </Button>
        </fieldset>
      ))}
      {slots.length < 21 && (
        <Button icon="plus" onClick={() => form.set({ slots: [...slots, rowOf()] })}>
          {t("slot.add")}
        </Button>
      )}
    </CommandForm>
  );
}

export function CertifyForm({ agreement, onDone }: OfAgreement) {
  const t = useMessages(staffMessages);
  const form = useVolunteerForm({
    type: "volunteer.certify",
    initial: { number: "", issuedOn: today() as string },
    check: (values) => empty(values),
    build: (values) => ({ certificateId: uuidv7(), agreementId: agreement.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("certificate.give")}>
      <p className="soft">{t("certificate.counts")}</p>
      <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      <DateField label={t("issuedOn")} required {...form.field("issuedOn")} />
    </CommandForm>
  );
}
