import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ActivityNav, OfUnit } from "../ActivityNav.tsx";
import { activeGroupsQuery, activitiesStale } from "../api.ts";
import { activeMessages } from "./messages.ts";

/** Choices of the most active group of a club, in numbers. */
export function ActiveGroupsScreen() {
  const t = useMessages(activeMessages);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ActivityNav />
      <OfUnit>{(unitId) => <Groups unitId={unitId} />}</OfUnit>
    </Page>
  );
}

function Groups({ unitId }: { unitId: string }) {
  const t = useMessages(activeMessages);
  const go = useGo();
  const query = useQuery(activeGroupsQuery(unitId));
  const [adding, setAdding] = useState(false);
  return (
    <Loaded query={query} lines={4}>
      {(view) => (
        <div className="stack">
          {view.mayDecide && (
            <div className="cluster">
              <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
                {t("begin")}
              </Button>
            </div>
          )}
          <DataTable
            label={t("title")}
            rows={view.groups}
            rowId={(row) => row.id}
            to={(row) => `/activities/active-groups/${row.id}`}
            empty={<EmptyState title={t("none")} text={t("none.next")} />}
            columns={[
              { id: "name", label: t("name"), main: true, cell: (row) => row.name, sort: (row) => row.name },
              {
                id: "days",
                label: t("days"),
                cell: (row) => (
                  <>
                    <DateText day={row.from} /> – <DateText day={row.to} />
                  </>
                ),
                sort: (row) => row.from,
              },
              { id: "candidates", label: t("candidates"), number: true, cell: (row) => row.candidates },
              { id: "chosen", label: t("chosenCount"), number: true, cell: (row) => row.chosen },
            ]}
          />
          <SidePanel open={adding} title={t("begin")} onClose={() => setAdding(false)}>
            <BeginForm unitId={unitId} onDone={(id) => go(`/activities/active-groups/${id}`)} />
          </SidePanel>
        </div>
      )}
    </Loaded>
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function BeginForm({ unitId, onDone }: { unitId: string; onDone: (activeGroupId: string) => void }) {
  const t = useMessages(activeMessages);
  const form = useCommandForm({
    type: "active-group.begin",
    messages: t,
    draft: false,
    initial: { name: "", preparedFor: "", criteria: "", from: "", to: today() as string },
    check: ({ criteria, ...values }) => [
      ...Object.entries({ ...values, criteria }).flatMap(([path, value]) =>
        value.trim() === "" ? [{ path, code: "field.required" }] : [],
      ),
      ...(linesOf(criteria).length > 10 || linesOf(criteria).some((line) => line.length > 300)
        ? [{ path: "criteria", code: "active.criteria_many" }]
        : []),
    ],
    build: ({ criteria, ...values }) => ({
      ...values,
      activeGroupId: uuidv7(),
      unitId,
      criteria: linesOf(criteria),
    }),
    invalidates: activitiesStale,
    onDone: ({ ids }) => {
      toast({ text: t("saved") });
      onDone(ids.activeGroup ?? "");
    },
  });
  return (
    <CommandForm form={form} submit={t("begin")}>
      <TextField label={t("name")} required maxLength={200} {...form.field("name")} />
      <TextArea label={t("preparedFor")} required maxLength={500} {...form.field("preparedFor")} />
      <TextArea label={t("criteria")} hint={t("criteria.hint")} required rows={5} {...form.field("criteria")} />
      <DateField label={t("from")} required {...form.field("from")} />
      <DateField label={t("to")} required {...form.field("to")} />
    </CommandForm>
  );
}
