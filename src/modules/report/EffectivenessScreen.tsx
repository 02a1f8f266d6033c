import { useQuery } from "@tanstack/react-query";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { effectivenessQuery, type LiveReport, sentListQuery } from "./api.ts";
import type { SnapshotLine } from "./contract.ts";
import { EffectivenessTable } from "./EffectivenessTable.tsx";
import { reportMessages } from "./messages.ts";

/** The 60/25 table of a project from today's records, what was sent of it, and the act of sending. */
export function EffectivenessScreen() {
  const t = useMessages(reportMessages);
  const lang = useLanguage();
  const projectId = useParam("projectId");
  const live = useQuery(effectivenessQuery(projectId));
  const sent = useQuery(sentListQuery(projectId));
  const base = `/reports/effectiveness/${projectId}`;
  const report = live.data?.report;
  return (
    <Page
      title={t("effectiveness.title")}
      lead={report && `${report.project.title} · ${t("asAt", { day: formatDay(report.asAt, lang) })}`}
      back={{ to: "/reports", label: t("back") }}
      actions={
        <>
          <DownloadLink href={`/api${base}/pdf?lang=${lang}`}>{t("download.pdf")}</DownloadLink>
          <DownloadLink href={`/api${base}/xlsx?lang=${lang}`}>{t("download.xlsx")}</DownloadLink>
        </>
      }
    >
      <Loaded query={live} lines={8}>
        {(data) => (
          <>
            <EffectivenessTable report={data.report} base={base} />
            <Loaded query={sent}>
              {({ snapshots }) => (
                <>
                  {data.maySend && data.report.rows.some(({ participants }) => participants > 0) && (
                    <SendForm live={data} again={snapshots.length > 0} reload={() => void live.refetch()} />
                  )}
                  <SentList snapshots={snapshots} />
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function SendForm({ live, again, reload }: { live: LiveReport; again: boolean; reload: () => void }) {
  const t = useMessages(reportMessages);
  const form = useCommandForm({
    type: "report.send",
    initial: { correctionReason: "" },
    build: ({ correctionReason }) => ({
      snapshotId: uuidv7(),
      projectId: live.report.project.id,
      seenHash: live.contentHash,
      correctionReason: correctionReason.trim() || null,
    }),
    check: ({ correctionReason }) =>
      again && !correctionReason.trim() ? [{ path: "correctionReason", code: "report.correction_reason_missing" }] : [],
    messages: t,
    invalidates: [["report"]],
    onDone: () => {
      toast({ text: t("send.done") });
      form.reset();
    },
  });
  return (
    <Card title={t("send.title")}>
      <p>{t("send.text")}</p>
      <CommandForm form={form} submit={t("send.title")} onReload={reload}>
        {again && <TextField label={t("send.reason")} required {...form.field("correctionReason")} />}
      </CommandForm>
    </Card>
  );
}

function SentList({ snapshots }: { snapshots: readonly SnapshotLine[] }) {
  const t = useMessages(reportMessages);
  const lang = useLanguage();
  return (
    <Card title={t("sent.title")}>
      <DataTable
        label={t("sent.title")}
        rows={snapshots}
        rowId={(row) => row.id}
        to={(row) => `/reports/sent/${row.id}`}
        empty={<EmptyState title={t("sent.none")} />}
        columns={[
          {
            id: "version",
            label: t("sent.title"),
            main: true,
            cell: (row) => t("sent.version", { version: row.versionNo }),
          },
          {
            id: "by",
            label: t("sent.by"),
            cell: (row) => (
              <>
                {row.sentByName}, <InstantText at={row.sentAt} />
              </>
            ),
          },
          { id: "reason", label: t("correction"), cell: (row) => row.correctionReason ?? "–" },
          {
            id: "hash",
            label: t("sent.hash"),
            cell: (row) => <code title={row.contentHash}>{row.contentHash.slice(0, 16)}</code>,
          },
          {
            id: "files",
            label: "PDF, XLSX",
            cell: (row) => (
              <span className="cluster">
                <a href={`/api/reports/sent/${row.id}/pdf?lang=${lang}`} download>
                  PDF
                </a>
                <a href={`/api/reports/sent/${row.id}/xlsx?lang=${lang}`} download>
                  XLSX
                </a>
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
