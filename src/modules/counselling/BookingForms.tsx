import { useQuery } from "@tanstack/react-query";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { PersonPicker } from "../person/api.ts";
import { consultationKeys, slotsQuery } from "./api.ts";
import type { BookingLine, DutyDayLine, PreferenceView } from "./contract.ts";
import type { OpenSlot } from "./DutyDayCard.tsx";
import { counsellingMessages } from "./messages.ts";
import {
  type BookingValues,
  noReminderYet,
  ReminderFields,
  settledReminder,
  usePreference,
} from "./ReminderFields.tsx";
import { ReminderLine } from "./ReminderLine.tsx";
import { SlipLink } from "./SlipLink.tsx";

const whom = ["PERSON", "OPEN"] as const;

/** Books one free slot for a person or for the open offer; nobody asks what it is about. */
export function BookForm({ slot: { line, startsAt }, onDone }: { slot: OpenSlot; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const { consultantDutyId, day } = line;
  const when = { day: formatDay(day, t.lang), time: startsAt };
  const form = useCommandForm({
    type: "booking.make",
    messages: t,
    draft: false,
    initial: { whom: "PERSON", personId: "", ...noReminderYet } as BookingValues,
    check: (values) => {
      const { channel, reminder } = settled(values);
      return [
        ...(values.whom === "PERSON" && !values.personId ? [{ path: "personId", code: "field.required" }] : []),
        ...(channel === "" && values.personId ? [{ path: "channel", code: "field.required" }] : []),
        ...(reminder && !reminder.address ? [{ path: "address", code: "field.required" }] : []),
      ];
    },
    paths: { "reminder.address": "address", preference: "channel" },
    build: (values) => {
      const { reminder, preference } = settled(values);
      const personId = values.whom === "PERSON" ? values.personId : null;
      return { bookingId: uuidv7(), personId, consultantDutyId, day, startsAt, reminder, preference };
    },
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("book.saved", when) });
      onDone();
    },
  });
  const forPerson = form.values.whom === "PERSON";
  const preference = usePreference(forPerson ? form.values.personId : "");
  const view: PreferenceView | undefined = forPerson ? preference.data : undefined;
  const settled = (values: BookingValues): ReturnType<typeof settledReminder> =>
    settledReminder(values, view, values.whom === "PERSON");
  return (
    <CommandForm form={form} submit={t("act.bookAt", when)}>
      <p>{[t(`role.${line.role}`), line.place].join(" · ")}</p>
      <p className="soft">{t("book.noTopic")}</p>
      <ChoiceField
        label={t("book.whom")}
        options={whom.map((value) => ({ value, label: t(`book.${value}`) }))}
        {...form.field("whom")}
        onChange={(chosen) => form.set({ whom: chosen, ...noReminderYet })}
      />
      {forPerson && (
        <PersonPicker
          label={t("book.person")}
          {...form.field("personId")}
          onChange={(personId) => form.set({ personId, ...noReminderYet })} // what was said by another goes with them
        />
      )}
      {!forPerson && <ReminderFields form={form} view={undefined} forPerson={false} />}
      {forPerson && form.values.personId !== "" && (
        <Loaded query={preference} lines={2}>
          {(known) => <ReminderFields form={form} view={known} forPerson />}
        </Loaded>
      )}
    </CommandForm>
  );
}

/** Moves a booking to another free hour with the same kind of specialist, or cancels it. */
export function ChangeForms({ slot, booking, onDone }: { slot: OpenSlot; booking: BookingLine; onDone: () => void }) {
  const t = useMessages(counsellingMessages);
  const slots = useQuery(slotsQuery("", slot.line.role));
  const when = { day: formatDay(slot.line.day, t.lang), time: slot.startsAt };
  return (
    <div className="stack">
      <p>{[booking.person?.name ?? t("booking.open"), `${when.day}, ${when.time}`].join(" · ")}</p>
      <div>
        <SlipLink bookingId={booking.bookingId} />
      </div>
      {booking.reminder && (
        <p>
          <ReminderLine reminder={booking.reminder} />
        </p>
      )}
      <Loaded query={slots} lines={2}>
        {({ days }) => <MoveForm days={days} booking={booking} onDone={onDone} />}
      </Loaded>
      <div className="stack-tight">
        <p className="soft">{t("act.cancelAsk")}</p>
        <ActButton
          type="booking.cancel"
          payload={() => ({ bookingId: booking.bookingId })}
          label={t("act.cancel")}
          kind="danger"
          messages={t}
          invalidates={consultationKeys}
          onDone={() => {
            toast({ text: t("saved.cancelled") });
            onDone();
          }}
        />
      </div>
    </div>
  );
}

function MoveForm({
  days,
  booking,
  onDone,
}: {
  days: readonly DutyDayLine[];
  booking: BookingLine;
  onDone: () => void;
}) {
  const t = useMessages(counsellingMessages);
  const free = days.flatMap(({ consultantDutyId, day, place, slots }) =>
    slots
      .filter(({ state }) => state === "FREE")
      .map(({ startsAt }) => ({
        consultantDutyId,
        day,
        startsAt,
        label: `${formatDay(day, t.lang)}, ${startsAt} · ${place}`,
      })),
  );
  const form = useCommandForm({
    type: "booking.move",
    messages: t,
    draft: false,
    initial: { to: "" },
    check: ({ to }) => (to ? [] : [{ path: "to", code: "field.required" }]),
    build: ({ to }) => {
      const slot = free[Number(to)];
      return {
        movedId: uuidv7(),
        bookingId: booking.bookingId,
        consultantDutyId: slot?.consultantDutyId,
        day: slot?.day,
        startsAt: slot?.startsAt,
      };
    },
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("saved.moved") });
      onDone();
    },
  });
  if (free.length === 0) return <p className="soft">{t("move.none")}</p>;
  return (
    <CommandForm form={form} submit={t("act.move")}>
      <SelectField
        label={t("move.to")}
        options={free.map(({ label }, at) => ({ value: String(at), label }))}
        {...form.field("to")}
      />
    </CommandForm>
  );
}
