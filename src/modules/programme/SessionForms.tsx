import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { cancellationReasons } from "./codes.ts";
import type { CancelSession, GroupCard, SessionLine } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { useLeaderOptions } from "./useLeaderOptions.ts";

type Place = { day: string; startsAt: string; minutes: number | undefined; room: string; leaderId: string };
const required = ["day", "startsAt", "minutes"] as const;

const placeOf = ({ day, startsAt, minutes, room, leaderId }: Place) => ({
  day,
  startsAt,
  minutes,
  room: room.trim() || null,
  leaderId: leaderId || null,
});

const missing = (values: Place) =>
  required.filter((name) => !values[name]).map((path) => ({ path, code: "field.required" }));

const invalidates = [["programme"], ["attendance"]];

function PlaceFields<V extends Place>({
  form,
  known,
}: {
  form: Form<V>;
  known: readonly { id: string; name: string }[];
}) {
  const t = useMessages(programmeMessages);
  const leaders = useLeaderOptions(known);
  const { day, startsAt, minutes, room, leaderId } = form.values;
  const set = (change: Partial<Place>) => form.set(change as Partial<V>); // a part of Place is a part of V
  return (
    <>
      <DateField
        label={t("session.day")}
        quick={[]}
        {...form.at("day")}
        value={day}
        onChange={(it) => set({ day: it })}
      />
      <div className="cluster">
        <TimeField
          label={t("calendar.startsAt")}
          {...form.at("startsAt")}
          value={startsAt}
          onChange={(it) => set({ startsAt: it })}
        />
        <NumberField
          label={t("session.minutes")}
          unit={t("session.unit")}
          size={5}
          {...form.at("minutes")}
          value={minutes}
          onChange={(it) => set({ minutes: it })}
        />
      </div>
      <TextField
        label={t("calendar.room")}
        maxLength={200}
        {...form.at("room")}
        value={room}
        onChange={(it) => set({ room: it })}
      />
      <SelectField
        label={t("session.leader")}
        hint={t("session.leaderHint")}
        options={leaders}
        {...form.at("leaderId")}
        value={leaderId}
        onChange={(it) => set({ leaderId: it })}
      />
    </>
  );
}

/** Another day, hour, room or leader, with a reason. What it was before stays in the history. */
export function MoveSessionForm({ session, onDone }: { session: SessionLine; onDone: () => void }) {
  const t = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "session.move",
    messages: t,
    base: session.version,
    initial: {
      day: session.day as string,
      startsAt: session.startsAt,
      minutes: session.minutes as number | undefined,
      room: session.room ?? "",
      leaderId: session.leaderId ?? "",
      reason: "",
    },
    check: (values) => [
      ...missing(values),
      ...(values.reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    ],
    build: (values) => ({ sessionId: session.id, ...placeOf(values), reason: values.reason.trim() }),
    invalidates,
    onDone: () => {
      toast({ text: t("session.moved") });
      onDone();
    },
  });
  const known = session.leaderId ? [{ id: session.leaderId, name: session.leaderName ?? "–" }] : [];
  return (
    <CommandForm form={form} submit={t("session.move")} onReload={onDone}>
      <PlaceFields form={form} known={known} />
      <TextField
        label={t("session.whyMove")}
        hint={t("session.noteHint")}
        required
        maxLength={500}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}

export function CancelSessionForm({ session, onDone }: { session: SessionLine; onDone: () => void }) {
  const t = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "session.cancel",
    messages: t,
    initial: { reason: "" as CancelSession["reason"] | "", note: "" }, // empty until chosen
    check: ({ reason }) => (reason ? [] : [{ path: "reason", code: "field.required" }]),
    build: ({ reason, note }) => ({ sessionId: session.id, reason, note: note.trim() || null }),
    invalidates,
    onDone: () => {
      toast({ text: t("session.cancelled") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("session.cancel")} submitKind="danger">
      <ChoiceField
        label={t("session.whyCancel")}
        options={cancellationReasons.map((value) => ({ value, label: t(`cancel.${value}`) }))}
        stacked
        required
        {...form.field("reason")}
      />
      <TextField label={t("session.note")} hint={t("session.noteHint")} maxLength={500} {...form.field("note")} />
    </CommandForm>
  );
}

/** One class beside the calendar, such as an extra course. */
export function AddSessionForm({ group, day, onDone }: { group: GroupCard; day: string; onDone: () => void }) {
  const t = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "session.add",
    messages: t,
    initial: {
      moduleId: "",
      day,
      startsAt: "",
      minutes: group.minutesPerHour as number | undefined,
      room: "",
      leaderId: "",
    },
    check: (values) => [...(values.moduleId ? [] : [{ path: "moduleId", code: "field.required" }]), ...missing(values)],
    build: (values) => ({ sessionId: uuidv7(), groupId: group.id, moduleId: values.moduleId, ...placeOf(values) }),
    invalidates,
    onDone: () => {
      toast({ text: t("session.added") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("session.add")}>
      <SelectField
        label={t("session.module")}
        required
        options={group.modules.map(({ id, name, code }) => ({
          value: id,
          label: name ?? t.maybe(`module.${code}`) ?? code,
        }))}
        {...form.field("moduleId")}
      />
      <PlaceFields form={form} known={[]} />
    </CommandForm>
  );
}

/** Days on which the unit of the group holds no classes, both inclusive. */
export function ClosureForm({ group, onDone }: { group: GroupCard; onDone: () => void }) {
  const t = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "closure.record",
    messages: t,
    initial: { fromOn: "", toOn: "", reason: "" },
    check: (values) =>
      (["fromOn", "toOn", "reason"] as const)
        .filter((name) => !values[name].trim())
        .map((path) => ({ path, code: "field.required" })),
    build: (values) => ({ ...values, reason: values.reason.trim(), closureId: uuidv7(), unitId: group.unitId }),
    invalidates: [["programme"]],
    onDone: () => {
      toast({ text: t("closure.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("closure.record")}>
      <p>{t("closure.lead")}</p>
      <DateField label={t("closure.from")} required quick={[]} {...form.field("fromOn")} />
      <DateField label={t("closure.to")} required quick={[]} {...form.field("toOn")} />
      <TextField
        label={t("closure.reason")}
        hint={t("closure.reasonHint")}
        required
        maxLength={200}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}
