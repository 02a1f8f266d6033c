import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import type { CommandForm as Form } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { choicesQuery } from "./api.ts";
import { calendarMessages } from "./calendar/messages.ts";
import { VerdictWords } from "./calendar/VerdictWords.tsx";
import type { SessionLine } from "./contract.ts";
import { hoursMessages } from "./hoursMessages.ts";
import { programmeMessages } from "./messages.ts";
import type { Place, PlaceJudge } from "./usePlaceJudge.ts";

type PlaceFieldsProps<V extends Place> = {
  form: Form<V>;
  groupId: string;
  /** The class as it stands: its room and leader stay to choose though nobody could choose them anew. */
  known?: Pick<SessionLine, "roomId" | "room" | "leaderId" | "leaderName">;
};

/** Day, hour, room and leader of a class. Rooms and people are chosen among those that the unit has. */
export function PlaceFields<V extends Place>({ form, groupId, known }: PlaceFieldsProps<V>) {
  const t = useMessages(programmeMessages);
  const h = useMessages(hoursMessages);
  const { data: choices } = useQuery(choicesQuery(groupId));
  const { day, startsAt, minutes, roomId, leaderId } = form.values;
  const set = (change: Partial<Place>) => form.set(change as Partial<V>); // a part of Place is a part of V
  const rooms = (choices?.rooms ?? []).map(({ id, name, capacity }) => ({
    value: id,
    label: t("session.roomOption", { name, seats: capacity }),
  }));
  const leaders = (choices?.leaders ?? []).map(({ id, name, kind }) => ({
    value: id,
    label: kind === "COLLEAGUE" ? name : `${name} (${h(`kind.${kind}`)})`,
  }));
  const kept = (options: typeof rooms, id: string | null | undefined, name: string | null | undefined) =>
    id && !options.some(({ value }) => value === id) ? [...options, { value: id, label: name ?? "–" }] : options;
  return (
    <>
      <DateField
        label={t("session.day")}
        quick={[]}
        {...form.at("day")}
        value={day}
        onChange={(it) => set({ day: it })}
      />
      <div className="cluster">
        <TimeField
          label={t("calendar.startsAt")}
          {...form.at("startsAt")}
          value={startsAt}
          onChange={(it) => set({ startsAt: it })}
        />
        <NumberField
          label={t("session.minutes")}
          unit={t("session.unit")}
          size={5}
          {...form.at("minutes")}
          value={minutes}
          onChange={(it) => set({ minutes: it })}
        />
      </div>
      <SelectField
        label={t("calendar.room")}
        options={kept(rooms, known?.roomId, known?.room)}
        empty={t("session.noRoom")}
        {...form.at("roomId")}
        value={roomId}
        onChange={(it) => set({ roomId: it })}
      />
      <SelectField
        label={t("session.leader")}
        hint={t("session.leaderHint")}
        options={kept(leaders, known?.leaderId, known?.leaderName)}
        {...form.at("leaderId")}
        value={leaderId}
        onChange={(it) => set({ leaderId: it })}
      />
    </>
  );
}

/** What stands in the way of the place in the fields, told while it is typed; taken knowingly by a tick. */
export function ConflictPart<V extends Place>({ form, judge }: { form: Form<V>; judge: PlaceJudge<V> }) {
  const t = useMessages(programmeMessages);
  const c = useMessages(calendarMessages);
  const { notice } = form;
  const { hear } = judge;
  // What the server said is kept for the place that it was said of.
  useEffect(() => hear(notice), [hear, notice]);
  const verdict = judge.verdictOf(form.values);
  if (!verdict) return null;
  if (verdict.hard.length === 0)
    return (
      <p className="soft" role="status">
        <VerdictWords verdict={verdict} />
      </p>
    );
  return (
    <Notice tone="due" title={c("conflict.title")}>
      <div className="stack-tight" role="status">
        <p>
          <VerdictWords verdict={verdict} />
        </p>
        <CheckField
          label={t("session.despite")}
          {...form.at("despiteAt")}
          value={judge.isTaken(form.values)}
          onChange={(isTaken) => form.set({ despiteAt: isTaken ? judge.keyOf(form.values) : "" } as Partial<V>)} // of every Place
        />
      </div>
    </Notice>
  );
}
