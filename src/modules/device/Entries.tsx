import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { entriesQuery } from "./api.ts";
import type { EntryLine } from "./contract.ts";
import { EntryPanel } from "./EntryPanel.tsx";
import { deviceMessages } from "./messages.ts";

/** What waits for a decision: who, what, when and why, without what it says. */
export function Entries() {
  const t = useMessages(deviceMessages);
  const entries = useQuery(entriesQuery);
  const [open, setOpen] = useState<string>();
  const typeOf = ({ type }: EntryLine) => t.maybe(`type.${type}`) ?? type;
  const columns: readonly Column<EntryLine>[] = [
    { id: "what", label: t("entry.what"), main: true, cell: typeOf, sort: typeOf },
    {
      id: "author",
      label: t("entry.author"),
      cell: ({ authorName }) => authorName,
      sort: ({ authorName }) => authorName,
    },
    {
      id: "said",
      label: t("entry.said"),
      cell: ({ saidAt }) => <InstantText at={saidAt} />,
      sort: ({ saidAt }) => saidAt,
    },
    { id: "why", label: t("entry.why"), cell: ({ heldFor }) => t.maybe(heldFor) ?? heldFor },
  ];
  return (
    <Loaded query={entries}>
      {({ entries: lines }) => {
        const chosen = lines.find(({ id }) => id === open);
        return (
          <>
            <DataTable
              label={t("tab.waiting")}
              columns={columns}
              rows={lines}
              rowId={({ id }) => id}
              onOpen={({ id }) => setOpen(id)}
              empty={<EmptyState title={t("entry.none")} text={t("entry.noneNext")} />}
            />
            <SidePanel
              open={chosen !== undefined}
              title={chosen ? typeOf(chosen) : ""}
              onClose={() => setOpen(undefined)}
            >
              {chosen && <EntryPanel key={chosen.id} entry={chosen} onDone={() => setOpen(undefined)} />}
            </SidePanel>
          </>
        );
      }}
    </Loaded>
  );
}
