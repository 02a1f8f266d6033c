import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { useModuleName } from "./calendar/useModuleName.ts";
import { cancellationReasons } from "./codes.ts";
import type { CancelSession, GroupCard, SessionLine } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { ConflictPart, PlaceFields } from "./PlaceFields.tsx";
import { type Place, usePlaceJudge } from "./usePlaceJudge.ts";

const invalidates = [["programme"], ["attendance"]];

/** What a form knows of the group whose class it changes. */
export type GroupOfClass = Pick<GroupCard, "id" | "unitId" | "minutesPerHour">;

/** Another day, hour, room or leader, with a reason. What it was before stays in the history. */
export function MoveSessionForm({
  session,
  group,
  onDone,
}: {
  session: SessionLine;
  group: GroupOfClass;
  onDone: () => void;
}) {
  const t = useMessages(programmeMessages);
  const initial: Place & { reason: string } = {
    day: session.day,
    startsAt: session.startsAt,
    minutes: session.minutes,
    roomId: session.roomId ?? "",
    leaderId: session.leaderId ?? "",
    despiteAt: "",
    reason: "",
  };
  const judge = usePlaceJudge<typeof initial>({
    groupId: group.id,
    unitId: group.unitId,
    sessionId: session.id,
    moduleIdOf: () => session.moduleId,
  });
  const form = useCommandForm({
    type: "session.move",
    messages: t,
    base: session.version,
    initial,
    draft: `session.move ${session.id}`,
    check: (values) => [
      ...judge.check(values),
      ...(values.reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    ],
    build: (values) => ({ sessionId: session.id, ...judge.build(values), reason: values.reason.trim() }),
    invalidates,
    onDone: () => {
      toast({ text: t("session.moved") });
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t("session.move")}
      onReload={onDone}
      end={<ConflictPart form={form} judge={judge} />}
    >
      <PlaceFields form={form} groupId={group.id} known={session} />
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
  const nameOf = useModuleName();
  const initial: Place & { moduleId: string } = {
    moduleId: "",
    day,
    startsAt: "",
    minutes: group.minutesPerHour,
    roomId: "",
    leaderId: "",
    despiteAt: "",
  };
  const judge = usePlaceJudge<typeof initial>({
    groupId: group.id,
    unitId: group.unitId,
    sessionId: "",
    moduleIdOf: ({ moduleId }) => moduleId,
  });
  const form = useCommandForm({
    type: "session.add",
    messages: t,
    initial,
    check: (values) => [
      ...(values.moduleId ? [] : [{ path: "moduleId", code: "field.required" }]),
      ...judge.check(values),
    ],
    build: (values) => ({
      sessionId: uuidv7(),
      groupId: group.id,
      moduleId: values.moduleId,
      ...judge.build(values),
    }),
    invalidates,
    onDone: () => {
      toast({ text: t("session.added") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("session.add")} end={<ConflictPart form={form} judge={judge} />}>
      <SelectField
        label={t("session.module")}
        required
        options={group.modules.map((module) => ({
          value: module.id,
          label: nameOf({ moduleCode: module.code, moduleName: module.name }),
        }))}
        {...form.field("moduleId")}
      />
      <PlaceFields form={form} groupId={group.id} />
    </CommandForm>
  );
}
