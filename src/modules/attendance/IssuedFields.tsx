import { Button, IconButton } from "../../platform/ui/Button.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { ISSUED_ITEMS } from "./codes.ts";
import type { IssueLine, Register } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";

type IssuedFieldsProps = {
  people: Register["people"];
  lines: readonly IssueLine[];
  onChange: (lines: readonly IssueLine[]) => void;
};

/** Clothing and gear that somebody got at the class, one line each. Source: docs/domain/forms.md F-35 */
export function IssuedFields({ people, lines, onChange }: IssuedFieldsProps) {
  const t = useMessages(attendanceMessages);
  const set = (at: number, change: Partial<IssueLine>) =>
    onChange(lines.map((line, each) => (each === at ? { ...line, ...change } : line)));
  const add = () => {
    const [first] = people;
    if (first) onChange([...lines, { issueId: uuidv7(), personId: first.personId, item: "GLOVES", quantity: 1 }]);
  };
  const field = (line: IssueLine, name: string) => ({
    id: `${line.issueId}-${name}`,
    name: `${line.issueId}-${name}`,
    error: undefined,
  });
  return (
    <fieldset className="stack">
      <legend>{t("close.issued")}</legend>
      {lines.map((line, at) => (
        <div key={line.issueId} className="register-scan">
          <SelectField
            {...field(line, "who")}
            label={t("close.issueWho")}
            empty={false}
            options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
            value={line.personId}
            onChange={(personId) => set(at, { personId })}
          />
          <SelectField
            {...field(line, "item")}
            label={t("close.issueItem")}
            empty={false}
            options={ISSUED_ITEMS.map((item) => ({ value: item, label: t(`item.${item}`) }))}
            value={line.item}
            onChange={(item) => item && set(at, { item })}
          />
          <NumberField
            {...field(line, "count")}
            label={t("close.issueCount")}
            value={line.quantity}
            onChange={(quantity) => set(at, { quantity: Math.min(99, Math.max(1, quantity ?? 1)) })}
          />
          <IconButton
            icon="cross"
            label={t("close.remove", { name: t(`item.${line.item}`) })}
            onClick={() => onChange(lines.filter((one) => one !== line))}
          />
        </div>
      ))}
      <p>
        <Button icon="plus" onClick={add}>
          {t("close.issueAdd")}
        </Button>
      </p>
    </fieldset>
  );
}
