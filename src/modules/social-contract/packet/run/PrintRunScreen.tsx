import { useQuery } from "@tanstack/react-query";
import { getJson, ServerProblem } from "../../../../platform/ui/api.ts";
import { DownloadLink, LinkButton } from "../../../../platform/ui/Button.tsx";
import { DataTable } from "../../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../../../platform/ui/format.ts";
import { Notice } from "../../../../platform/ui/Notices.tsx";
import { useParam } from "../../../../platform/ui/navigation.ts";
import { Page } from "../../../../platform/ui/Page.tsx";
import { useMessages } from "../../../../platform/ui/useMessages.ts";
import { Loaded, ProgressNotice } from "../../../../platform/ui/Waiting.tsx";
import { contractMessages } from "../../messages.ts";
import { packetMessages } from "../messages.ts";
import type { BlockedPaper, PrintRun, Turn } from "./contract.ts";
import { printRunMessages } from "./messages.ts";

const askAgainMs = 1_000;
const fileAddress = (runId: string, fileId: string) => `/api/print-runs/${runId}/files/${fileId}`;

/** How far a print for many has come; then the file of all, each person's own, and what was left out with its reasons. */
export function PrintRunScreen() {
  const t = useMessages(printRunMessages);
  const runId = useParam("runId");
  const query = useQuery({
    queryKey: ["contracts", "print-runs", runId],
    queryFn: ({ signal }) => getJson<PrintRun>(`/api/print-runs/${runId}`, { signal }),
    refetchInterval: (own) => (own.state.data && own.state.data.outcome === null ? askAgainMs : false),
  });
  return (
    <Page title={t("title.run")} back={{ to: "/packets/print", label: t("back.ask") }}>
      {query.error instanceof ServerProblem && query.error.kind === "not_found" ? (
        <EmptyState
          title={t("print_run.not_found")}
          action={<LinkButton to="/packets/print">{t("back.ask")}</LinkButton>}
        />
      ) : (
        <Loaded query={query}>
          {(run) => (
            <>
              <Progress run={run} />
              <Turns run={run} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}

function Progress({ run }: { run: PrintRun }) {
  const t = useMessages(printRunMessages);
  const ended = run.turns.filter(({ papers }) => papers !== null).length;
  const people = run.turns.length;
  const until = formatInstant(run.until, t.lang);
  if (run.outcome === null)
    return (
      <>
        <ProgressNotice
          text={ended < people ? t("run.progress", { ended, people }) : t("run.whole")}
          done={ended / people}
        />
        <p className="soft">{t("run.goOn", { until })}</p>
      </>
    );
  return (
    <Notice
      tone={run.outcome === "DONE" ? "confirmed" : "due"}
      actions={
        run.whole.length > 0 &&
        run.whole.map((fileId, at) => (
          <DownloadLink key={fileId} href={fileAddress(run.id, fileId)} icon="print">
            {run.whole.length === 1 ? t("act.openWhole") : t("act.openPart", { no: at + 1, all: run.whole.length })}
          </DownloadLink>
        ))
      }
    >
      {t(`outcome.${run.outcome}`, { until })}
    </Notice>
  );
}

function Turns({ run }: { run: PrintRun }) {
  const t = useMessages(printRunMessages);
  return (
    <DataTable
      label={t("title.run")}
      columns={[
        {
          id: "person",
          label: t("column.person"),
          main: true,
          cell: ({ personName }: Turn) => personName ?? t("turn.unknown"),
        },
        { id: "result", label: t("column.result"), cell: (turn) => <Result turn={turn} /> },
        {
          id: "file",
          label: t("column.file"),
          cell: ({ fileId }) =>
            fileId && (
              <DownloadLink href={fileAddress(run.id, fileId)} icon="print">
                {t("act.openOne")}
              </DownloadLink>
            ),
        },
      ]}
      rows={run.turns}
      rowId={({ place }) => String(place)}
      empty={null}
    />
  );
}

function Result({ turn: { papers, refusal, blocked } }: { turn: Turn }) {
  const t = useMessages(printRunMessages);
  if (papers === null) return <span className="soft">{t("turn.waits")}</span>;
  return (
    <div className="stack-tight">
      {papers > 0 && <p>{t("person.papers", { count: papers })}</p>}
      {refusal && <p>{t.maybe(refusal) ?? t("print_run.not_made")}</p>}
      {blocked.map((paper) => (
        <LeftOut key={`${paper.kind} ${paper.number}`} paper={paper} />
      ))}
    </div>
  );
}

function LeftOut({ paper: { kind, number, reasons } }: { paper: BlockedPaper }) {
  const t = useMessages(printRunMessages);
  const p = useMessages(packetMessages);
  const c = useMessages(contractMessages);
  const paper = [p.maybe(`kind.${kind}`) ?? kind, number].filter(Boolean).join(" ");
  return (
    <div>
      <p>{t("turn.blocked", { paper })}</p>
      <ul role="list" className="small">
        {reasons.map(({ code, text }) => (
          <li key={code}>{c.maybe(code) ?? text}</li>
        ))}
      </ul>
    </div>
  );
}
