import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { coachLogEntryQuery, coachLogQuery } from "./api.ts";
import { employmentMessages } from "./messages.ts";

/** What was done, for whom and how long; the note opens beside the list. */
export function CoachLog() {
  const t = useMessages(employmentMessages);
  const log = useQuery(coachLogQuery);
  const [chosen, choose] = useState<string>();
  return (
    <>
      <Loaded query={log}>
        {({ entries }) => (
          <DataTable
            label={t("tab.log")}
            rows={entries}
            rowId={(line) => line.id}
            onOpen={(line) => choose(line.id)}
            empty={<EmptyState title={t("log.none")} text={t("log.noneText")} />}
            columns={[
              {
                id: "activity",
                label: t("log.activity"),
                main: true,
                cell: (line) => t(`activity.${line.activity}`),
                sort: (line) => t(`activity.${line.activity}`),
              },
              {
                id: "on",
                label: t("log.doneOn"),
                cell: (line) => <DateText day={line.doneOn} />,
                sort: (line) => line.doneOn,
              },
              {
                id: "person",
                label: t("person"),
                cell: (line) => line.personName ?? "–",
                sort: (line) => line.personName,
              },
              {
                id: "employer",
                label: t("employer"),
                cell: (line) => line.employerName ?? "–",
                sort: (line) => line.employerName,
              },
              {
                id: "minutes",
                label: t("log.minutes"),
                number: true,
                cell: (line) => line.minutes,
                sort: (line) => line.minutes,
              },
              {
                id: "next",
                label: t("log.nextOn"),
                cell: (line) => (line.nextOn ? <DateText day={line.nextOn} /> : "–"),
                sort: (line) => line.nextOn,
              },
            ]}
          />
        )}
      </Loaded>
      {chosen && <Entry logId={chosen} onClose={() => choose(undefined)} />}
    </>
  );
}

function Entry({ logId, onClose }: { logId: string; onClose: () => void }) {
  const t = useMessages(employmentMessages);
  const entry = useQuery(coachLogEntryQuery(logId));
  return (
    <SidePanel open title={t("log.entry")} onClose={onClose}>
      <Loaded query={entry} lines={6}>
        {(line) => (
          <Definitions
            items={[
              { term: t("log.activity"), value: t(`activity.${line.activity}`) },
              {
                term: t("log.doneOn"),
                value: <DateText day={line.doneOn} />,
                note: t("log.time", { minutes: line.minutes }),
              },
              { term: t("person"), value: line.personName },
              { term: t("employer"), value: line.employerName },
              { term: t("log.author"), value: line.authorName },
              { term: t("log.nextOn"), value: line.nextOn && <DateText day={line.nextOn} /> },
              { term: t("log.note"), value: line.note ?? t("log.noNote") },
            ]}
          />
        )}
      </Loaded>
    </SidePanel>
  );
}
