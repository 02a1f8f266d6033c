import { useQuery } from "@tanstack/react-query";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { householdsQuery } from "../person/api.ts";
import { type ContractValues, chooseFamily, type FamilyRow } from "./contractForm.ts";
import { contractMessages } from "./messages.ts";

type Props = { form: CommandForm<ContractValues>; personId: string };

/** Which people of the household are parties as well, and who acts for those who do not sign; nothing where there is nobody. */
export function FamilyFields({ form, personId }: Props) {
  const t = useMessages(contractMessages);
  const { data } = useQuery({ ...householdsQuery(personId), retry: false });
  const { family } = form.values;
  const living = (data?.households ?? [])
    .flatMap(({ members }) => members)
    .filter((one) => one.personId !== personId && one.validFrom <= today() && (one.validUntil ?? today()) >= today());
  const people = new Map(
    [...family, ...living].map((one) => [one.personId, { personId: one.personId, name: one.name }]),
  );
  if (people.size === 0) return null;
  const change = (row: FamilyRow, part: Partial<FamilyRow>) =>
    form.set({ family: family.map((one) => (one.personId === row.personId ? { ...one, ...part } : one)) });
  return (
    <>
      <MultiChoice
        stacked
        label={t("field.family")}
        hint={t("hint.family")}
        options={[...people.values()].map((one) => ({ value: one.personId, label: one.name }))}
        value={family.map((row) => row.personId)}
        onChange={(ids) =>
          form.set({
            family: chooseFamily(
              family,
              ids.flatMap((id) => people.get(id) ?? []),
            ),
          })
        }
      />
      {family.map((row) => (
        <div key={row.personId} className="stack">
          <SelectField
            label={t("field.memberRepresentation", { name: row.name })}
            options={(["PARENT_OR_GUARDIAN", "GUARDIAN"] as const).map((value) => ({
              value,
              label: t(`signedAs.${value}`),
            }))}
            empty={t("field.memberSelf")}
            value={row.representation}
            onChange={(representation) => change(row, { representation })}
          />
          {row.representation !== "" && (
            <TextField
              label={t("field.memberRepresentedBy", { name: row.name })}
              maxLength={300}
              value={row.representedBy}
              onChange={(representedBy) => change(row, { representedBy })}
            />
          )}
        </div>
      ))}
    </>
  );
}
