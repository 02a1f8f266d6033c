import { LinkButton } from "../../platform/ui/Button.tsx";
import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { MissingList } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { FieldName, PersonFile } from "./contract.ts";
import { countryName, languageName } from "./countries.ts";
import { personMessages } from "./messages.ts";
import { fieldGroups } from "./personForm.ts";
import { StepBack } from "./StepBack.tsx";

type Words = ReturnType<typeof useMessages<typeof personMessages>>;

/** A value as people read it; null when nothing is known. */
export function fieldText(t: Words, field: FieldName, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value))
    return value.length ? value.map((code) => languageName(String(code), t.lang)).join(", ") : null;
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  if (field === "citizenship" || field === "otherIdCountry") return countryName(text, t.lang);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDay(text, t.lang);
  return t.maybe(`${field}.${text}`) ?? text;
}

/** What stands in every file before anybody said anything. */
export function isPlain(field: FieldName, value: unknown): boolean {
  if (field === "safeToContact") return value === null;
  return (
    value === false || value === "UNKNOWN" || value === "DAY" || value === "NONE" || field === "protectedWhereabouts"
  );
}

/** What is known, group by group; groups of which nothing is known are left out. */
export function OverviewTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  return (
    <>
      {fieldGroups.map((group) => {
        const fields: readonly FieldName[] = group.fields;
        const items = fields.flatMap((field): Definition[] => {
          const known = person.fields[field];
          const value = isPlain(field, known) ? null : fieldText(t, field, known);
          if (value === null) return [];
          return [{ term: t(`field.${field}`), value }];
        });
        if (items.length === 0) return null;
        return (
          <Card key={group.ask} title={t(`card.${group.ask}`)}>
            <Definitions items={items} columns={2} />
          </Card>
        );
      })}
      {person.signatures.length > 0 && (
        <Card title={t("signatures.title")}>
          <ul className="stack">
            {person.signatures.map(({ who, act }) => (
              <li key={who} className="cluster">
                {t.maybe(`signatures.${who}`) ?? who}: {t(`signatures.${act}`)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <MissingList items={person.missing.map((code) => ({ text: t.maybe(`missing.${code}`) ?? code }))} />
      {person.writable && (
        <div className="cluster no-print">
          {person.step !== "PESEL" && (
            <LinkButton to={`/people/${person.id}/identify`} icon="person">
              {t("act.identify")}
            </LinkButton>
          )}
          <StepBack person={person} />
        </div>
      )}
    </>
  );
}
