import { isTeryt } from "../../../platform/identifiers/teryt.ts";
import { CheckField, ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import type { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { communeAgreements } from "./codes.ts";
import { entryMessages } from "./messages.ts";

export type Residence = {
  commune: string;
  communePays: boolean;
  communeAgreement: (typeof communeAgreements)[number] | "";
};

/** A code that was typed and is none. */
export const refuseCommune = (commune: string) =>
  commune.trim() === "" || isTeryt(commune) ? [] : [{ path: "commune", code: "residence.wrong" }];

/** Where the person lives, and on what ground a centre elsewhere may take them. Source: docs/domain/rules.md R-JUR-04 */
export function ResidenceFields({ field }: { field: ReturnType<typeof useCommandForm<Residence>>["field"] }) {
  const t = useMessages(entryMessages);
  return (
    <>
      <TextField
        label={t("residence")}
        hint={t("residence.hint")}
        inputMode="numeric"
        size={9}
        maxLength={7}
        {...field("commune")}
      />
      <ChoiceField
        label={t("commune")}
        options={communeAgreements.map((value) => ({ value, label: t(`commune.${value}`) }))}
        {...field("communeAgreement")}
      />
      <CheckField label={t("pays")} {...field("communePays")} />
    </>
  );
}
