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
import { MixMonths } from "./MixMonths.tsx";
import { needMessages } from "./messages.ts";

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
  const said = (forms: Line["forms"]) =>
    supportForms
      .filter((form) => forms.includes(form))
      .map((form) => words(`support.${form}`))
      .join(", ") || "–";
  const had = ({ forms, received }: Line) =>
    supportForms.filter((form) => forms.includes(form) || received.includes(form));
  const columns: Column<Line>[] = [
    { id: "person", label: t("person"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    { id: "services", label: t("services"), cell: (row) => said(row.forms), sort: (row) => row.forms.length },
    { id: "received", label: t("received"), cell: (row) => said(row.received), sort: (row) => row.received.length },
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
      count: new Set(people.filter((line) => had(line).includes(form)).map(({ personId }) => personId)).size,
    }))
    .filter(({ count }) => count > 0);
  // somebody with two cases has one mix
  const mixes = [...Map.groupBy(people, ({ personId }) => personId).values()].map((lines) =>
    supportForms.filter((form) => lines.some((line) => had(line).includes(form))).join(" "),
  );
  const different = new Set(mixes.filter(Boolean)).size;
  return (
    <div className="stack">
      <DataTable
        label={t("list.title")}
        columns={columns}
        rows={people}
        rowId={({ personId, caseId }) => caseId ?? personId}
        to={({ personId, caseId }) => (caseId ? `/cases/${caseId}/service-mix` : `/people/${personId}`)}
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
