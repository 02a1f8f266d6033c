import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import {
  datePrecisions,
  educations,
  identifierKinds,
  maritalStatuses,
  noPeselReasons,
  registrationStatuses,
  residenceTitles,
  sexes,
} from "./codes.ts";
import type { FieldName } from "./contract.ts";
import { countryOptions, languageOptions } from "./countries.ts";
import { personMessages } from "./messages.ts";
import type { FieldGroup, PersonValues } from "./personForm.ts";

const lists = {
  birthDatePrecision: datePrecisions,
  identifierKind: identifierKinds,
  noPeselReason: noPeselReasons,
  residenceTitle: residenceTitles,
  registrationStatus: registrationStatuses,
  maritalStatus: maritalStatuses,
  education: educations,
} as const;
const long = new Set<FieldName>(["safeContactNote", "qualifications", "correspondenceAddress", "registrationAddress"]);
/** Asked only when something before makes them matter. */
const needs: Partial<Record<FieldName, (values: PersonValues) => boolean>> = {
  ageEstimate: (values) => values.birthDate === "",
  birthDatePrecision: (values) => values.birthDate !== "",
  otherIdNumber: (values) => values.identifierKind === "FOREIGN_DOCUMENT" || values.otherIdNumber !== "",
  otherIdCountry: (values) => values.identifierKind === "FOREIGN_DOCUMENT" || values.otherIdCountry !== "",
  safeContactNote: (values) => values.safeToContact !== "",
  residenceTitle: (values) => values.citizenship !== "" && values.citizenship !== "PL",
  residenceTitleUntil: (values) => values.residenceTitle !== "",
  emergencyPhone: (values) => values.emergencyContact !== "" || values.emergencyPhone !== "",
  emergencyRelation: (values) => values.emergencyContact !== "" || values.emergencyRelation !== "",
  emergencyTold: (values) => values.emergencyContact !== "",
  interpreterNeeded: (values) => values.languages.length > 0 || values.interpreterNeeded,
};

export type FormOfPerson = Pick<CommandForm<PersonValues>, "values" | "field">;

/** One group of fields of a person's file, folded where it is not asked for; only fields that the role may write. */
export function PersonFieldset({
  form,
  group,
  allowed,
  children,
}: {
  form: FormOfPerson;
  group: FieldGroup;
  allowed: (field: FieldName) => boolean;
  children?: React.ReactNode;
}) {
  const t = useMessages(personMessages);
  const fields: readonly FieldName[] = group.fields;
  const shown = fields.filter((field) => allowed(field) && (needs[field]?.(form.values) ?? true));
  if (shown.length === 0 && !children) return null;
  const hint =
    group.ask === "ask.who" ? t("ask.whoHint") : group.ask === "ask.papers" ? t("ask.papersHint") : undefined;
  return (
    <FormSection question={t(group.ask)} optional={!group.open} {...(hint ? { hint } : {})}>
      {children}
      {shown.map((field) => (
        <PersonField key={field} name={field} form={form} />
      ))}
    </FormSection>
  );
}

/** One field of a person's file. */
export function PersonField({ name, form }: { name: FieldName; form: FormOfPerson }) {
  const t = useMessages(personMessages);
  const label = t(`field.${name}`);
  const hint = t.maybe(`hint.${name}`);
  const common = hint ? { label, hint } : { label };
  const word = (code: string) => t.maybe(`${name}.${code}`) ?? code;
  switch (name) {
    case "sex":
      return (
        <ChoiceField
          {...common}
          options={sexes.map((value) => ({ value, label: t(`sex.${value}`) }))}
          {...form.field(name)}
        />
      );
    case "birthDate":
    case "deathDate":
    case "residenceTitleUntil":
      return <DateField {...common} quick={[]} {...form.field(name)} />;
    case "ageEstimate":
    case "childrenCount":
      return <NumberField {...common} {...form.field(name)} />;
    case "interpreterNeeded":
    case "emergencyTold":
    case "protectedWhereabouts":
      return <CheckField {...common} {...form.field(name)} />;
    case "languages":
      return <MultiChoice {...common} options={languageOptions(t.lang)} {...form.field(name)} />;
    case "citizenship":
    case "otherIdCountry":
      return <SelectField {...common} options={countryOptions(t.lang)} {...form.field(name)} />;
    case "safeToContact":
      return (
        <ChoiceField
          {...common}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          {...form.field(name)}
        />
      );
    case "birthDatePrecision":
    case "identifierKind":
    case "noPeselReason":
    case "residenceTitle":
    case "registrationStatus":
    case "maritalStatus":
    case "education":
      return (
        <SelectField
          {...common}
          options={lists[name].map((value) => ({ value, label: word(value) }))}
          {...form.field(name)}
        />
      );
    default:
      return long.has(name) ? (
        <TextArea {...common} rows={2} {...form.field(name)} />
      ) : (
        <TextField {...common} {...form.field(name)} />
      );
  }
}
