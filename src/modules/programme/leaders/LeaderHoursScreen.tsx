import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { leaderKinds } from "../codes.ts";
import {
  DaysFields,
  faultsOfDays,
  faultsOfHours,
  HoursFields,
  hoursOfRows,
  rowsOfHours,
  useHoursWords,
} from "../HoursFields.tsx";
import { hoursMessages } from "../hoursMessages.ts";
import { programmeMessages } from "../messages.ts";
import { useLeaderOptions } from "../useLeaderOptions.ts";
import { useUnit } from "../useUnit.ts";
import type { LeaderLine } from "./contract.ts";
import "../programme.css";

export const leadersQuery = (unitId: string) => ({
  queryKey: ["programme", "leaders", unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ leaders: LeaderLine[] }>(`/api/units/${unitId}/class-leaders`, { signal }),
  enabled: unitId !== "",
});

/** When colleagues, volunteers and people of partners can lead classes. */
export function LeaderHoursScreen() {
  const t = useMessages(hoursMessages);
  const p = useMessages(programmeMessages);
  const { unit, units, choose } = useUnit();
  const leaders = useQuery(leadersQuery(unit?.id ?? ""));
  const [edited, edit] = useState<LeaderLine | "colleague" | "guest">();
  const words = useHoursWords();
  return (
    <Page
      title={t("leaders.hours")}
      lead={t("leaders.hoursLead")}
      back={{ to: "/calendar", label: p("calendar.title") }}
      actions={
        <>
          <Button icon="plus" onClick={() => edit("guest")}>
            {t("leaders.addGuest")}
          </Button>
          <Button kind="main" icon="plus" onClick={() => edit("colleague")}>
            {t("leaders.addColleague")}
          </Button>
        </>
      }
    >
      {units.length > 1 && (
        <Filters
          filters={[
            { code: "unit", label: t("unit"), options: units.map(({ id, name }) => ({ value: id, label: name })) },
          ]}
          values={{ unit: unit?.id ?? "" }}
          onChange={(change) => choose(change.unit ?? "")}
        />
      )}
      <Loaded query={leaders}>
        {(data) => (
          <>
            <DataTable
              label={t("leaders.hours")}
              rows={data.leaders}
              rowId={(row) => row.id}
              onOpen={(row) => edit(row)}
              empty={<EmptyState title={t("leaders.none")} text={t("leaders.hoursLead")} />}
              columns={[
                { id: "name", label: t("leader.who"), main: true, cell: (row) => row.name, sort: (row) => row.name },
                { id: "kind", label: t("leader.kind"), cell: (row) => t(`kind.${row.kind}`), sort: (row) => row.kind },
                { id: "hours", label: t("hours.title"), cell: (row) => words(row.hours) },
                {
                  id: "away",
                  label: t("leader.away"),
                  cell: (row) =>
                    row.away
                      .map(({ from, to }) => `${formatDay(from, t.lang)} – ${formatDay(to, t.lang)}`)
                      .join("; ") || "–",
                },
                { id: "ahead", label: t("ahead"), number: true, cell: (row) => row.ahead, sort: (row) => row.ahead },
              ]}
            />
            {edited && unit && (
              <SidePanel
                open
                title={
                  typeof edited === "object"
                    ? t("leaders.edit")
                    : t(edited === "guest" ? "leaders.addGuest" : "leaders.addColleague")
                }
                onClose={() => edit(undefined)}
              >
                <LeaderForm unitId={unit.id} edited={edited} known={data.leaders} onDone={() => edit(undefined)} />
              </SidePanel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type LeaderFormProps = {
  unitId: string;
  edited: LeaderLine | "colleague" | "guest";
  known: readonly LeaderLine[];
  onDone: () => void;
};

function LeaderForm({ unitId, edited, known, onDone }: LeaderFormProps) {
  const t = useMessages(hoursMessages);
  const leader = typeof edited === "object" ? edited : undefined;
  const isColleague = leader ? leader.kind === "COLLEAGUE" : edited === "colleague";
  const colleagues = useLeaderOptions([]).filter(({ value }) => !known.some(({ id }) => id === value));
  const [guestId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "class-leader.record",
    messages: t,
    base: leader?.version,
    initial: {
      leaderId: leader?.id ?? "",
      kind: (leader?.kind ?? (isColleague ? "COLLEAGUE" : "")) as LeaderLine["kind"] | "",
      name: leader && !isColleague ? leader.name : "",
      weekHours: leader?.maxWeekMinutes ? leader.maxWeekMinutes / 60 : undefined,
      retiredOn: leader?.retiredOn ?? "",
      hours: rowsOfHours(leader?.hours ?? []),
      away: leader?.away.map(({ from, to }) => ({ from: from as string, to: to as string })) ?? [],
    },
    paths: { maxWeekMinutes: "weekHours" },
    check: (values) => [
      ...(isColleague && !values.leaderId ? [{ path: "leaderId", code: "field.required" }] : []),
      ...(!isColleague && !values.name.trim() ? [{ path: "name", code: "field.required" }] : []),
      ...(values.kind ? [] : [{ path: "kind", code: "field.required" }]),
      ...faultsOfHours("hours", values.hours),
      ...faultsOfDays("away", values.away),
    ],
    build: (values) => ({
      leaderId: isColleague ? values.leaderId : (leader?.id ?? guestId),
      unitId,
      kind: values.kind,
      name: isColleague ? null : values.name.trim(),
      maxWeekMinutes: values.weekHours ? Math.round(values.weekHours * 60) : null,
      retiredOn: values.retiredOn || null,
      hours: hoursOfRows(values.hours),
      away: values.away,
    }),
    invalidates: [["programme"]],
    onDone: () => {
      toast({ text: t("leaders.hoursSaved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("leaders.saveHours")} onReload={onDone}>
      {leader ? (
        <p>
          <strong>{leader.name}</strong>
        </p>
      ) : isColleague ? (
        <SelectField label={t("leader.who")} required options={colleagues} {...form.field("leaderId")} />
      ) : null}
      {!isColleague && (
        <>
          <TextField label={t("leader.name")} required maxLength={200} {...form.field("name")} />
          <ChoiceField
            label={t("leader.kind")}
            required
            options={leaderKinds
              .filter((kind) => kind !== "COLLEAGUE")
              .map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.field("kind")}
          />
        </>
      )}
      <NumberField
        label={t("leader.week")}
        hint={t("leader.weekHint")}
        unit="h"
        decimals={2}
        size={4}
        {...form.field("weekHours")}
      />
      <FormSection question={t("hours.title")}>
        <HoursFields path="hours" rows={form.values.hours} at={form.at} onChange={(hours) => form.set({ hours })} />
      </FormSection>
      <FormSection question={t("leader.away")} optional open={form.values.away.length > 0}>
        <DaysFields path="away" rows={form.values.away} at={form.at} onChange={(away) => form.set({ away })} />
        {!isColleague && <DateField label={t("leader.retiredOn")} quick={[]} {...form.field("retiredOn")} />}
      </FormSection>
    </CommandForm>
  );
}
