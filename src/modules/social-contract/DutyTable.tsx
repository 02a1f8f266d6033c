import { Button } from "../../platform/ui/Button.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { spheres } from "../assessment/codes.ts";
import { contractMessages } from "./messages.ts";
import type { ContractSide } from "./rules.ts";

type Sphere = (typeof spheres)[number];

export type DutyRow = { dutyId: string; side: ContractSide; what: string; dueOn: string; sphere: Sphere | "" };

type Props = {
  side: ContractSide;
  /** Rows of all sides; only this side's are shown. */
  rows: readonly DutyRow[];
  onChange: (rows: readonly DutyRow[]) => void;
  at: (path: string) => { id: string; error: string | undefined };
};

/** What one side does and by when; a row each, growing as it is filled. */
export function DutyTable({ side, rows, onChange, at }: Props) {
  const t = useMessages(contractMessages);
  const change = (dutyId: string, part: Partial<DutyRow>) =>
    onChange(rows.map((row) => (row.dutyId === dutyId ? { ...row, ...part } : row)));
  const own = rows.filter((row) => row.side === side);
  return (
    <section className="stack">
      <h3>{t(`side.${side}`)}</h3>
      <ol className="stack duty-rows">
        {own.map((row, index) => (
          <li key={row.dutyId} className="duty-row">
            <TextArea
              rows={2}
              label={`${t("field.duty")} ${index + 1}`}
              value={row.what}
              onChange={(what) => change(row.dutyId, { what })}
              {...at(`duties.${rows.indexOf(row)}.what`)}
            />
            <DateField
              label={t("field.due")}
              quick={[]}
              value={row.dueOn}
              onChange={(dueOn) => change(row.dutyId, { dueOn })}
              {...at(`duties.${rows.indexOf(row)}.dueOn`)}
            />
            <SphereField value={row.sphere} onChange={(sphere) => change(row.dutyId, { sphere })} />
            <div className="cluster">
              <Button
                kind="plain"
                icon="cross"
                onClick={() => onChange(rows.filter(({ dutyId }) => dutyId !== row.dutyId))}
              >
                {t("act.remove", { what: `${t("field.duty")} ${index + 1}` })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="cluster">
        <Button
          icon="plus"
          label={`${t("act.addDuty")}: ${t(`side.${side}`)}`}
          onClick={() => onChange([...rows, { dutyId: uuidv7(), side, what: "", dueOn: "", sphere: "" }])}
        >
          {t("act.addDuty")}
        </Button>
      </div>
    </section>
  );
}

type SphereProps = { value: Sphere | ""; onChange: (sphere: Sphere | "") => void };

/** Which sphere of life a duty is about: it decides which facts stand beside it when it is evaluated. */
export function SphereField({ value, onChange }: SphereProps) {
  const t = useMessages(contractMessages);
  return (
    <SelectField
      label={t("field.sphere")}
      options={spheres.map((sphere) => ({ value: sphere, label: t(`sphere.${sphere}`) }))}
      empty={t("sphere.none")}
      value={value}
      onChange={onChange}
    />
  );
}
