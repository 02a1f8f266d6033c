import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
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
import { useUnit } from "../useUnit.ts";
import type { RoomLine } from "./contract.ts";

export const roomsQuery = (unitId: string) => ({
  queryKey: ["programme", "rooms", unitId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ rooms: RoomLine[] }>(`/api/units/${unitId}/class-rooms`, { signal }),
  enabled: unitId !== "",
});

/** Rooms of a unit: one's own and those that partners lend, with their hours. */
export function RoomsScreen() {
  const t = useMessages(hoursMessages);
  const { unit } = useUnit();
  const rooms = useQuery(roomsQuery(unit?.id ?? ""));
  const [edited, edit] = useState<RoomLine | "new">();
  const words = useHoursWords();
  return (
    <UnitList
      title={t("rooms.title")}
      lead={t("rooms.lead")}
      empty={t("rooms.empty")}
      actions={
        <Button kind="main" icon="plus" onClick={() => edit("new")}>
          {t("rooms.add")}
        </Button>
      }
      query={rooms}
      rowsOf={({ rooms: rows }: { rooms: RoomLine[] }) => rows}
      onOpen={edit}
      columns={[
        { id: "name", label: t("room.name"), main: true, cell: (row) => row.name, sort: (row) => row.name },
        {
          id: "seats",
          label: t("room.capacity"),
          number: true,
          cell: (row) => row.capacity,
          sort: (row) => row.capacity,
        },
        {
          id: "lender",
          label: t("room.lender"),
          cell: (row) => row.lender ?? t("room.own"),
          sort: (row) => row.lender,
        },
        { id: "hours", label: t("hours.title"), cell: (row) => words(row.hours) },
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
          title: t(edited === "new" ? "rooms.add" : "rooms.edit"),
          body: () => (
            <RoomForm unitId={unit.id} room={edited === "new" ? undefined : edited} onDone={() => edit(undefined)} />
          ),
        }
      }
    />
  );
}

function RoomForm({ unitId, room, onDone }: { unitId: string; room: RoomLine | undefined; onDone: () => void }) {
  const t = useMessages(hoursMessages);
  const [roomId] = useState(() => room?.id ?? uuidv7());
  const form = useCommandForm({
    type: "class-room.record",
    messages: t,
    base: room?.version,
    initial: {
      name: room?.name ?? "",
      place: room?.place ?? "",
      capacity: room?.capacity,
      lender: room?.lender ?? "",
      retiredOn: room?.retiredOn ?? "",
      hours: rowsOfHours(room?.hours ?? []),
      closed: room?.closed.map(({ from, to }) => ({ from: from as string, to: to as string })) ?? [],
    },
    check: ({ name, capacity, hours, closed }) => [
      ...(name.trim() ? [] : [{ path: "name", code: "field.required" }]),
      ...(capacity ? [] : [{ path: "capacity", code: "field.required" }]),
      ...faultsOfHours("hours", hours),
      ...faultsOfDays("closed", closed),
    ],
    build: (values) => ({
      roomId,
      unitId,
      name: values.name.trim(),
      place: values.place.trim() || null,
      capacity: values.capacity,
      lender: values.lender.trim() || null,
      retiredOn: values.retiredOn || null,
      hours: hoursOfRows(values.hours),
      closed: values.closed,
    }),
    invalidates: [["programme"]],
    onDone: () => {
      toast({ text: t("rooms.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("rooms.save")} onReload={onDone}>
      <TextField label={t("room.name")} required maxLength={200} {...form.field("name")} />
      <NumberField label={t("room.capacity")} required size={4} {...form.field("capacity")} />
      <TextField label={t("room.place")} maxLength={200} {...form.field("place")} />
      <TextField label={t("room.lender")} hint={t("room.lenderHint")} maxLength={200} {...form.field("lender")} />
      <AvailabilityFields form={form} daysKey="closed" days={t("room.closed")} retired={t("room.retiredOn")} />
    </CommandForm>
  );
}
