import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { PersonPicker } from "../../person/api.ts";
import { ActivityNav, OfUnit } from "../ActivityNav.tsx";
import { activitiesStale, exchangesQuery } from "../api.ts";
import type { ExchangeList } from "./contract.ts";
import { gatheringMessages } from "./messages.ts";

/** Who did what for whom, and what each has given and received. */
export function ExchangeScreen() {
  const t = useMessages(gatheringMessages);
  return (
    <Page title={t("exchange")} lead={t("exchange.lead")}>
      <ActivityNav />
      <OfUnit>{(unitId) => <Exchanges unitId={unitId} />}</OfUnit>
    </Page>
  );
}

function Exchanges({ unitId }: { unitId: string }) {
  const t = useMessages(gatheringMessages);
  const query = useQuery(exchangesQuery(unitId));
  const [adding, setAdding] = useState(false);
  return (
    <Loaded query={query} lines={6}>
      {(view) => (
        <div className="stack">
          {view.mayWrite && (
            <div className="cluster">
              <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
                {t("exchange.new")}
              </Button>
            </div>
          )}
          {view.balances.length > 0 && <Balances view={view} />}
          <Lines view={view} />
          <SidePanel open={adding} title={t("exchange.new")} onClose={() => setAdding(false)}>
            <ExchangeForm unitId={unitId} onDone={() => setAdding(false)} />
          </SidePanel>
        </div>
      )}
    </Loaded>
  );
}

function Balances({ view }: { view: ExchangeList }) {
  const t = useMessages(gatheringMessages);
  return (
    <Card title={t("balances")}>
      <DataTable
        label={t("balances")}
        rows={view.balances}
        rowId={(row) => row.personId}
        empty={null}
        columns={[
          { id: "name", label: t("person"), main: true, cell: (row) => row.name, sort: (row) => row.name },
          {
            id: "given",
            label: t("given"),
            number: true,
            cell: (row) => hoursText(row.given, t.lang),
            sort: (row) => row.given,
          },
          {
            id: "received",
            label: t("received"),
            number: true,
            cell: (row) => hoursText(row.received, t.lang),
            sort: (row) => row.received,
          },
          {
            id: "balance",
            label: t("balance"),
            number: true,
            cell: (row) => hoursText(row.given - row.received, t.lang),
            sort: (row) => row.given - row.received,
          },
        ]}
      />
    </Card>
  );
}

function Lines({ view }: { view: ExchangeList }) {
  const t = useMessages(gatheringMessages);
  return (
    <DataTable
      label={t("exchange")}
      rows={view.exchanges}
      rowId={(row) => row.id}
      empty={<EmptyState title={t("exchange.none")} text={t("exchange.lead")} />}
      columns={[
        { id: "day", label: t("day"), main: true, cell: (row) => <DateText day={row.day} />, sort: (row) => row.day },
        { id: "giver", label: t("giver"), cell: (row) => row.giver ?? t("neighbourhood"), sort: (row) => row.giver },
        {
          id: "receiver",
          label: t("receiver"),
          cell: (row) => row.receiver ?? t("neighbourhood"),
          sort: (row) => row.receiver,
        },
        { id: "what", label: t("what"), cell: (row) => row.what },
        {
          id: "hours",
          label: t("hours"),
          number: true,
          cell: (row) => hoursText(row.minutes, t.lang),
          sort: (row) => row.minutes,
        },
        ...(view.mayWrite
          ? [
              {
                id: "act",
                label: "",
                cell: (row: ExchangeList["exchanges"][number]) => (
                  <ActButton
                    type="exchange.withdraw"
                    payload={() => ({ exchangeId: row.id })}
                    label={t("exchange.withdraw")}
                    kind="plain"
                    messages={t}
                    invalidates={activitiesStale}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

type Side = "PERSON" | "NEIGHBOURHOOD";

function ExchangeForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const t = useMessages(gatheringMessages);
  const form = useCommandForm({
    type: "exchange.record",
    draft: false,
    messages: t,
    initial: {
      day: today() as string,
      giving: "PERSON" as Side | "",
      giverId: "",
      receiving: "PERSON" as Side | "",
      receiverId: "",
      hours: undefined as number | undefined,
      what: "",
    },
    paths: { minutes: "hours" },
    check: ({ day, giving, giverId, receiving, receiverId, hours, what }) =>
      Object.entries({
        day,
        hours: hours ?? "",
        what: what.trim(),
        ...(giving === "PERSON" ? { giverId } : {}),
        ...(receiving === "PERSON" ? { receiverId } : {}),
      }).flatMap(([path, value]) => (value === "" ? [{ path, code: "field.required" }] : [])),
    build: ({ day, giving, giverId, receiving, receiverId, hours, what }) => ({
      exchangeId: uuidv7(),
      unitId,
      day,
      giverId: giving === "PERSON" ? giverId : null,
      receiverId: receiving === "PERSON" ? receiverId : null,
      minutes: Math.round((hours ?? 0) * 60),
      what,
    }),
    invalidates: activitiesStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const sides = (["PERSON", "NEIGHBOURHOOD"] as const).map((value) => ({ value, label: t(`side.${value}`) }));
  return (
    <CommandForm form={form} submit={t("exchange.new")}>
      <DateField label={t("day")} required {...form.field("day")} />
      <ChoiceField label={t("giver")} options={sides} {...form.field("giving")} />
      {form.values.giving === "PERSON" && <PersonPicker label={t("giver")} {...form.field("giverId")} />}
      <ChoiceField label={t("receiver")} options={sides} {...form.field("receiving")} />
      {form.values.receiving === "PERSON" && <PersonPicker label={t("receiver")} {...form.field("receiverId")} />}
      <TextField label={t("what")} required maxLength={200} {...form.field("what")} />
      <NumberField label={t("hours")} decimals={2} unit={t("unit.hours")} size={5} required {...form.field("hours")} />
    </CommandForm>
  );
}
