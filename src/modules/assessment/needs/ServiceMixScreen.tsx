import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { supportForms } from "../codes.ts";
import { supportMessages } from "../supportMessages.ts";
import { serviceMixQuery } from "./api.ts";
import type { ServiceMix } from "./contract.ts";
import { needMessages } from "./messages.ts";
import { MixMonths } from "./MixMonths.tsx";

type Line = ServiceMix["people"][number];

/** Who uses which services today, and how many people each service has. */
export function ServiceMixScreen() {
  const t = useMessages(needMessages);
  const query = useQuery(serviceMixQuery);
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <LinkButton to="/needs" kind="plain">
          {t("group.title")}
        </LinkButton>
      }
    >
      <Loaded query={query}>
        {({ people, months }) => (
          <div className="stack">
            <MixMonths months={months} />
            <Mixes people={people} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Mixes({ people }: { people: readonly Line[] }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const formsOf = ({ forms }: Line) => forms.map((form) => words(`support.${form}`)).join(", ");
  const columns: Column<Line>[] = [
    { id: "person", label: t("person"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    { id: "services", label: t("services"), cell: (row) => formsOf(row) || "–", sort: (row) => row.forms.length },
    {
      id: "unanswered",
      label: t("unanswered"),
      number: true,
      cell: (row) => row.unanswered,
      sort: (row) => row.unanswered,
    },
  ];
  const used = supportForms
    .map((form) => ({
      form,
      count: new Set(people.filter(({ forms }) => forms.includes(form)).map(({ personId }) => personId)).size,
    }))
    .filter(({ count }) => count > 0);
  const different = new Set(people.filter(({ forms }) => forms.length > 0).map(({ forms }) => forms.join(" "))).size;
  return (
    <div className="stack">
      <DataTable
        label={t("list.title")}
        columns={columns}
        rows={people}
        rowId={({ caseId }) => caseId}
        to={({ caseId }) => `/cases/${caseId}/service-mix`}
        empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
      />
      {used.length > 0 && (
        <Card title={t("counts")}>
          <p className="soft">{t("different", { count: different })}</p>
          <Definitions
            columns={2}
            items={used.map(({ form, count }) => ({ term: words(`support.${form}`), value: t("people", { count }) }))}
          />
        </Card>
      )}
    </div>
  );
}
