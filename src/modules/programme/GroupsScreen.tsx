import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../platform/ui/Words.tsx";
import { groupsQuery } from "./api.ts";
import { programmeMessages } from "./messages.ts";

export function GroupsScreen() {
  const t = useMessages(programmeMessages);
  const groups = useQuery(groupsQuery);
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const knowsProjects = useHasRole("KIS_COORDINATOR", "CIS_MANAGER", "PROJECT_COORDINATOR");
  return (
    <Page
      title={t("groups.title")}
      actions={
        <>
          <LinkButton to="/calendar" icon="calendar">
            {t("calendar.title")}
          </LinkButton>
          {knowsProjects && <LinkButton to="/projects">{t("projects")}</LinkButton>}
          {plans && (
            <LinkButton to="/groups/new" kind="main" icon="plus">
              {t("groups.new")}
            </LinkButton>
          )}
        </>
      }
    >
      <Loaded query={groups}>
        {(data) => (
          <DataTable
            label={t("groups.title")}
            rows={data.groups}
            rowId={(row) => row.id}
            to={(row) => `/groups/${row.id}`}
            empty={
              <EmptyState
                title={t("groups.empty")}
                text={t("groups.emptyNext")}
                action={plans && <AppLink to="/projects">{t("projects")}</AppLink>}
              />
            }
            columns={[
              { id: "group", label: t("group"), main: true, cell: (row) => row.name, sort: (row) => row.name },
              { id: "project", label: t("project"), cell: (row) => row.projectTitle, sort: (row) => row.projectTitle },
              {
                id: "members",
                label: t("members"),
                cell: (row) => t("membersOf", { members: row.members, capacity: row.capacity }),
                sort: (row) => row.members,
              },
              {
                id: "period",
                label: t("period"),
                cell: (row) => (
                  <>
                    <DateText day={row.startsOn} /> – <DateText day={row.endsOn} />
                  </>
                ),
                sort: (row) => row.startsOn,
              },
              {
                id: "next",
                label: t("next"),
                cell: (row) => (row.nextOn ? <RelativeTime at={row.nextOn} /> : "–"),
                sort: (row) => row.nextOn,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
