import { LinkButton } from "../../platform/ui/Button.tsx";
import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { FieldName, PersonFile } from "./contract.ts";
import { knownText } from "./fieldText.ts";
import { personMessages } from "./messages.ts";
import { fieldGroups } from "./personForm.ts";
import { StepBack } from "./StepBack.tsx";

/** What is known, group by group; groups of which nothing is known are left out. */
export function OverviewTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  return (
    <>
      <Missing person={person} />
      {fieldGroups.map((group) => {
        const fields: readonly FieldName[] = group.fields;
        const items = fields.flatMap((field): Definition[] => {
          const value = knownText(t, field, person.fields);
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

const consentsTab = { search: { tab: "consents" } } as const;

/** How much is asked for and not known yet, what it is, and where it is filled in. */
function Missing({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const { missing } = person;
  if (missing.length === 0) return null;
  const inFields = missing.some((code) => code !== "notice" && code !== "representative");
  return (
    <Notice
      title={t("missing.count", { count: missing.length })}
      actions={
        person.writable && (
          <LinkButton
            to={inFields ? `/people/${person.id}/edit` : `/people/${person.id}`}
            {...(inFields ? {} : consentsTab)}
          >
            {t("missing.fill")}
          </LinkButton>
        )
      }
    >
      {missing.map((code) => t.maybe(`missing.${code}`) ?? code).join(", ")}
    </Notice>
  );
}
