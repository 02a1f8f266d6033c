import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { reportProjectsQuery } from "./api.ts";
import { reportMessages } from "./messages.ts";

/** Projects with the reports that can be made of them. */
export function ReportsScreen() {
  const t = useMessages(reportMessages);
  const projects = useQuery(reportProjectsQuery);
  return (
    <Page title={t("reports.title")} lead={t("reports.lead")}>
      <Card title={t("effectiveness.title")}>
        <Loaded query={projects}>
          {({ projects: all }) => (
            <DataTable
              label={t("effectiveness.title")}
              rows={all}
              rowId={(row) => row.id}
              to={(row) => `/reports/effectiveness/${row.id}`}
              empty={<EmptyState title={t("reports.none")} text={t("reports.noneText")} />}
              columns={[
                { id: "title", label: t("project"), main: true, cell: (row) => row.title, sort: (row) => row.title },
                { id: "number", label: t("number"), cell: (row) => row.number ?? "–" },
                {
                  id: "period",
                  label: t("period"),
                  sort: (row) => row.startsOn,
                  cell: (row) => (
                    <>
                      <DateText day={row.startsOn} /> – {row.endsOn ? <DateText day={row.endsOn} /> : "…"}
                    </>
                  ),
                },
                {
                  id: "enrolled",
                  label: t("project.enrolled"),
                  number: true,
                  cell: (row) => row.enrolled,
                  sort: (row) => row.enrolled,
                },
                {
                  id: "active",
                  label: t("project.active"),
                  number: true,
                  cell: (row) => row.active,
                  sort: (row) => row.active,
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </Page>
  );
}
