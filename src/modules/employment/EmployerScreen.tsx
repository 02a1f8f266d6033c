import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { employmentAccess } from "./access.ts";
import { employerQuery } from "./api.ts";
import { DeclarationTable } from "./DeclarationTable.tsx";
import { employmentMessages } from "./messages.ts";

/** An employer's card, its declarations and the contacts of a year. */
export function EmployerScreen() {
  const t = useMessages(employmentMessages);
  const employerId = useParam("employerId");
  const employer = useQuery(employerQuery(employerId));
  const writes = useHasRole(...Object.keys(employmentAccess["declaration.write"]));
  return (
    <Page
      title={employer.data?.name}
      back={{ to: "/employment", label: t("back") }}
      actions={
        writes && (
          <LinkButton to={`/employment/employers/${employerId}/declaration`} icon="plus" kind="main">
            {t("declaration.new")}
          </LinkButton>
        )
      }
    >
      <Loaded query={employer} lines={8}>
        {(data) => (
          <>
            <Card title={t("tab.declarations")}>
              <DeclarationTable declarations={data.declarations} />
            </Card>
            <div className="columns">
              <Card title={t("employer")}>
                <Definitions
                  items={[
                    { term: t("nip"), value: data.nip },
                    { term: t("regon"), value: data.regon },
                    { term: t("address"), value: data.address },
                    { term: t("size"), value: data.size && t(`size.${data.size}`) },
                    { term: t("contactPerson"), value: data.contactPerson },
                    { term: t("contactPhone"), value: data.contactPhone },
                    { term: t("workplace"), value: data.workplace },
                    { term: t("conditions"), value: data.conditions },
                  ]}
                />
              </Card>
              <Card title={t("employer.contacts")}>
                <DataTable
                  label={t("employer.contacts")}
                  rows={data.contacts}
                  rowId={(contact) => contact.id}
                  empty={<EmptyState title={t("employer.noContacts")} />}
                  columns={[
                    {
                      id: "what",
                      label: t("log.activity"),
                      main: true,
                      cell: (contact) => t(`activity.${contact.activity}`),
                    },
                    { id: "when", label: t("log.doneOn"), cell: (contact) => <DateText day={contact.doneOn} /> },
                    { id: "who", label: t("coach"), cell: (contact) => contact.authorName },
                  ]}
                />
              </Card>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
