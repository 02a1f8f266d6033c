import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { projectAccess } from "./access.ts";
import { projectsQuery } from "./api.ts";
import { projectMessages } from "./messages.ts";

export function ProjectsScreen() {
  const t = useMessages(projectMessages);
  const projects = useQuery(projectsQuery);
  const reads = useHasRole(...Object.keys(projectAccess["needs-statement.list"]));
  const records = useHasRole(...Object.keys(projectAccess["project.record"]));
  return (
    <Page
      title={t("projects.title")}
      actions={
        <>
          {reads && <LinkButton to="/needs-statements">{t("projects.why")}</LinkButton>}
          {records && (
            <LinkButton to="/projects/new" kind="main" icon="plus">
              {t("project.new")}
            </LinkButton>
          )}
        </>
      }
    >
      <Loaded query={projects}>
        {(data) => (
          <DataTable
            label={t("projects.title")}
            rows={data.projects}
            rowId={(row) => row.id}
            to={(row) => `/projects/${row.id}`}
            empty={<EmptyState title={t("projects.empty")} text={t("projects.emptyNext")} />}
            columns={[
              { id: "title", label: t("title"), main: true, cell: (row) => row.title, sort: (row) => row.title },
              { id: "kind", label: t("kind"), cell: (row) => t(`kind.${row.kind}`) },
              {
                id: "starts",
                label: t("startsOn"),
                cell: (row) => <DateText day={row.startsOn} />,
                sort: (row) => row.startsOn,
              },
              {
                id: "ends",
                label: t("endsOn"),
                cell: (row) => (row.endsOn ? <DateText day={row.endsOn} /> : "–"),
                sort: (row) => row.endsOn,
              },
              {
                id: "enrolled",
                label: t("enrolled"),
                number: true,
                cell: (row) => row.enrolled,
                sort: (row) => row.enrolled,
              },
              { id: "active", label: t("active"), number: true, cell: (row) => row.active, sort: (row) => row.active },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
