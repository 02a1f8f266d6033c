import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { Button, IconButton } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { RecordGroup } from "../contract.ts";
import { programmeMessages } from "../messages.ts";
import { programmeFit } from "../rules.ts";
import { MODULE_CATALOGUE, type TemplateModule } from "../templates.ts";
import { FitFigure } from "./FitFigure.tsx";

type ModulePlan = RecordGroup["modules"][number];
/** `standsMinutes`: what stands in the calendar or was held. Such a module is not taken away. */
export type ModuleRow = Omit<ModulePlan, "plannedHours" | "name" | "provider" | "cadence"> & {
  plannedHours: number | undefined;
  name: string;
  provider: string;
  cadence: NonNullable<ModulePlan["cadence"]> | "";
  standsMinutes: number;
};

export const rowOf = ({ code, form, plannedHours, cadence }: TemplateModule, optional = false): ModuleRow => ({
  moduleId: uuidv7(),
  code,
  form,
  plannedHours: plannedHours ?? undefined,
  cadence: cadence ?? "",
  name: "",
  provider: "",
  optional,
  standsMinutes: 0,
});

export const plansOfRows = (rows: readonly ModuleRow[]): ModulePlan[] =>
  rows.map(({ standsMinutes: _, plannedHours = 0, name, provider, cadence, ...row }) => ({
    ...row,
    plannedHours,
    name: name.trim() || null,
    provider: provider.trim() || null,
    cadence: cadence || null,
  }));

/** A module that nobody said the hours of, and one of one's own without a name, as problems of the form's field. */
export const faultsOfRows = (path: string, rows: readonly ModuleRow[]) =>
  rows.flatMap(({ plannedHours, code, name }, at) => [
    ...(plannedHours === undefined ? [{ path: `${path}.${at}.plannedHours`, code: "field.required" }] : []),
    ...(code === "OWN" && !name.trim() ? [{ path: `${path}.${at}.name`, code: "field.required" }] : []),
  ]);

type Rhythm = {
  weeks: number;
  meetingsPerWeek: number;
  minutesPerMeeting: number;
  minutesPerHour: number;
  consultationsInside: boolean;
};
type ModuleRowsProps = {
  path: string;
  rows: readonly ModuleRow[];
  onChange: (rows: ModuleRow[]) => void;
  at: (path: string) => { id: string; error: string | undefined };
  rhythm: Rhythm;
};

/** Modules of a programme with their hours, in the project's unit: changed, taken away and added from the catalogue. */
export function ModuleRows({ path, rows, onChange, at, rhythm: { minutesPerHour } }: ModuleRowsProps) {
  const t = useMessages(programmeMessages);
  const [which, choose] = useState("");
  const nameOf = (code: string) => t.maybe(`module.${code}`) ?? code;
  const add = () => {
    const chosen = MODULE_CATALOGUE.find(({ code }) => code === which);
    if (!chosen) return;
    onChange([...rows, rowOf({ ...chosen, plannedHours: null, cadence: null }, chosen.optional)]);
    choose("");
  };
  return (
    <div className="stack">
      {rows.length === 0 && <p>{t("modules.none")}</p>}
      <div className="module-hours">
        {rows.map((row, no) => {
          const set = (change: Partial<ModuleRow>) =>
            onChange(rows.map((each, other) => (other === no ? { ...each, ...change } : each)));
          const field = <K extends keyof ModuleRow>(name: K) => ({
            ...at(`${path}.${no}.${name}`),
            value: row[name],
            onChange: (value: ModuleRow[K]) => set({ [name]: value }),
          });
          const label = row.name || nameOf(row.code);
          const isBelow = (row.plannedHours ?? 0) * minutesPerHour < row.standsMinutes;
          return (
            <fieldset key={row.moduleId} className="module-row">
              <legend className="visually-hidden">{label}</legend>
              <div className="cluster">
                <NumberField label={label} unit="h" decimals={2} size={5} {...field("plannedHours")} />
                {row.standsMinutes === 0 && (
                  <IconButton
                    icon="cross"
                    label={t("modules.remove", { module: label })}
                    onClick={() => onChange(rows.filter((_, other) => other !== no))}
                  />
                )}
              </div>
              {row.standsMinutes > 0 && (
                <p className="small soft">
                  {t("modules.stands", { hours: hoursText(row.standsMinutes, t.lang, minutesPerHour) })}
                  {isBelow && ` ${t("modules.below")}`}
                </p>
              )}
              <details open={(row.code === "OWN" && !row.name) || undefined}>
                <summary className="small">
                  {[row.cadence && t(`cadence.${row.cadence}`), row.optional && t("modules.optional"), row.provider]
                    .filter(Boolean)
                    .join(" · ") || t("modules.noCadence")}
                </summary>
                <div className="stack">
                  <TextField label={t("modules.name")} maxLength={200} {...field("name")} />
                  <TextField label={t("modules.provider")} maxLength={200} {...field("provider")} />
                  <SelectField
                    label={t("modules.cadence")}
                    options={(["EVERY_TWO_WEEKS", "MONTHLY", "AS_NEEDED"] as const).map((value) => ({
                      value,
                      label: t(`cadence.${value}`),
                    }))}
                    {...field("cadence")}
                  />
                  <CheckField label={t("modules.optional")} {...field("optional")} />
                </div>
              </details>
            </fieldset>
          );
        })}
      </div>
      <div className="cluster module-add">
        <SelectField
          label={t("modules.which")}
          value={which}
          onChange={choose}
          options={MODULE_CATALOGUE.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        />
        <Button icon="plus" disabled={!which} onClick={add}>
          {t("modules.add")}
        </Button>
      </div>
    </div>
  );
}

/** The rows against the time of the meetings while one types; what is on request is not counted. Source: docs/domain/rules.md R-PRG-02, R-PRG-03 */
export function FitOfRows({ rows, rhythm }: Pick<ModuleRowsProps, "rows" | "rhythm">) {
  const { weeks, meetingsPerWeek, minutesPerMeeting, minutesPerHour, consultationsInside } = rhythm;
  const modules = rows
    .filter(({ optional }) => !optional)
    .map(({ form, plannedHours = 0 }) => ({ form, plannedHours }));
  const cadence = { weeks, meetingsPerWeek, hoursPerMeeting: minutesPerMeeting / minutesPerHour };
  return <FitFigure fit={programmeFit(modules, cadence, consultationsInside)} />;
}
