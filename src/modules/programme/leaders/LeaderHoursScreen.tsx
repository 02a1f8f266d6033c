import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { leaderKinds } from "../codes.ts";
import {
  AvailabilityFields,
  faultsOfDays,
  faultsOfHours,
  hoursOfRows,
  rowsOfHours,
  useHoursWords,
} from "../HoursFields.tsx";
import { hoursMessages } from "../hoursMessages.ts";
import { UnitList } from "../UnitList.tsx";
import { useLeaderOptions } from "../useLeaderOptions.ts";
import { useUnit } from "../useUnit.ts";
import type { LeaderLine, OfferedVolunteer } from "./contract.ts";

type Leaders = { leaders: LeaderLine[]; volunteers: OfferedVolunteer[] };

export const leadersQuery = (unitId: string) => ({
  queryKey: ["programme", "leaders", unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<Leaders>(`/api/units/${unitId}/class-leaders`, { signal }),
  enabled: unitId !== "",
});

/** When colleagues, volunteers and people of partners can lead classes. */
export function LeaderHoursScreen() {
  const t = useMessages(hoursMessages);
  const { unit } = useUnit();
  const leaders = useQuery(leadersQuery(unit?.id ?? ""));
  const [edited, edit] = useState<LeaderLine | "colleague" | "guest">();
  const words = useHoursWords();
  return (
    <UnitList
      title={t("leaders.hours")}
      lead={t("leaders.hoursLead")}
      empty={t("leaders.none")}
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
      query={leaders}
      rowsOf={({ leaders: rows }: Leaders) => rows}
      onOpen={edit}
      columns={[
        { id: "name", label: t("leader.who"), main: true, cell: (row) => row.name, sort: (row) => row.name },
        { id: "kind", label: t("leader.kind"), cell: (row) => t(`kind.${row.kind}`), sort: (row) => row.kind },
        { id: "hours", label: t("hours.title"), cell: (row) => words(row.hours) },
        {
          id: "away",
          label: t("leader.away"),
          cell: (row) =>
            row.away.map(({ from, to }) => `${formatDay(from, t.lang)} – ${formatDay(to, t.lang)}`).join("; ") || "–",
        },
        {
          id: "ahead",
          label: t("ahead"),
          number: true,
          cell: (row) => (row.retiredOn ? t("retired.since", { day: formatDay(row.retiredOn, t.lang) }) : row.ahead),
          sort: (row) => row.ahead,
        },
      ]}
      onClose={() => edit(undefined)}
      panel={
        edited &&
        unit && {
          title:
            typeof edited === "object"
              ? t("leaders.edit")
              : t(edited === "guest" ? "leaders.addGuest" : "leaders.addColleague"),
          body: (data) => <LeaderForm unitId={unit.id} edited={edited} known={data} onDone={() => edit(undefined)} />,
        }
      }
    />
  );
}

type LeaderFormProps = {
  unitId: string;
  edited: LeaderLine | "colleague" | "guest";
  known: Leaders;
  onDone: () => void;
};

function LeaderForm({ unitId, edited, known, onDone }: LeaderFormProps) {
  const t = useMessages(hoursMessages);
  const leader = typeof edited === "object" ? edited : undefined;
  const isColleague = leader ? leader.kind === "COLLEAGUE" : edited === "colleague";
  const colleagues = useLeaderOptions([]).filter(({ value }) => !known.leaders.some(({ id }) => id === value));
  const [guestId] = useState(() => uuidv7());
  const volunteers = known.volunteers.map(({ id, name }) => ({ value: id, label: name }));
  const form = useCommandForm({
    type: "class-leader.record",
    messages: t,
    base: leader?.version,
    initial: {
      leaderId: leader?.id ?? "",
      volunteerId: "",
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
      leaderId: isColleague ? values.leaderId : (leader?.id ?? (values.volunteerId || guestId)),
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
  function chooseVolunteer(id: string): void {
    const chosen = known.volunteers.find((each) => each.id === id);
    form.set({
      volunteerId: id,
      ...(chosen && {
        name: chosen.name,
        kind: "VOLUNTEER",
        hours: rowsOfHours(chosen.hours),
        retiredOn: chosen.retiredOn ?? "",
      }),
    });
  }
  const isOfRegister = leader?.isOfRegister ?? form.values.volunteerId !== "";
  return (
    <CommandForm form={form} submit={t("leaders.saveHours")} onReload={onDone}>
      {leader ? (
        <p>
          <strong>{leader.name}</strong>
        </p>
      ) : isColleague ? (
        <SelectField label={t("leader.who")} required options={colleagues} {...form.field("leaderId")} />
      ) : null}
      {!leader && !isColleague && volunteers.length > 0 && (
        <SelectField
          label={t("leader.volunteer")}
          hint={t("leader.volunteerHint")}
          options={volunteers}
          {...form.field("volunteerId")}
          onChange={chooseVolunteer}
        />
      )}
      {!isColleague && !isOfRegister && (
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
      <AvailabilityFields
        form={form}
        daysKey="away"
        days={t("leader.away")}
        retired={isColleague ? undefined : t("leader.retiredOn")}
      />
    </CommandForm>
  );
}
