import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { colleaguesQuery } from "../organisation/api.ts";
import { interviewRegisterQuery } from "./api.ts";
import { interviewStandings } from "./codes.ts";
import type { InterviewLine } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";
import { interviewPaperMessages } from "./interviewPaperMessages.ts";

const tones: Readonly<Record<InterviewLine["standing"], StatusTone>> = {
  OVERDUE: "danger",
  NEEDED: "active",
  UPDATE_DUE: "due",
  REFUSED: "neutral",
  HELD: "confirmed",
  STOPPED: "neutral",
};

/** Interviews of the people one works with: what is late or to be held stands first; the person's file has the rest. */
export function InterviewRegisterScreen() {
  const t = useMessages(interviewMessages);
  const go = useGo();
  const query = useQuery(interviewRegisterQuery);
  const [filters, setFilters] = useUrlFilters({ standing: "", worker: "" });
  const all = query.data?.interviews ?? [];
  const fits = (row: InterviewLine) =>
    (!filters.standing || row.standing === filters.standing) &&
    (!filters.worker || row.socialWorkerId === filters.worker);
  const columns: Column<InterviewLine>[] = [
    {
      id: "person",
      label: t("register.person"),
      main: true,
      cell: (row) => row.personName,
      sort: (row) => row.personName,
    },
    {
      id: "standing",
      label: t("register.standing"),
      cell: ({ standing }) => <Status tone={tones[standing]}>{t(`standing.${standing}`)}</Status>,
      sort: ({ standing }) => interviewStandings.indexOf(standing),
    },
    { id: "due", label: t("register.due"), cell: (row) => <DateText day={row.dueOn} />, sort: (row) => row.dueOn },
    {
      id: "held",
      label: t("interview.heldOn"),
      cell: ({ heldOn, dueOn }) =>
        heldOn === null ? (
          "–"
        ) : heldOn > dueOn ? (
          <>
            <DateText day={heldOn} /> ({t("register.late")})
          </>
        ) : (
          <DateText day={heldOn} />
        ),
      sort: (row) => row.heldOn,
    },
    {
      id: "update",
      label: t("interview.updateBy"),
      cell: (row) => (row.updateDueOn ? <DateText day={row.updateDueOn} /> : "–"),
      sort: (row) => row.updateDueOn,
    },
    {
      id: "worker",
      label: t("interview.worker"),
      cell: (row) => row.socialWorker,
      sort: (row) => row.socialWorker,
      wideOnly: true,
    },
    {
      id: "trigger",
      label: t("register.trigger"),
      cell: (row) => <DateText day={row.triggerOn} />,
      sort: (row) => row.triggerOn,
      wideOnly: true,
    },
  ];
  const counted = interviewStandings.map((value) => ({
    value,
    label: `${t(`standing.${value}`)}: ${all.filter(({ standing }) => standing === value).length}`,
  }));
  const workers = [...new Map(all.map(({ socialWorkerId, socialWorker }) => [socialWorkerId, socialWorker]))].toSorted(
    ([, a], [, b]) => a.localeCompare(b),
  );
  return (
    <Page title={t("register.title")} lead={t("register.lead")}>
      <Filters
        filters={[
          { code: "standing", label: t("register.standing"), all: t("register.all"), options: counted },
          {
            code: "worker",
            label: t("interview.worker"),
            all: t("register.everybody"),
            options: workers.map(([value, label]) => ({ value, label })),
          },
        ]}
        values={filters}
        onChange={setFilters}
      />
      <Loaded query={query}>
        {({ interviews }) => (
          <>
            <DataTable
              label={t("register.title")}
              columns={columns}
              rows={interviews.filter(fits)}
              rowId={({ id }) => id}
              onOpen={({ personId }) => go(`/people/${personId}`, { tab: "case" })}
              empty={
                interviews.length > 0 ? (
                  <EmptyState title={t("register.chosenNone")} />
                ) : (
                  <EmptyState title={t("interview.none")} text={t("register.emptyNext")} />
                )
              }
            />
          </>
        )}
      </Loaded>
      <Book />
    </Page>
  );
}

/** The register of a time and a unit, as control asks for it: on paper and as a sheet. */
function Book() {
  const t = useMessages(interviewPaperMessages);
  const lang = useLanguage();
  const colleagues = useQuery(colleaguesQuery);
  const [from, setFrom] = useState<string>(`${today().slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string>(today());
  const [unitId, setUnitId] = useState("");
  const units = colleagues.data?.units ?? [];
  const isRight = isPlainDate(from) && isPlainDate(to) && from <= to;
  const address = (format: string) =>
    `/api/interviews/document?${new URLSearchParams({ from, to, lang, format, ...(unitId ? { unitId } : {}) }).toString()}`;
  return (
    <Card title={t("get.title")}>
      <div className="stack">
        <DateField label={t("get.from")} quick={[]} value={from} onChange={setFrom} />
        <DateField label={t("get.to")} quick={["today"]} value={to} onChange={setTo} />
        {units.length > 1 && (
          <SelectField
            label={t("book.unit")}
            empty={t("get.all")}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={unitId}
            onChange={setUnitId}
          />
        )}
        <div className="cluster" role="status">
          {isRight ? (
            <>
              <DownloadLink href={address("pdf")}>{t("get.pdf")}</DownloadLink>
              <DownloadLink href={address("xlsx")}>{t("get.xlsx")}</DownloadLink>
            </>
          ) : (
            <p>{t("get.wrong")}</p>
          )}
        </div>
      </div>
    </Card>
  );
}
