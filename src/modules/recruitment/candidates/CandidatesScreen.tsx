import { useQuery } from "@tanstack/react-query";
import { DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { criteriaMessages } from "../../project/criteria/messages.ts";
import { bringAddress, candidatesQuery } from "../api.ts";
import { candidateSources, candidateStates } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import { CandidateStatus } from "./CandidateStatus.tsx";
import type { CandidateLine, CandidateList } from "./contract.ts";
import { HiddenCount } from "./HiddenCount.tsx";
import { isOpen } from "./rules.ts";
import { bringWords } from "./words.ts";

const formals = ["pass", "fail", "missing"] as const;

/** Everybody who applied, how far each has come, and what is still to be brought. */
export function CandidatesScreen() {
  const t = useMessages(recruitmentMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(candidatesQuery(recruitmentId));
  const closed = query.data?.closed ?? true;
  const base = `/recruitment/${recruitmentId}`;
  return (
    <Page
      title={t("candidates")}
      lead={query.data?.title}
      back={{ to: base, label: t("back") }}
      actions={
        !closed && (
          <>
            <LinkButton to={`${base}/import`} kind="main" icon="download">
              {t("act.import")}
            </LinkButton>
            <LinkButton to={`${base}/new`} icon="plus">
              {t("act.new")}
            </LinkButton>
          </>
        )
      }
    >
      <Loaded query={query} lines={8}>
        {(list) => <Candidates list={list} />}
      </Loaded>
    </Page>
  );
}

const isInside = ({ state }: CandidateLine) => isOpen(state);

function Candidates({ list }: { list: CandidateList }) {
  const t = useMessages(recruitmentMessages);
  const of = useMessages(criteriaMessages);
  const [filters, setFilters] = useUrlFilters({ formal: "", state: "", source: "" });
  const rows = list.candidates.filter(
    (row) =>
      (!filters.formal || (row.formal === filters.formal && isInside(row))) &&
      (!filters.state || row.state === filters.state) &&
      (!filters.source || row.source === filters.source),
  );
  const present = new Set(list.candidates.map(({ state }) => state));
  return (
    <>
      <HiddenCount count={list.hidden} />
      <Filters
        values={filters}
        onChange={setFilters}
        filters={[
          {
            code: "formal",
            label: t("formal"),
            options: formals.map((value) => ({ value, label: t(`formal.${value}`) })),
          },
          {
            code: "state",
            label: t("state"),
            options: candidateStates
              .filter((value) => present.has(value))
              .map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            code: "source",
            label: t("source"),
            options: candidateSources.map((value) => ({ value, label: t(`source.${value}`) })),
          },
        ]}
      />
      {list.candidates.some((one) => one.formal === "missing" && isInside(one)) && (
        <p>
          <DownloadLink href={bringAddress(list.recruitmentId, t.lang)} icon="print">
            {t("bring.printAll")}
          </DownloadLink>
        </p>
      )}
      <DataTable
        label={t("candidates")}
        rows={rows}
        rowId={(row) => row.id}
        to={(row) => `/candidates/${row.id}`}
        empty={
          list.candidates.length === 0 ? (
            <EmptyState title={t("candidates.none")} text={t("candidates.noneNext")} />
          ) : (
            <EmptyState title={t("candidates.noneHere")} />
          )
        }
        columns={[
          { id: "no", label: t("no"), number: true, cell: (row) => row.no, sort: (row) => row.no, width: "4rem" },
          {
            id: "name",
            label: t("name"),
            main: true,
            cell: (row) => row.name ?? t("nameGone", { no: row.no }),
            sort: (row) => row.name,
          },
          { id: "source", label: t("source"), cell: (row) => t(`source.${row.source}`), sort: (row) => row.source },
          {
            id: "applied",
            label: t("appliedOn"),
            cell: (row) => <DateText day={row.appliedOn} />,
            sort: (row) => row.appliedOn,
          },
          {
            id: "state",
            label: t("state"),
            cell: (row) => (
              <span className="cluster">
                <CandidateStatus state={row.state} />
                {row.others.some(({ kind }) => kind === "BESIDE") && <Status tone="due">{t("also.mark")}</Status>}
              </span>
            ),
            sort: (row) => candidateStates.indexOf(row.state),
          },
          {
            id: "bring",
            label: t("lacking"),
            cell: (row) => bringWords(of, list.rules, row.lacking).join("; ") || "–",
          },
        ]}
      />
    </>
  );
}
