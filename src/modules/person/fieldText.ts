import type { Translate } from "../../platform/messages.ts";
import { formatDay } from "../../platform/ui/format.ts";
import type { useMessages } from "../../platform/ui/useMessages.ts";
import type { FieldName, PersonFields } from "./contract.ts";
import { countryName, languageName } from "./countries.ts";
import type { fieldMessages } from "./fieldMessages.ts";
import type { personMessages } from "./messages.ts";

export type PersonWords = ReturnType<typeof useMessages<typeof personMessages>>;

/** A value as people read it; null when nothing is known. */
export function fieldText(t: Translate<typeof fieldMessages>, field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value))
    return value.length ? value.map((code) => languageName(String(code), t.lang)).join(", ") : null;
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  if (field === "citizenship" || field === "otherIdCountry") return countryName(text, t.lang);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(text, t.lang);
  if (field === "phone" || field === "emergencyPhone")
    return text.replace(/^(\+48)(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3 $4");
  return t.maybe(`${field}.${text}`) ?? text;
}

/** What stands in every file before anybody said anything. */
function isPlain(field: FieldName, value: unknown): boolean {
  if (field === "safeToContact") return value === null;
  return (
    value === false || value === "UNKNOWN" || value === "DAY" || value === "NONE" || field === "protectedWhereabouts"
  );
}

/** What is known of a field, as people read it; of a birth date no more than is known of it. */
export function knownText(t: PersonWords, field: FieldName, fields: Partial<PersonFields>): string | null {
  const value = fields[field];
  if (isPlain(field, value)) return null;
  if (field === "birthDatePrecision") return null;
  const { birthDate, birthDatePrecision: precision } = fields;
  if (field === "birthDate" && birthDate && precision && precision !== "DAY") {
    const [year = "", month = ""] = birthDate.split("-");
    const known = precision === "MONTH" ? `${month}.${year}` : year;
    return precision === "ESTIMATE" ? `${known} (${t("birthDatePrecision.ESTIMATE")})` : known;
  }
  return fieldText(t, field, value);
}
