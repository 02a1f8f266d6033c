import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { workshopsQuery } from "./api.ts";
import { workshopMessages } from "./messages.ts";
import { WorkshopOf } from "./WorkshopScreen.tsx";

/** The workshop of whoever has one; with several one chooses. */
export function WorkshopsScreen() {
  const workshops = useQuery(workshopsQuery);
  const [only, ...more] = workshops.data?.workshops ?? [];
  if (only && more.length === 0) return <WorkshopOf groupId={only.groupId} />;
  return <Choice />;
}

function Choice() {
  const t = useMessages(workshopMessages);
  const workshops = useQuery(workshopsQuery);
  return (
    <Page title={t("workshop.choose")}>
      <Loaded query={workshops}>
        {(data) => (
          <DataTable
            label={t("workshop.choose")}
            rows={data.workshops}
            rowId={(row) => row.groupId}
            to={(row) => `/workshop/${row.groupId}`}
            empty={<EmptyState title={t("workshop.none")} text={t("workshop.noneNext")} />}
            columns={[
              { id: "name", label: t("workshop.title"), main: true, cell: (row) => row.name, sort: (row) => row.name },
              { id: "members", label: t("workshop.members"), number: true, cell: (row) => row.members },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
