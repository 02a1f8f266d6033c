import { CheckField, ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { MoneyField, NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PersonPicker } from "../../person/api.ts";
import { programmeMessages } from "../../programme/messages.ts";
import { activitiesStale } from "../api.ts";
import { type CourseBasis, type CourseKind, courseBases, courseKinds } from "./codes.ts";
import type { CourseCard, CourseList, CourseParticipant } from "./contract.ts";
import { courseMessages } from "./messages.ts";

/** Fields that stay empty, as a form's check answers them. */
const empty = (values: Record<string, string | number | undefined>) =>
  Object.entries(values).flatMap(([path, value]) =>
    value === undefined || String(value).trim() === "" ? [{ path, code: "field.required" }] : [],
  );

function useCourseForm<V extends object>(options: {
  type: string;
  initial: V;
  build: (values: V) => unknown;
  check: (values: V) => { path: string; code: string }[];
  paths?: Record<string, string>;
  base?: number;
  onDone: (ids: Readonly<Record<string, string>>) => void;
}) {
  const t = useMessages(courseMessages);
  return useCommandForm<V>({
    ...options,
    draft: false,
    messages: t,
    invalidates: activitiesStale,
    onDone: ({ ids }) => {
      toast({ text: t("saved") });
      options.onDone(ids);
    },
  });
}

/** Enters a course, or corrects `known`. */
export function CourseForm({
  list,
  known,
  onDone,
}: {
  list: CourseList;
  known?: CourseCard;
  onDone: (courseId: string) => void;
}) {
  const t = useMessages(courseMessages);
  const p = useMessages(programmeMessages);
  const form = useCourseForm({
    type: "course.record",
    initial: {
      unitId: known?.unitId ?? list.units[0]?.id ?? "",
      name: known?.name ?? "",
      kind: (known?.kind ?? "") as CourseKind | "",
      provider: known?.provider ?? "",
      edition: known?.edition ?? "",
      programmeHours: known ? known.programmeMinutes / known.minutesPerHour : (undefined as number | undefined),
      startsOn: (known?.startsOn ?? "") as string,
      endsOn: (known?.endsOn ?? "") as string,
      projectId: known?.projectId ?? "",
      moduleId: known?.moduleId ?? "",
      withExam: known?.withExam ?? false,
      qualification: known?.qualification ?? false,
      costGrosze: known?.costGrosze ?? (undefined as number | undefined),
    },
    check: ({ name, kind, provider, programmeHours, startsOn, endsOn }) =>
      empty({ name, kind, provider, programmeHours, startsOn, endsOn }),
    build: ({ projectId, moduleId, costGrosze, ...values }) => ({
      ...values,
      courseId: known?.id ?? uuidv7(),
      projectId: projectId || null,
      moduleId: moduleId || null,
      costGrosze: costGrosze ?? null,
    }),
    ...(known ? { base: known.version } : {}),
    onDone: ({ course }) => onDone(course ?? ""),
  });
  const teaching = list.projects.find(({ id }) => id === form.values.projectId)?.minutesPerHour ?? 60;
  return (
    <CommandForm form={form} submit={t(known ? "course.edit" : "course.new")}>
      {list.units.length > 1 && (
        <SelectField
          label={t("unit")}
          empty={false}
          options={list.units.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("unitId")}
        />
      )}
      <TextField label={t("name")} required maxLength={200} {...form.field("name")} />
      <SelectField
        label={t("kind")}
        required
        options={courseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.field("kind")}
      />
      <TextField label={t("provider")} required maxLength={200} {...form.field("provider")} />
      <TextField label={t("edition")} maxLength={60} {...form.field("edition")} />
      <NumberField
        label={t("programmeHours")}
        hint={teaching === 60 ? undefined : t("hours.teaching", { minutes: teaching })}
        decimals={2}
        unit={t("unit.hours")}
        size={6}
        required
        {...form.field("programmeHours")}
      />
      <DateField label={t("startsOn")} required {...form.field("startsOn")} />
      <DateField label={t("endsOn")} required {...form.field("endsOn")} />
      <SelectField
        label={t("project")}
        options={list.projects.map(({ id, title }) => ({ value: id, label: title }))}
        {...form.field("projectId")}
      />
      <SelectField
        label={t("module")}
        hint={t("module.hint")}
        options={list.modules.map(({ id, code, name, groupName }) => ({
          value: id,
          label: `${groupName} · ${name ?? p.maybe(`module.${code}`) ?? code}`,
        }))}
        {...form.field("moduleId")}
      />
      <CheckField label={t("withExam")} {...form.field("withExam")} />
      <CheckField label={t("qualification")} hint={t("qualification.hint")} {...form.field("qualification")} />
      <MoneyField label={t("cost")} {...form.field("costGrosze")} />
    </CommandForm>
  );
}

type Done = { onDone: () => void };

export function EnrolForm({ course, onDone }: Done & { course: CourseCard }) {
  const t = useMessages(courseMessages);
  const now = today() as string;
  const form = useCourseForm({
    type: "course.enrol",
    initial: {
      personId: "",
      basis: "" as CourseBasis | "",
      lacksDocument: false,
      joinedOn:
        now < course.startsOn ? (course.startsOn as string) : now > course.endsOn ? (course.endsOn as string) : now,
    },
    check: ({ personId, basis, joinedOn }) => empty({ personId, basis, joinedOn }),
    build: (values) => ({ ...values, courseId: course.id, participantId: uuidv7(), planId: null }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("enrol")}>
      <PersonPicker label={t("person")} required {...form.field("personId")} />
      <SelectField
        label={t("basis")}
        required
        options={courseBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
        {...form.field("basis")}
      />
      <DateField label={t("joinedOn")} required {...form.field("joinedOn")} />
      <CheckField label={t("lacksDocument")} {...form.field("lacksDocument")} />
    </CommandForm>
  );
}

type OfParticipant = Done & { course: CourseCard; participant: CourseParticipant };

export function ResultForm({ course, participant, onDone }: OfParticipant) {
  const t = useMessages(courseMessages);
  const { attended, exam } = participant;
  const form = useCourseForm({
    type: "course.note-result",
    initial: {
      hours:
        attended && !attended.fromRegisters
          ? attended.minutes / course.minutesPerHour
          : (undefined as number | undefined),
      examOn: (exam?.on ?? "") as string,
      examPassed: (exam ? (exam.passed ? "passed" : "failed") : "") as "passed" | "failed" | "",
    },
    paths: { attendedMinutes: "hours" },
    check: ({ hours }) => (course.moduleId ? [] : empty({ hours })),
    build: ({ hours, examOn, examPassed }) => ({
      resultId: uuidv7(),
      participantId: participant.id,
      attendedMinutes: hours === undefined ? null : Math.round(hours * course.minutesPerHour),
      examOn: examOn || null,
      examPassed: examPassed === "" ? null : examPassed === "passed",
    }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("result")}>
      <p>{participant.personName}</p>
      <NumberField
        label={t("attendedHours")}
        hint={course.moduleId ? t("attendedHours.registers") : undefined}
        decimals={2}
        unit={t("unit.hours")}
        size={6}
        required={!course.moduleId}
        {...form.field("hours")}
      />
      {course.withExam && (
        <>
          <DateField label={t("examOn")} {...form.field("examOn")} />
          <ChoiceField
            label={t("examPassed")}
            options={[
              { value: "passed", label: t("exam.passed") },
              { value: "failed", label: t("exam.failed") },
            ]}
            {...form.field("examPassed")}
          />
        </>
      )}
    </CommandForm>
  );
}

export function LeaveForm({ participant, onDone }: OfParticipant) {
  const t = useMessages(courseMessages);
  const form = useCourseForm({
    type: "course.leave",
    initial: { leftOn: today() as string, reason: "" },
    check: ({ leftOn }) => empty({ leftOn }),
    build: (values) => ({ participantId: participant.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("leave")} submitKind="danger">
      <p>{participant.personName}</p>
      <DateField label={t("leftOn")} required {...form.field("leftOn")} />
      <TextArea label={t("reason")} maxLength={500} {...form.field("reason")} />
    </CommandForm>
  );
}

export function IssueForm({ participant, onDone }: OfParticipant) {
  const t = useMessages(courseMessages);
  const form = useCourseForm({
    type: "course.issue",
    initial: { item: "", receivedOn: today() as string },
    check: (values) => empty(values),
    build: (values) => ({ receiptId: uuidv7(), participantId: participant.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("issue")}>
      <p>{participant.personName}</p>
      <TextField label={t("item")} required maxLength={200} {...form.field("item")} />
      <DateField label={t("receivedOn")} required {...form.field("receivedOn")} />
    </CommandForm>
  );
}

export function CertifyCourseForm({ participant, onDone }: OfParticipant) {
  const t = useMessages(courseMessages);
  const [before] = participant.certificates;
  const form = useCourseForm({
    type: "course.certify",
    initial: { number: before?.number ?? "", issuedOn: today() as string, reason: "" },
    check: ({ number, issuedOn, reason }) => [
      ...empty({ number, issuedOn }),
      ...(before && !reason.trim() ? [{ path: "reason", code: "course.reason_missing" }] : []),
    ],
    build: (values) => ({ certificateId: uuidv7(), participantId: participant.id, ...values }),
    onDone,
  });
  return (
    <CommandForm form={form} submit={t(before ? "mend" : "certify")}>
      <p>{participant.personName}</p>
      {before ? (
        <>
          <p>{t("certificate.of", { number: before.number, day: before.issuedOn })}</p>
          <TextArea label={t("mend.reason")} required maxLength={500} {...form.field("reason")} />
        </>
      ) : (
        <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      )}
      <DateField label={t("issuedOn")} required {...form.field("issuedOn")} />
    </CommandForm>
  );
}
