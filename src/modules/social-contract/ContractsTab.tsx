import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { contractsOfPersonQuery } from "./api.ts";
import { ContractState } from "./ContractState.tsx";
import type { ContractStatus, ContractsOfPerson } from "./contract.ts";
import { contractMessages } from "./messages.ts";

/** The day of the next evaluation; one that has passed is amber, with a word. */
function NextEvaluation({ day }: { day: string | null }) {
  const t = useMessages(contractMessages);
  if (day === null) return "–";
  if (day >= today()) return <DateText day={day} />;
  return (
    <Status tone="due" icon="warning">
      <DateText day={day} />, {t("evaluation.late")}
    </Status>
  );
}

export function useContractColumns(): readonly Column<ContractStatus>[] {
  const t = useMessages(contractMessages);
  return [
    { id: "number", label: t("column.number"), main: true, cell: (row) => row.number, sort: (row) => row.number },
    { id: "state", label: t("column.state"), cell: (row) => <ContractState state={row.state} /> },
    { id: "kind", label: t("column.kind"), cell: (row) => t(row.tripartite ? "kind.three" : "kind.two") },
    {
      id: "signed",
      label: t("column.signed"),
      cell: (row) => (row.signedOn ? <DateText day={row.signedOn} /> : "–"),
      sort: (row) => row.signedOn,
    },
    {
      id: "next",
      label: t("column.next"),
      cell: (row) => <NextEvaluation day={row.nextEvaluation} />,
      sort: (row) => row.nextEvaluation,
    },
  ];
}

type OfPerson = ContractsOfPerson["contracts"][number];

/** Contracts in a person's file, also those that they are a party of as a member of the family; outside social work only where they stand. */
export function ContractsTab({ personId }: { personId: string }) {
  const t = useMessages(contractMessages);
  const query = useQuery(contractsOfPersonQuery(personId));
  const columns = useContractColumns();
  const ofFamily: Column<OfPerson> = {
    id: "number",
    label: t("column.number"),
    main: true,
    cell: ({ number, asMember }) => (asMember ? `${number} (${t("kind.asMember")})` : number),
    sort: (row) => row.number,
  };
  return (
    <Loaded query={query}>
      {({ contracts, mayRead, mayWrite }) => {
        const begin = mayWrite && (
          <LinkButton kind="main" icon="plus" to={`/people/${personId}/contracts/new`}>
            {t("act.new")}
          </LinkButton>
        );
        return (
          <div className="stack">
            {!mayRead && contracts.length > 0 && <Notice>{t("list.statusOnly")}</Notice>}
            <DataTable
              label={t("title.list")}
              columns={[ofFamily, ...columns.filter(({ id }) => id !== "number")]}
              rows={contracts}
              rowId={(row) => row.id}
              {...(mayRead ? { to: (row: ContractStatus) => `/contracts/${row.id}` } : {})}
              empty={
                <EmptyState
                  title={t("list.personEmpty")}
                  text={t("list.personEmptyText")}
                  action={begin || undefined}
                />
              }
            />
            <div className="cluster">
              {contracts.length > 0 && begin}
              {mayWrite && <LinkButton to={`/people/${personId}/packet`}>{t("act.toPackets")}</LinkButton>}
              {mayWrite && <LinkButton to={`/people/${personId}/checklist`}>{t("act.toChecklist")}</LinkButton>}
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}
