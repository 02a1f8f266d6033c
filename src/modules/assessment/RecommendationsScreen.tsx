import { useQuery } from "@tanstack/react-query";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { onTheWayQuery } from "./api.ts";
import type { GateLine } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

/** Who is on the way to the advanced stage, and which specialist has spoken. */
export function RecommendationsScreen() {
  const t = useMessages(assessmentMessages);
  const cases = useQuery(onTheWayQuery);
  const columns: Column<GateLine>[] = [
    { id: "person", label: t("person"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    {
      id: "stage",
      label: t("stage"),
      cell: (row) => [t.maybe(`stage.${row.stage}`), row.proposed && t("proposed.short")].filter(Boolean).join(", "),
      sort: (row) => t.maybe(`stage.${row.stage}`),
    },
    {
      id: "given",
      label: t("given"),
      cell: (row) => row.given.map((kind) => t(`kind.${kind}`)).join(", ") || t("given.none"),
      sort: (row) => row.given.length,
    },
  ];
  return (
    <Page title={t("title.list")} lead={t("list.lead")}>
      <Loaded query={cases}>
        {(answer) => (
          <DataTable
            label={t("title.list")}
            columns={columns}
            rows={answer.cases}
            rowId={(row) => row.caseId}
            to={(row) => `/cases/${row.caseId}/assessments`}
            empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
