import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { recruitmentsQuery } from "../api.ts";
import { recruitmentMessages } from "../messages.ts";
import type { RecruitmentList } from "./contract.ts";

/** Recruitments of the units in reach, and projects that have none yet. */
export function RecruitmentsScreen() {
  const t = useMessages(recruitmentMessages);
  const query = useQuery(recruitmentsQuery);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Loaded query={query} lines={6}>
        {(list) => (
          <>
            <Recruitments list={list} />
            {list.projects.length > 0 && (
              <div className="cluster">
                {list.projects.map(({ id, title }) => (
                  <LinkButton key={id} to={`/recruitment/${id}/terms`} icon="plus">
                    {t("act.open", { title })}
                  </LinkButton>
                ))}
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Recruitments({ list }: { list: RecruitmentList }) {
  const t = useMessages(recruitmentMessages);
  return (
    <DataTable
      label={t("title")}
      rows={list.recruitments}
      rowId={(row) => row.recruitmentId}
      to={(row) => `/recruitment/${row.recruitmentId}`}
      empty={<EmptyState title={t("none")} text={list.projects.length > 0 ? t("noneNext") : t("noProjects")} />}
      columns={[
        { id: "title", label: t("project"), main: true, cell: (row) => row.title, sort: (row) => row.title },
        {
          id: "starts",
          label: t("startsOn"),
          cell: (row) => <DateText day={row.startsOn} />,
          sort: (row) => row.startsOn,
        },
        {
          id: "all",
          label: t("count.all"),
          number: true,
          cell: (row) => row.counts.all,
          sort: (row) => row.counts.all,
        },
        {
          id: "accepted",
          label: t("accepted"),
          number: true,
          cell: (row) => t("of.places", { count: row.counts.accepted, places: row.places }),
          sort: (row) => row.counts.accepted,
        },
        {
          id: "state",
          label: t("state"),
          cell: (row) =>
            row.closedOn ? (
              <Status>{t("closedOn", { day: formatDay(row.closedOn, t.lang) })}</Status>
            ) : (
              <Status tone="active">{t("state.running")}</Status>
            ),
        },
      ]}
    />
  );
}
