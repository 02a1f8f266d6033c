import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { programmeMessages } from "./messages.ts";
import { UnitFilter } from "./UnitFilter.tsx";
import "./programme.css";

type UnitListProps<D, R extends { id: string }> = {
  title: string;
  lead: string;
  actions: ReactNode;
  query: UseQueryResult<D>;
  rowsOf: (data: D) => readonly R[];
  columns: readonly Column<R>[];
  empty: string;
  onOpen: (row: R) => void;
  /** What is open beside the list; undefined = nothing. */
  panel: { title: string; body: (data: D) => ReactNode } | undefined;
  onClose: () => void;
};

/** What a unit keeps for its calendar - rooms, leaders, closed days - as a list; a line or a button opens its form beside it. */
export function UnitList<D, R extends { id: string }>(props: UnitListProps<D, R>) {
  const { title, lead, actions, query, rowsOf, columns, empty, onOpen, panel, onClose } = props;
  const p = useMessages(programmeMessages);
  return (
    <Page title={title} lead={lead} back={{ to: "/calendar", label: p("calendar.title") }} actions={actions}>
      <UnitFilter />
      <Loaded query={query}>
        {(data) => (
          <>
            <DataTable
              label={title}
              rows={rowsOf(data)}
              rowId={(row) => row.id}
              onOpen={onOpen}
              empty={<EmptyState title={empty} />}
              columns={columns}
            />
            {panel && (
              <SidePanel open title={panel.title} onClose={onClose}>
                {panel.body(data)}
              </SidePanel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
