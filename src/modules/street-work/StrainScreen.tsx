import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { strainQuery } from "./api.ts";
import { streetWorkMessages } from "./messages.ts";

/** What the supervisor reads: how heavy the work weighs, in the workers' own words. */
export function StrainScreen() {
  const t = useMessages(streetWorkMessages);
  const strain = useQuery(strainQuery);
  return (
    <Page title={t("strain.title")} lead={t("strain.lead")}>
      <Loaded query={strain} lines={5}>
        {({ strain: lines }) => (
          <DataTable
            label={t("strain.title")}
            rows={lines}
            rowId={(line) => line.reportId}
            empty={<EmptyState title={t("strain.none")} />}
            columns={[
              { id: "author", label: t("report.worker"), main: true, cell: (line) => line.author.name },
              { id: "unit", label: t("strain.unit"), cell: (line) => line.unitName },
              { id: "on", label: t("strain.on"), cell: (line) => <DateText day={line.on} />, sort: (line) => line.on },
              {
                id: "level",
                label: t("strain.level"),
                number: true,
                cell: (line) => (line.level >= 4 ? <Status tone="due">{line.level}</Status> : line.level),
                sort: (line) => line.level,
              },
              {
                id: "note",
                label: t("strain.note"),
                cell: (line) => (
                  <>
                    {line.note ?? "–"}{" "}
                    {line.asksForSupervision && <Status tone="due">{t("office.supervision")}</Status>}
                  </>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
