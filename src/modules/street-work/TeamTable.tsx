import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { aloneQuery } from "../outreach/api.ts";
import { trainingQuery } from "./api.ts";
import type { TrainingLine } from "./contract.ts";
import { streetWorkMessages } from "./messages.ts";

/** The team at a glance: who may work alone and until when, when everybody was last trained and supervised. */
export function TeamTable() {
  const t = useMessages(streetWorkMessages);
  const workers = useQuery(aloneQuery);
  const training = useQuery(trainingQuery);
  const last = (accountId: string, kind: TrainingLine["kind"]) => {
    const held = (training.data?.training ?? []).find(
      (line) => line.kind === kind && line.withdrawn === null && line.attendees.some(({ id }) => id === accountId),
    );
    return held ? formatDay(held.heldOn, t.lang) : t("office.never");
  };
  return (
    <Card title={t("office.team")}>
      <Loaded query={workers} lines={3}>
        {({ workers: all }) => (
          <DataTable
            label={t("office.team")}
            rows={all}
            rowId={(line) => line.accountId}
            empty={<EmptyState title={t("office.teamNone")} />}
            columns={[
              { id: "name", label: t("report.worker"), main: true, cell: (line) => line.name },
              {
                id: "alone",
                label: t("office.mayAlone"),
                cell: ({ mayToday, endsSoon, permission }) => {
                  if (!mayToday) return t("office.mayNotAlone");
                  const day = permission?.lastDay;
                  const words = day
                    ? t("office.mayAloneUntil", { day: formatDay(day, t.lang) })
                    : t("office.mayAloneOpen");
                  return <Status tone={endsSoon ? "due" : "confirmed"}>{words}</Status>;
                },
              },
              { id: "training", label: t("office.lastTraining"), cell: (line) => last(line.accountId, "TRAINING") },
              {
                id: "supervision",
                label: t("office.lastSupervision"),
                cell: (line) => last(line.accountId, "SUPERVISION"),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
