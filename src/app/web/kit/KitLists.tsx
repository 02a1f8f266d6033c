import { useMemo } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { shiftDay } from "../../../platform/ui/days.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Ladder, Status } from "../../../platform/ui/Status.tsx";
import { PersonName, RelativeTime } from "../../../platform/ui/Words.tsx";

type Row = { id: string; first: string; last: string; step: number; due: string; seen: string; where: string };
const STEPS = ["ulica", "noclegownia", "schronisko", "mieszkanie treningowe", "mieszkanie", "dom"];
const FIRST = ["Wojciech", "Zofia", "Łukasz", "Danuta", "Kamil", "Żaneta", "Jan", "Ćwirka"];
const LAST = ["Żak", "Adamska", "Borek", "Śliwa", "Łoś", "Ćwik", "Nowak"];

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `P-${String(1800 + at).padStart(5, "0")}`,
    first: FIRST[at % FIRST.length] ?? "",
    last: LAST[(at * 3) % LAST.length] ?? "",
    step: at % 7,
    due: shiftDay(today(), (at % 20) - 3),
    seen: shiftDay(today(), -(at % 40)),
    where: at % 2 ? "w schronisku" : "na ulicy",
  }));
}

const columns: readonly Column<Row>[] = [
  {
    id: "name",
    label: "Osoba",
    main: true,
    cell: (row) => <PersonName firstName={row.first} lastName={row.last} personNo={row.id} short />,
    sort: (row) => row.last,
  },
  {
    id: "where",
    label: "Gdzie",
    cell: (row) => <Status tone={row.where === "na ulicy" ? "due" : "active"}>{row.where}</Status>,
    sort: (row) => row.where,
  },
  { id: "ladder", label: "Droga", cell: (row) => <Ladder steps={STEPS} at={row.step} label="Droga" /> },
  { id: "due", label: "Termin", cell: (row) => <RelativeTime at={row.due} />, sort: (row) => row.due },
  { id: "seen", label: "Ostatnio", cell: (row) => <RelativeTime at={row.seen} />, sort: (row) => row.seen },
];

export function KitLists() {
  const [filters, setFilters] = useUrlFilters({ where: "", size: "" });
  const rows = useMemo(() => rowsOf(filters.size === "many" ? 10_000 : 8), [filters.size]);
  const shown = filters.where
    ? rows.filter((row) => row.where === (filters.where === "street" ? "na ulicy" : "w schronisku"))
    : rows;
  return (
    <>
      <Card title="Lista">
        <Filters
          values={filters}
          onChange={setFilters}
          filters={[
            {
              code: "where",
              label: "Gdzie",
              options: [
                { value: "street", label: "na ulicy" },
                { value: "shelter", label: "w schronisku" },
              ],
            },
            {
              code: "size",
              label: "Ile wierszy",
              all: "osiem",
              options: [{ value: "many", label: "dziesięć tysięcy" }],
            },
          ]}
        />
        <DataTable
          label="Moje osoby"
          columns={columns}
          rows={shown}
          rowId={(row) => row.id}
          to={() => "/kit"}
          initialSort={{ column: "name" }}
          empty={null}
        />
      </Card>
      <Card title="Pusta lista">
        <DataTable
          label="Nic"
          columns={columns}
          rows={[]}
          rowId={(row) => row.id}
          empty={
            <EmptyState
              title="Nie ma jeszcze nikogo"
              text="Osoba pojawi się tu po pierwszym zapisanym kontakcie."
              action={<Button kind="main">Zapisz kontakt</Button>}
            />
          }
        />
      </Card>
    </>
  );
}
