import { Button, IconButton } from "../../platform/ui/Button.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { WeekHours } from "./hours.ts";
import { hoursMessages } from "./hoursMessages.ts";
import { programmeMessages } from "./messages.ts";
import { clockOf, minuteOf } from "./timeOfDay.ts";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Hours as fields hold them: clocks and days as text, empty = not said. */
export type HoursRow = { weekday: string; from: string; to: string; since: string; until: string };
export type DaysRow = { from: string; to: string };

export const rowsOfHours = (hours: readonly WeekHours[]): HoursRow[] =>
  hours.map(({ weekday, from, to, since, until }) => ({
    weekday: String(weekday),
    from: clockOf(from),
    to: to === 1440 ? "23:59" : clockOf(to),
    since: since ?? "",
    until: until ?? "",
  }));

/** What is sent; the last minute of a day stands for its end. */
export const hoursOfRows = (rows: readonly HoursRow[]) =>
  rows.map(({ weekday, from, to, since, until }) => ({
    weekday: Number(weekday),
    from: minuteOf(from),
    to: to === "23:59" ? 1440 : minuteOf(to),
    since: since || null,
    until: until || null,
  }));

/** What is missing in rows of hours, as problems of a form's field. */
export const faultsOfHours = (path: string, rows: readonly HoursRow[]) =>
  rows.flatMap(({ from, to }, at) => [
    ...(from ? [] : [{ path: `${path}.${at}.from`, code: "field.required" }]),
    ...(to ? [] : [{ path: `${path}.${at}.to`, code: "field.required" }]),
    ...(from && to && from >= to ? [{ path: `${path}.${at}.to`, code: "hours.end_before_start" }] : []),
  ]);

export const faultsOfDays = (path: string, rows: readonly DaysRow[]) =>
  rows.flatMap(({ from, to }, at) => [
    ...(from ? [] : [{ path: `${path}.${at}.from`, code: "field.required" }]),
    ...(to ? [] : [{ path: `${path}.${at}.to`, code: "field.required" }]),
    ...(from && to && from > to ? [{ path: `${path}.${at}.to`, code: "hours.end_before_start" }] : []),
  ]);

type At = (path: string) => { id: string; error: string | undefined };
type HoursFieldsProps = { path: string; rows: readonly HoursRow[]; onChange: (rows: HoursRow[]) => void; at: At };

/** Hours of several weekdays, one line each; the next line begins as the last one on the following day. */
export function HoursFields({ path, rows, onChange, at }: HoursFieldsProps) {
  const t = useMessages(hoursMessages);
  const p = useMessages(programmeMessages);
  const change = (no: number, part: Partial<HoursRow>) =>
    onChange(rows.map((row, index) => (index === no ? { ...row, ...part } : row)));
  const add = () => {
    const last = rows.at(-1);
    const next = String((Number(last?.weekday ?? "0") % 7) + 1);
    onChange([...rows, { from: "", to: "", since: "", until: "", ...last, weekday: next }]);
  };
  return (
    <div className="hours-rows">
      {rows.map((row, index) => {
        const no = index + 1;
        const field = (name: keyof HoursRow) => ({
          ...at(`${path}.${index}.${name}`),
          value: row[name],
          onChange: (value: string) => change(index, { [name]: value }),
        });
        return (
          <fieldset key={index} className="hours-row">
            <legend className="visually-hidden">{t("hours.weekday", { no })}</legend>
            <SelectField
              label={t("hours.weekday", { no })}
              options={weekdays.map((value) => ({ value, label: p(`weekday.${value}`) }))}
              {...field("weekday")}
            />
            <TimeField label={t("hours.from", { no })} {...field("from")} />
            <TimeField label={t("hours.to", { no })} {...field("to")} />
            <IconButton
              icon="cross"
              label={t("hours.remove", { no })}
              onClick={() => onChange(rows.filter((_, other) => other !== index))}
            />
            <details className="hours-dates" open={Boolean(row.since || row.until)}>
              <summary>{t("hours.dates")}</summary>
              <DateField label={t("hours.since", { no })} quick={[]} {...field("since")} />
              <DateField label={t("hours.until", { no })} quick={[]} {...field("until")} />
            </details>
          </fieldset>
        );
      })}
      <Button icon="plus" onClick={add}>
        {t("hours.add")}
      </Button>
    </div>
  );
}

type DaysFieldsProps = { path: string; rows: readonly DaysRow[]; onChange: (rows: DaysRow[]) => void; at: At };

/** Spans of days, one line each. */
function DaysFields({ path, rows, onChange, at }: DaysFieldsProps) {
  const t = useMessages(hoursMessages);
  return (
    <div className="hours-rows">
      {rows.map((row, index) => {
        const field = (name: keyof DaysRow) => ({
          ...at(`${path}.${index}.${name}`),
          value: row[name],
          onChange: (value: string) =>
            onChange(rows.map((each, other) => (other === index ? { ...each, [name]: value } : each))),
        });
        return (
          <div key={index} className="hours-row">
            <DateField label={t("days.from", { no: index + 1 })} quick={[]} {...field("from")} />
            <DateField label={t("days.to", { no: index + 1 })} quick={[]} {...field("to")} />
            <IconButton
              icon="cross"
              label={t("days.remove", { no: index + 1 })}
              onClick={() => onChange(rows.filter((_, other) => other !== index))}
            />
          </div>
        );
      })}
      <Button icon="plus" onClick={() => onChange([...rows, { from: "", to: "" }])}>
        {t("days.add")}
      </Button>
    </div>
  );
}

type Timed = { hours: HoursRow[]; retiredOn: string };

/**
 * When somebody or something can be had, the same for rooms and people: hours of the week, days on which not (`daysKey`), and the day from which no more
 * (left out where it ends elsewhere, as a colleague's appointment does).
 */
export function AvailabilityFields<K extends string, V extends Timed & Record<K, DaysRow[]>>({
  form,
  daysKey,
  days,
  retired,
}: {
  form: CommandForm<V>;
  daysKey: K;
  days: string;
  retired: string | undefined;
}) {
  const t = useMessages(hoursMessages);
  const { hours, retiredOn, [daysKey]: rows } = form.values;
  const set = (change: Partial<Timed> | { [key in K]?: DaysRow[] }) => form.set(change as Partial<V>); // a part of what V holds at least
  return (
    <>
      <FormSection question={t("hours.title")}>
        <HoursFields path="hours" rows={hours} at={form.at} onChange={(changed) => set({ hours: changed })} />
      </FormSection>
      <FormSection question={days} optional open={rows.length > 0 || retiredOn !== ""}>
        <DaysFields
          path={daysKey}
          rows={rows}
          at={form.at}
          onChange={(changed) => set({ [daysKey]: changed } as { [key in K]?: DaysRow[] })}
        />
        {retired && (
          <DateField
            label={retired}
            quick={[]}
            {...form.at("retiredOn")}
            value={retiredOn}
            onChange={(day) => set({ retiredOn: day })}
          />
        )}
      </FormSection>
    </>
  );
}

/** Hours of a week in one line: "pon. 08:00–20:00, śr. 10:00–14:00"; equal hours of several days together. */
export function useHoursWords(): (hours: readonly Pick<WeekHours, "weekday" | "from" | "to">[]) => string {
  const t = useMessages(hoursMessages);
  const p = useMessages(programmeMessages);
  return (hours) => {
    if (hours.length === 0) return t("hours.always");
    const byTime = new Map<string, string[]>();
    for (const { weekday, from, to } of hours) {
      const time = `${clockOf(from)}–${clockOf(to)}`;
      byTime.set(time, [...(byTime.get(time) ?? []), p.maybe(`weekday.${weekday}`) ?? ""]);
    }
    return [...byTime].map(([time, days]) => `${days.join(", ")} ${time}`).join("; ");
  };
}
