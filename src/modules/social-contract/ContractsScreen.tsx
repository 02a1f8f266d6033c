import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { myContractsQuery } from "./api.ts";
import { ContractsTab, useContractColumns } from "./ContractsTab.tsx";
import type { ContractLine } from "./contract.ts";
import { contractMessages } from "./messages.ts";

/** Contracts of the people that my units work with, those with the nearest evaluation first. */
export function ContractsScreen() {
  const t = useMessages(contractMessages);
  const query = useQuery(myContractsQuery);
  const person: Column<ContractLine> = {
    id: "person",
    label: t("column.person"),
    main: true,
    cell: (row) => row.personName,
    sort: (row) => row.personName,
  };
  const columns = [person, ...useContractColumns().map((column) => ({ ...column, main: false }))];
  return (
    <Page
      title={t("title.list")}
      lead={t("list.lead")}
      actions={
        <LinkButton icon="pen" to="/packets">
          {t("act.toPackets")}
        </LinkButton>
      }
    >
      <Loaded query={query}>
        {({ contracts }) => (
          <DataTable
            label={t("title.list")}
            columns={columns}
            rows={contracts}
            rowId={(row) => row.id}
            to={(row) => `/contracts/${row.id}`}
            initialSort={{ column: "next" }}
            empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
          />
        )}
      </Loaded>
    </Page>
  );
}

/** The tab as a page of its own, for the way back from a contract. */
export function PersonContractsScreen() {
  const t = useMessages(contractMessages);
  const personId = useParam("personId");
  return (
    <Page title={t("title.list")} back={{ to: `/people/${personId}`, label: t("back.person") }}>
      <ContractsTab personId={personId} />
    </Page>
  );
}
