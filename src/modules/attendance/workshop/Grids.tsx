import type { ReactNode } from "react";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { grades, habits, levels } from "./codes.ts";
import type { Workshop } from "./contract.ts";
import { workshopMessages } from "./messages.ts";
import { WeekHead } from "./PeriodHead.tsx";
import "./workshop.css";

/** What was touched and is not saved yet, by person and by what it is of. */
type Touched = Readonly<Record<string, number>>;
const keyOf = (personId: string, of: string) => `${personId} ${of}`;

type GridProps = {
  workshop: Workshop;
  /** What each person is marked in: five at the most, a touch each. */
  columns: readonly { of: string; label: string }[];
  scale: readonly number[];
  /** What a number says, for who does not see the legend. */
  says: (value: number) => string;
  saved: (personId: string, of: string) => number | undefined;
  command: { type: string; build: (touched: Touched) => unknown };
  head: ReactNode;
};

/** People below each other, and for each of them a row of numbers to touch; nothing leaves before the button. */
function Grid({ workshop, columns, scale, says, saved, command, head }: GridProps) {
  const t = useMessages(workshopMessages);
  const form = useCommandForm({
    type: command.type,
    initial: { touched: {} as Touched },
    messages: t,
    check: ({ touched }) => (Object.keys(touched).length === 0 ? [{ path: "touched", code: "marks.nothing" }] : []),
    build: ({ touched }) => command.build(touched),
    invalidates: [["workshop"]],
    onDone: () => {
      toast({ text: t("marks.saved") });
      form.reset({ touched: {} });
    },
  });
  const { touched } = form.values;
  const rows = (
    <ul role="list" className="workshop-people">
      {workshop.people.map(({ personId, name }) => (
        <li key={personId} className="workshop-person stack-tight">
          <h2>{name}</h2>
          {columns.map(({ of, label }) => {
            const key = keyOf(personId, of);
            const value = touched[key] ?? saved(personId, of);
            return (
              <fieldset key={of} className="touches" disabled={!workshop.mayMark}>
                <legend>{label}</legend>
                {scale.map((each) => (
                  <label key={each} className="touch" title={says(each)}>
                    <input
                      type="radio"
                      name={key}
                      checked={value === each}
                      onChange={() => form.set({ touched: { ...touched, [key]: each } })}
                    />
                    <span aria-hidden="true">{each}</span>
                    <span className="visually-hidden">
                      {each} {says(each)}
                    </span>
                  </label>
                ))}
              </fieldset>
            );
          })}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="stack">
      {head}
      {workshop.mayMark ? (
        <CommandForm form={form} submit={t("marks.save")}>
          <div {...form.at("touched")}>{rows}</div>
        </CommandForm>
      ) : (
        rows
      )}
    </div>
  );
}

const split = (key: string) => {
  const [personId = "", of = ""] = key.split(" ");
  return { personId, of };
};

/** Friday: how far each got in what is practised. Source: docs/domain/forms.md F-38 */
export function SkillGrid({ workshop, onWeek }: { workshop: Workshop; onWeek: (week: string) => void }) {
  const t = useMessages(workshopMessages);
  const { groupId, week, people, tasks } = workshop;
  const known = new Map(
    people.flatMap(({ personId, levels: all }) => all.map((one) => [keyOf(personId, one.taskId), one.level])),
  );
  const head = <WeekHead week={week} onWeek={onWeek} />;
  if (tasks.length === 0)
    return (
      <>
        {head}
        <Notice tone="info">{t("tasks.none")}</Notice>
      </>
    );
  return (
    <Grid
      workshop={workshop}
      columns={tasks.map(({ taskId, name }) => ({ of: taskId, label: name }))}
      scale={levels}
      says={(value) => t(`level.${levels.find((each) => each === value) ?? 0}`)}
      saved={(personId, of) => known.get(keyOf(personId, of))}
      command={{
        type: "workshop.mark-skills",
        build: (touched) => ({
          groupId,
          week,
          marks: Object.entries(touched).map(([key, level]) => {
            const { personId, of: taskId } = split(key);
            return { markId: uuidv7(), personId, taskId, level };
          }),
        }),
      }}
      head={
        <>
          {head}
          <p className="soft small">{t("levels.hint")}</p>
        </>
      }
    />
  );
}

/** Once a month: punctuality, tempo, quality, cooperation, safety. Source: docs/domain/forms.md F-38 */
export function HabitGrid({ workshop }: { workshop: Workshop }) {
  const t = useMessages(workshopMessages);
  const [groupId, month] = [workshop.groupId, workshop.month];
  const known = new Map(
    workshop.people.flatMap(({ personId, habits: all }) => all.map((one) => [keyOf(personId, one.habit), one.grade])),
  );
  return (
    <Grid
      workshop={workshop}
      columns={habits.map((habit) => ({ of: habit, label: t(`habit.${habit}`) }))}
      scale={grades}
      says={() => t("grades.hint")}
      saved={(personId, of) => known.get(keyOf(personId, of))}
      command={{
        type: "workshop.mark-habits",
        build: (touched) => ({
          groupId,
          month,
          marks: Object.entries(touched).map(([key, grade]) => {
            const { personId, of: habit } = split(key);
            return { markId: uuidv7(), personId, habit, grade };
          }),
        }),
      }}
      head={<p className="soft small">{t("grades.hint")}</p>}
    />
  );
}
