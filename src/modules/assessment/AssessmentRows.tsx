import type { ReactNode } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { hoursText } from "./assessmentLines.ts";
import type { AssessmentValues, MeetingRow, MethodRow, SkillRow } from "./assessmentValues.ts";
import { type AssessmentKind, skillKinds } from "./codes.ts";
import type { CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { minutesOf, warnTalkHours } from "./rules.ts";

type Form = { form: CommandForm<AssessmentValues> };
type RowsProps<R> = {
  title: string;
  add: string;
  rows: readonly R[];
  empty: R;
  most: number;
  onChange: (rows: R[]) => void;
  children: (row: R, change: (part: Partial<R>) => void, no: number) => ReactNode;
};

/** Rows of one shape, each with its fields and a way out. */
function Rows<R extends object>({ title, add, rows, empty, most, onChange, children }: RowsProps<R>) {
  const t = useMessages(assessmentMessages);
  return (
    <fieldset className="stack assessments-rows">
      <legend>{title}</legend>
      {rows.map((row, place) => (
        // rows have no id: they are told apart by their place
        <div key={`${title} ${place}`} className="stack-tight">
          {children(
            row,
            (part) => onChange(rows.map((one, at) => (at === place ? { ...one, ...part } : one))),
            place + 1,
          )}
          <div>
            <Button
              kind="plain"
              icon="cross"
              label={t("row.remove", { what: `${title} ${place + 1}` })}
              onClick={() => onChange(rows.filter((_, at) => at !== place))}
            >
              {t("row.out")}
            </Button>
          </div>
        </div>
      ))}
      {rows.length < most && (
        <div>
          <Button icon="plus" onClick={() => onChange([...rows, empty])}>
            {add}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type MeetingProps = Form & { kind: AssessmentKind; hours: CaseAssessments["talkHours"] };

/** Days and minutes of the meetings, their sum, and a word when the initial conversations are shorter or longer than usual. */
export function MeetingRows({ kind, hours, form }: MeetingProps) {
  const t = useMessages(assessmentMessages);
  const { meetings } = form.values;
  const whole = meetings.flatMap(({ minutes }) => (minutes === undefined ? [] : [{ minutes }]));
  const warning = warnTalkHours(kind, whole, hours);
  return (
    <>
      <Rows<MeetingRow>
        title={t("meetings")}
        add={t("meeting.add")}
        rows={meetings}
        empty={{ on: today(), minutes: 60 }}
        most={30}
        onChange={(rows) => form.set({ meetings: rows })}
      >
        {(row, change, no) => (
          <>
            <DateField label={t("meeting.on", { no })} value={row.on} onChange={(on) => change({ on })} />
            <NumberField
              label={t("meeting.minutes", { no })}
              size={5}
              value={row.minutes}
              onChange={(minutes) => change({ minutes })}
            />
          </>
        )}
      </Rows>
      {whole.length > 0 && <p>{t("meetings.total", { time: hoursText(minutesOf(whole)) })}</p>}
      {warning && <Notice tone="due">{t(warning, hours)}</Notice>}
    </>
  );
}

export function MethodRows({ form }: Form) {
  const t = useMessages(assessmentMessages);
  return (
    <Rows<MethodRow>
      title={t("methodsUsed")}
      add={t("method.add")}
      rows={form.values.methodsUsed}
      empty={{ name: "", version: "", result: "" }}
      most={20}
      onChange={(rows) => form.set({ methodsUsed: rows })}
    >
      {(row, change, no) => (
        <>
          <TextField
            label={t("method.name", { no })}
            maxLength={200}
            value={row.name}
            onChange={(name) => change({ name })}
          />
          <TextField
            label={t("method.version", { no })}
            maxLength={100}
            value={row.version}
            onChange={(version) => change({ version })}
          />
          <TextField
            label={t("method.result", { no })}
            maxLength={1000}
            value={row.result}
            onChange={(result) => change({ result })}
          />
        </>
      )}
    </Rows>
  );
}

const levels = ["0", "1", "2", "3"] as const;

export function SkillRows({ form }: Form) {
  const t = useMessages(assessmentMessages);
  return (
    <Rows<SkillRow>
      title={t("skills")}
      add={t("skill.add")}
      rows={form.values.skills}
      empty={{ kind: "SKILL", name: "", level: "" }}
      most={40}
      onChange={(rows) => form.set({ skills: rows })}
    >
      {(row, change, no) => (
        <>
          <TextField
            label={t("skill.name", { no })}
            maxLength={100}
            value={row.name}
            onChange={(name) => change({ name })}
          />
          <ChoiceField
            label={t("skill.kind", { no })}
            options={skillKinds.map((value) => ({ value, label: t(`skillKind.${value}`) }))}
            value={row.kind}
            onChange={(kind) => kind && change({ kind })}
          />
          <ChoiceField
            label={t("skill.level", { no })}
            options={levels.map((value) => ({ value, label: value }))}
            value={row.level}
            onChange={(level) => change({ level })}
          />
        </>
      )}
    </Rows>
  );
}
