import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { personAccess } from "../person/access.ts";
import type { PersonHit } from "../person/contract.ts";
import { caseloadQuery } from "./api.ts";
import { type CaseloadFilter, fitsCaseload, whoseFirst } from "./caseloadFilter.ts";
import "./casework.css";
import { hintOf, isSearch, pickerMessages, usePeopleSearch } from "../person/api.ts";
import type { CaseloadLine } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";
import { DueWords } from "./TaskWords.tsx";

type Say = ReturnType<typeof useMessages<typeof caseworkMessages>>;

/** My people: who, where they stand, what is due, when last seen; and anybody in reach by a piece of the name. */
export function PeopleScreen() {
  const t = useMessages(caseworkMessages);
  const picker = useMessages(pickerMessages);
  const [typed, setTyped] = useState("");
  const records = useHasRole(...Object.keys(personAccess["person.record"]));
  const add = records && (
    <LinkButton to="/people/new" kind="main" icon="plus">
      {t("people.new")}
    </LinkButton>
  );
  return (
    <Page title={t("people.title")} actions={add}>
      <TextField label={picker("search")} hint={picker("searchHint")} type="search" value={typed} onChange={setTyped} />
      {isSearch(typed) ? <Found text={typed} /> : <Caseload />}
    </Page>
  );
}

function Found({ text }: { text: string }) {
  const t = useMessages(caseworkMessages);
  const picker = useMessages(pickerMessages);
  const found = usePeopleSearch(text, 50);
  const columns: Column<PersonHit>[] = [
    { id: "name", label: t("people.name"), main: true, cell: (hit) => hit.name },
    { id: "hint", label: t("glass.person"), cell: (hit) => hintOf(hit, picker) },
  ];
  return (
    <Loaded query={found}>
      {(answer) => (
        <DataTable
          label={t("people.found")}
          columns={columns}
          rows={answer.people}
          total={answer.total}
          rowId={(hit) => hit.id}
          to={(hit) => `/people/${hit.id}`}
          empty={<EmptyState title={picker("notFound")} text={picker("notFoundText")} />}
        />
      )}
    </Loaded>
  );
}

function columnsOf(t: Say): Column<CaseloadLine>[] {
  return [
    {
      id: "name",
      label: t("people.name"),
      main: true,
      cell: (line) => (
        <>
          {line.name} <span className="soft small">#{line.personNo}</span>
        </>
      ),
      sort: (line) => line.name,
    },
    {
      id: "stage",
      label: t("people.stands"),
      cell: (line) => (
        <>
          {t.maybe(`stage.${line.stage}`)}
          {line.cases > 1 && <span className="soft small"> {t("people.cases", { count: line.cases })}</span>}
        </>
      ),
      sort: (line) => line.stage,
    },
    {
      id: "due",
      label: t("people.next"),
      cell: (line) => <DueWords day={line.nextDue} />,
      sort: (line) => line.nextDue,
    },
    {
      id: "seen",
      label: t("people.seen"),
      cell: (line) =>
        line.lastSeenAt ? <RelativeTime at={line.lastSeenAt} /> : <span className="soft">{t("people.never")}</span>,
      sort: (line) => line.lastSeenAt,
    },
    {
      id: "leader",
      label: t("people.leader"),
      cell: (line) => line.leaderName ?? "–",
      sort: (line) => line.leaderName,
    },
  ];
}

function filtersOf(t: Say) {
  return [
    {
      code: "whose",
      label: t("people.whose"),
      all: t("people.unit"),
      options: [{ value: "mine", label: t("people.mine") }],
    },
    {
      code: "due",
      label: t("people.due"),
      all: t("people.any"),
      options: [
        { value: "late", label: t("people.lateOnly") },
        { value: "week", label: t("people.week") },
      ],
    },
    {
      code: "quiet",
      label: t("people.quiet"),
      all: t("people.any"),
      options: [{ value: "30", label: t("people.quiet30") }],
    },
  ];
}

function Caseload() {
  const caseload = useQuery(caseloadQuery);
  return (
    <Loaded query={caseload} lines={8}>
      {(answer) => <CaseloadList people={answer.people} total={answer.total} />}
    </Loaded>
  );
}

type CaseloadListProps = { people: readonly CaseloadLine[]; total: number };

/** Begins with my own people; who leads no case (a shelter's carer, a manager) begins with the whole unit. */
function CaseloadList({ people, total }: CaseloadListProps) {
  const t = useMessages(caseworkMessages);
  const [filters, setFilters] = useUrlFilters<CaseloadFilter>({ whose: whoseFirst(people), due: "", quiet: "" });
  const wholeUnit = (
    <Button onClick={() => setFilters({ whose: "", due: "", quiet: "" })}>{t("people.showUnit")}</Button>
  );
  return (
    <>
      <Filters filters={filtersOf(t)} values={filters} onChange={setFilters} />
      <DataTable
        label={t("people.title")}
        columns={columnsOf(t)}
        rows={people.filter((line) => fitsCaseload(line, filters, today()))}
        rowId={(line) => line.personId}
        to={(line) => `/people/${line.personId}`}
        empty={
          total === 0 ? (
            <EmptyState title={t("people.none")} text={t("people.noneText")} />
          ) : (
            <EmptyState title={t("people.noneHere")} action={wholeUnit} />
          )
        }
      />
    </>
  );
}
