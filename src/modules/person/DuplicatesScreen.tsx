import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { duplicatesQuery } from "./api.ts";
import { pairsAtMost } from "./codes.ts";
import type { DuplicatePair, PersonHit } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { MergeText, Unmerge } from "./Unmerge.tsx";

/** Pairs of records that may be one person; somebody decides, the machine never does. */
export function DuplicatesScreen() {
  const t = useMessages(personMessages);
  const pairs = useQuery(duplicatesQuery);
  const find = useCommandForm({
    type: "duplicate.find",
    messages: t,
    initial: {},
    build: () => ({}),
    onDone: () => {
      find.reset();
      void pairs.refetch();
    },
  });
  const who = (person: PersonHit) =>
    [
      person.name,
      t("personNo", { no: String(person.personNo) }),
      person.birthYear && t("born", { year: String(person.birthYear) }),
    ]
      .filter(Boolean)
      .join(", ");
  const columns: Column<DuplicatePair>[] = [
    { id: "one", label: t("duplicates.pair"), main: true, cell: (row) => `${who(row.one)} / ${who(row.other)}` },
    { id: "why", label: t("duplicates.why"), cell: (row) => t(`duplicates.${row.certainty}`) },
    {
      id: "act",
      label: t("act.compare"),
      cell: (row) => (
        <LinkButton to={`/people/${row.one.id}/merge/${row.other.id}`} search={{ pair: row.id }}>
          {t("act.compare")}
        </LinkButton>
      ),
    },
  ];
  return (
    <Page title={t("title.duplicates")} back={{ to: "/people", label: t("title.people") }}>
      <CommandForm form={find} submit={t("act.findDuplicates")} submitKind="quiet" submitIcon="search">
        {null}
      </CommandForm>
      <Loaded query={pairs}>
        {(answer) => (
          <>
            <DataTable
              label={t("title.duplicates")}
              columns={columns}
              rows={answer.pairs}
              most={pairsAtMost}
              rowId={(row) => row.id}
              empty={<EmptyState title={t("duplicates.none")} text={t("duplicates.noneText")} />}
            />
            {answer.merges.length > 0 && (
              <Card title={t("merges.recent")}>
                <ul className="stack">
                  {answer.merges.map((line) => (
                    <li key={line.id} className="cluster">
                      <strong>{line.keptName}</strong> <MergeText line={line} />
                      <Unmerge line={line} />
                    </li>
                  ))}
                </ul>
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
