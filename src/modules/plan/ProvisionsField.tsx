import { Button } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { provisionKinds } from "./codes.ts";
import type { PlanDescription } from "./contract.ts";
import { planMessages } from "./messages.ts";

type Provision = PlanDescription["provisions"][number];
type ProvisionsFieldProps = {
  value: readonly Provision[];
  onChange: (value: Provision[]) => void;
  /** Provisions that have no body and need one (art. 49(5)). */
  lacking: readonly string[];
  at: (path: string) => { id: string; error: string | undefined };
};

/** Who answers for which provision, one body in a line. */
export function ProvisionsField({ value, onChange, lacking, at }: ProvisionsFieldProps) {
  const t = useMessages(planMessages);
  const change = (index: number, part: Partial<Provision>) =>
    onChange(value.map((line, place) => (place === index ? { ...line, ...part } : line)));
  const written = new Set(value.map(({ provision }) => provision));
  const unlisted = provisionKinds.filter((kind) => lacking.includes(kind) && !written.has(kind));
  return (
    <div className="stack" role="group" aria-label={t("responsibleBodies")}>
      <p className="soft">{t("provisions.lead")}</p>
      {value.map((line, index) => (
        <fieldset key={index} className="edit-line">
          <SelectField
            label={t("provision")}
            empty={false}
            options={provisionKinds.map((kind) => ({ value: kind, label: t(`support.${kind}`) }))}
            value={line.provision}
            onChange={(provision) => provision && change(index, { provision })}
          />
          <TextField
            label={t("provision.body")}
            maxLength={200}
            value={line.body}
            onChange={(body) => change(index, { body })}
            {...at(`provisions.${index}.body`)}
          />
          <div>
            <Button kind="plain" icon="cross" onClick={() => onChange(value.filter((_, place) => place !== index))}>
              {t("provision.remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      {lacking.length > 0 && (
        <Notice tone="due">
          {t("provisions.lacking", { list: lacking.map((kind) => t.maybe(`support.${kind}`) ?? kind).join(", ") })}
        </Notice>
      )}
      <div className="cluster">
        {unlisted.length > 0 && (
          <Button
            icon="plus"
            onClick={() => onChange([...value, ...unlisted.map((provision) => ({ provision, body: "" }))])}
          >
            {t("provisions.fill")}
          </Button>
        )}
        <Button icon="plus" kind="plain" onClick={() => onChange([...value, { provision: "OTHER", body: "" }])}>
          {t("provision.add")}
        </Button>
      </div>
    </div>
  );
}
