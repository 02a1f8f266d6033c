import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../../platform/messages.ts";
import { AppLink, Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { rankingQuery, recruitmentStale } from "../api.ts";
import { CandidateStatus } from "../candidates/CandidateStatus.tsx";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import type { RankingRow, RankingView } from "./contract.ts";
import { rankingMessages } from "./messages.ts";
import "../setup/recruitment.css";

/** The ranking: frozen versions, what decides between neighbours, and what has changed since. */
export function RankingScreen() {
  const t = useMessages(rankingMessages);
  const recruitmentId = useParam("recruitmentId");
  const [filters, setFilters] = useUrlFilters({ no: "" });
  const query = useQuery(rankingQuery(recruitmentId, filters.no));
  const view = query.data;
  const newest = filters.no === "" || Number(filters.no) === view?.versions[0]?.no;
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: view?.title ?? "…" }}
      actions={
        view?.mayDecide &&
        view.versions.length > 0 &&
        !view.closed && (
          <LinkButton to={`/recruitment/${recruitmentId}/decisions`} kind="main" icon="check">
            {t("act.decide")}
          </LinkButton>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(data) => (
          <>
            <VersionNotice view={data} no={filters.no} />
            {newest && <Changes view={data} />}
            {newest && data.mayFreeze && !data.closed && data.rows.length > 0 && <Freeze view={data} />}
            <HiddenCount count={data.hidden} />
            <RankingTable view={data} />
            {data.versions.length > 0 && <Versions view={data} onChoose={(no) => setFilters({ no })} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const shown = ({ versions }: RankingView, no: string) =>
  no === "" ? versions[0] : versions.find((version) => version.no === Number(no));

function VersionNotice({ view, no }: { view: RankingView; no: string }) {
  const t = useMessages(rankingMessages);
  const version = shown(view, no);
  if (!version) return view.rows.length > 0 ? <Notice tone="due">{t("not.frozen")}</Notice> : null;
  return (
    <p className="soft">
      {t("version.of", {
        no: version.no,
        at: formatInstant(version.at, t.lang),
        by: version.by,
        day: formatDay(version.judgedOn, t.lang),
      })}
      {version.reason && `. ${version.reason}`}
    </p>
  );
}

function Changes({ view }: { view: RankingView }) {
  const t = useMessages(rankingMessages);
  const called = (one: { name: string | null; no: number }) => one.name ?? t("gone", { no: one.no });
  const moved = view.versions.length === 0 ? [] : view.rows.filter(({ rank, now }) => rank !== now);
  return (
    <>
      {view.incomplete.length > 0 && (
        <Notice tone="due" title={t("incomplete.title", { count: view.incomplete.length })}>
          <span className="cluster">
            {view.incomplete.slice(0, 12).map((one) => (
              <AppLink key={one.candidateId} to={`/candidates/${one.candidateId}`}>
                {called(one)}
              </AppLink>
            ))}
            {view.incomplete.length > 12 && <span>…</span>}
          </span>
        </Notice>
      )}
      {(moved.length > 0 || view.newcomers.length > 0) && (
        <Notice tone="due" title={t("changed.title")}>
          <ul className="marked-list">
            {moved.slice(0, 20).map((row) => (
              <li key={row.candidateId}>
                {row.now === null
                  ? t("changed.leaves", { name: called(row) })
                  : t("changed.moves", { name: called(row), from: row.rank, to: row.now })}
              </li>
            ))}
            {view.newcomers.slice(0, 20).map((one) => (
              <li key={one.candidateId}>{t("changed.joins", { name: called(one), to: one.now })}</li>
            ))}
          </ul>
          <p>{t("changed.what")}</p>
        </Notice>
      )}
    </>
  );
}

const causes = ["CORRECTION", "LATE_CANDIDATE"] as const;

function Freeze({ view }: { view: RankingView }) {
  const t = useMessages(rankingMessages);
  const [open, setOpen] = useState(false);
  const [newest] = view.versions;
  const form = useCommandForm({
    type: "ranking.freeze",
    messages: t,
    draft: false,
    initial: { cause: "CORRECTION" as (typeof causes)[number] | "", reason: "" },
    build: ({ cause, reason }) => ({
      rankingId: uuidv7(),
      recruitmentId: view.recruitmentId,
      seenNo: newest?.no ?? 0,
      cause: newest ? cause : "FIRST",
      reason: newest ? reason : "",
    }),
    check: ({ cause, reason }) =>
      newest
        ? [
            ...(cause ? [] : [{ path: "cause", code: "field.required" }]),
            ...(reason.trim() ? [] : [{ path: "reason", code: "ranking.reason_missing" }]),
          ]
        : [],
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("frozen") });
      setOpen(false);
      form.reset();
    },
  });
  if (!open)
    return (
      <p>
        <Button kind={newest ? "quiet" : "main"} icon="lock" onClick={() => setOpen(true)}>
          {t(newest ? "act.freezeNext" : "act.freeze")}
        </Button>
      </p>
    );
  return (
    <Card title={t(newest ? "act.freezeNext" : "act.freeze")}>
      <CommandForm form={form} submit={t(newest ? "act.freezeNext" : "act.freeze")} note={t("freeze.what")}>
        {view.outside.length > 0 && <p>{t("outside", { count: view.outside.length })}</p>}
        {newest && (
          <>
            <SelectField
              label={t("freeze.cause")}
              required
              empty={false}
              options={causes.map((value) => ({ value, label: t(`cause.${value}`) }))}
              {...form.field("cause")}
            />
            <TextArea label={t("freeze.reason")} required maxLength={1000} {...form.field("reason")} />
          </>
        )}
      </CommandForm>
    </Card>
  );
}

function RankingTable({ view }: { view: RankingView }) {
  const t = useMessages(rankingMessages);
  const number = new Intl.NumberFormat(LOCALE[t.lang], { maximumFractionDigits: 2 });
  const points = (hundredths: number) => number.format(hundredths / 100);
  const columns: Column<RankingRow>[] = [
    { id: "rank", label: t("rank"), number: true, width: "5rem", cell: (row) => row.rank, sort: (row) => row.rank },
    {
      id: "name",
      label: t("name"),
      main: true,
      cell: (row) => row.name ?? t("gone", { no: row.no }),
      sort: (row) => row.name,
    },
    { id: "total", label: t("total"), number: true, cell: (row) => points(row.total), sort: (row) => row.total },
    ...view.points.map(
      ({ pointId, name }): Column<RankingRow> => ({
        id: pointId,
        label: name,
        number: true,
        wideOnly: true,
        cell: (row) => row.given[pointId] ?? "–",
        sort: (row) => row.given[pointId],
      }),
    ),
    ...(view.interviewMax > 0
      ? [
          {
            id: "interview",
            label: t("interview"),
            number: true,
            cell: (row: RankingRow) => points(row.interview),
            sort: (row: RankingRow) => row.interview,
          },
        ]
      : []),
    {
      id: "unemployed",
      label: t("unemployed"),
      cell: (row) => (row.unemployedSince ? <DateText day={row.unemployedSince} /> : "–"),
      sort: (row) => row.unemployedSince,
    },
    {
      id: "applied",
      label: t("applied"),
      cell: (row) => <DateText day={row.appliedOn} />,
      sort: (row) => row.appliedOn,
    },
    { id: "tie", label: t("tie"), cell: (row) => (row.before ? t(`tie.${row.before}`) : "–") },
    { id: "state", label: t("state"), cell: (row) => <CandidateStatus state={row.state} />, sort: (row) => row.state },
  ];
  return (
    <>
      {view.rows.length > 0 && <p>{t("limit", { places: view.places })}</p>}
      <DataTable
        label={t("title")}
        rows={view.rows}
        rowId={(row) => row.candidateId}
        to={(row) => `/candidates/${row.candidateId}`}
        initialSort={{ column: "rank" }}
        columns={columns}
        empty={<EmptyState title={t("none")} text={t("noneNext")} />}
      />
    </>
  );
}

function Versions({ view, onChoose }: { view: RankingView; onChoose: (no: string) => void }) {
  const t = useMessages(rankingMessages);
  return (
    <Card title={t("versions")}>
      <ul role="list" className="stack">
        {view.versions.map((version) => (
          <li key={version.id} className="cluster">
            <Button kind="plain" onClick={() => onChoose(String(version.no))}>
              {t("version", { no: version.no })}
            </Button>
            <span>{t(`cause.${version.cause}`)}</span>
            <span className="soft small">
              {formatInstant(version.at, t.lang)}, {version.by}
            </span>
            {version.reason && <span>{version.reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
