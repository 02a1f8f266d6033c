import { useQuery } from "@tanstack/react-query";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { AppLink, DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { lettersAddress, lettersQuery, recruitmentStale } from "../api.ts";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import { recruitmentMessages } from "../messages.ts";
import type { LetterList } from "./contract.ts";
import { letterMessages } from "./messages.ts";

/** The most letters of one batch. */
const batchMost = 100;

/** Letters about decisions: which are missing, and the register of those that were given out. */
export function LettersScreen() {
  const t = useMessages(letterMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(lettersQuery(recruitmentId));
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? "…" }}
    >
      <Loaded query={query} lines={6}>
        {(list) => <Letters list={list} />}
      </Loaded>
    </Page>
  );
}

type Row = LetterList["decisions"][number];

function Letters({ list }: { list: LetterList }) {
  const t = useMessages(letterMessages);
  const of = useMessages(recruitmentMessages);
  if (list.decisions.length === 0 && list.batches.length === 0)
    return <EmptyState title={t("none")} text={t("noneNext")} />;
  const missing = list.decisions.filter(({ issuedOn }) => issuedOn === null).slice(0, batchMost);
  return (
    <>
      <HiddenCount count={list.hidden} />
      <Card title={t("waiting")}>
        {missing.length === 0 ? (
          <p className="soft">{t("allIssued")}</p>
        ) : (
          <ActButton
            type="candidate-letter.issue"
            payload={() => ({
              batchId: uuidv7(),
              recruitmentId: list.recruitmentId,
              decisionIds: missing.map(({ decisionId }) => decisionId),
            })}
            label={t("act.issue", { count: missing.length })}
            kind="main"
            messages={t}
            invalidates={recruitmentStale}
            onDone={() => toast({ text: t("issued") })}
          />
        )}
      </Card>
      {list.batches.length > 0 && (
        <Card title={t("register")}>
          <ul role="list" className="stack">
            {list.batches.map((batch) => (
              <Batch key={batch.id} batch={batch} />
            ))}
          </ul>
        </Card>
      )}
      <DataTable
        label={t("decision")}
        rows={list.decisions}
        rowId={(row) => row.decisionId}
        to={(row) => `/candidates/${row.candidateId}`}
        empty={<EmptyState title={t("none")} text={t("noneNext")} />}
        columns={[
          { id: "person", label: t("person"), main: true, cell: (row) => row.name ?? row.no, sort: (row) => row.name },
          {
            id: "decision",
            label: t("decision"),
            cell: (row) => of(`decision.${row.decision}`),
            sort: (row) => row.decision,
          },
          {
            id: "decided",
            label: t("decidedOn"),
            cell: (row) => <DateText day={row.decidedOn} />,
            sort: (row) => row.decidedOn,
          },
          {
            id: "issued",
            label: t("issuedOn"),
            cell: (row) => (row.issuedOn ? <DateText day={row.issuedOn} /> : "–"),
            sort: (row) => row.issuedOn,
          },
          ...(list.decisions.some(({ issuedOn }) => issuedOn)
            ? [{ id: "again", label: t("again"), cell: (row: Row) => row.issuedOn && <Again list={list} row={row} /> }]
            : []),
        ]}
      />
    </>
  );
}

/** Another letter about the same decision, asked for on purpose: the first was lost, or the address is another one. */
function Again({ list, row }: { list: LetterList; row: Row }) {
  const t = useMessages(letterMessages);
  return (
    <ActButton
      type="candidate-letter.issue"
      payload={() => ({
        batchId: uuidv7(),
        recruitmentId: list.recruitmentId,
        decisionIds: [row.decisionId],
        again: true,
      })}
      label={t("act.again")}
      kind="plain"
      messages={t}
      invalidates={recruitmentStale}
      onDone={() => toast({ text: t("issued") })}
    />
  );
}

function Batch({ batch }: { batch: LetterList["batches"][number] }) {
  const t = useMessages(letterMessages);
  const { id, letters } = batch;
  return (
    <li className="stack-tight">
      <span>{t("batch.of", { at: formatInstant(batch.at, t.lang), by: batch.by, count: letters.length })}</span>
      <span className="cluster">
        <DownloadLink href={lettersAddress(id, t.lang, "normal")}>{t("print.all")}</DownloadLink>
        <OtherPrints>
          <DownloadLink href={lettersAddress(id, t.lang, "large")}>{t("print.large")}</DownloadLink>
        </OtherPrints>
      </span>
      <details>
        <summary>{t("print.edit")}</summary>
        <ul role="list" className="stack-tight">
          {letters.map((letter) => (
            <li key={letter.id} className="cluster">
              <AppLink to={`/candidates/${letter.candidateId}`}>{letter.name ?? "–"}</AppLink>
              <DownloadLink href={lettersAddress(id, t.lang, "edit", letter.id)}>{t("print.edit")}</DownloadLink>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
