import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { formatDay, formatWeekday } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { counsellingAccess } from "./access.ts";
import { consultationKeys } from "./api.ts";
import type { BookingOutcome } from "./codes.ts";
import type { BookingLine } from "./contract.ts";
import type { ShownDuty, ShownSlot } from "./keptTalks.ts";
import { counsellingMessages } from "./messages.ts";
import { noteMessages } from "./noteMessages.ts";
import "./counselling.css";

/** A slot that somebody opened: a free one to book, or one whose booking is to be changed. */
export type OpenSlot = { line: Omit<ShownDuty, "slots">; startsAt: string; booking: BookingLine | null };

const tones = { FREE: "neutral", BOOKED: "active", OFFERED: "due", RESERVED: "active", OVER: "neutral" } as const;

/** One day of one consultant with its slots. */
export function DutyDayCard({ line, onOpen }: { line: ShownDuty; onOpen: (open: OpenSlot) => void }) {
  const t = useMessages(counsellingMessages);
  const { day, role, consultant, place, startsAt, endsAt, lost, slots } = line;
  return (
    <Card title={`${formatWeekday(day, t.lang)} · ${t(`role.${role}`)}`}>
      <p className="soft">{[consultant, place, t("duty.hours", { from: startsAt, to: endsAt })].join(" · ")}</p>
      {lost ? (
        <p>
          <Status tone="due" icon="calendar">
            {lost === "AWAY" ? t("duty.lostAway") : t("duty.lostHoliday")}
          </Status>
        </p>
      ) : (
        <ul role="list" className="plain-list counselling-slots">
          {slots.map((slot) => (
            <Slot key={slot.startsAt} line={line} slot={slot} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type SlotProps = { line: ShownDuty; slot: ShownSlot; onOpen: (open: OpenSlot) => void };

function Slot({ line, slot, onOpen }: SlotProps) {
  const t = useMessages(counsellingMessages);
  const books = useHasRole(...Object.keys(counsellingAccess["booking.make"]));
  const ofTalk = useMessages(noteMessages);
  const { startsAt, state, booking, talk } = slot;
  const who = booking && (booking.person?.name ?? (booking.forPerson ? null : t("booking.open")));
  return (
    <li className="counselling-slot">
      <strong className="counselling-hour">{startsAt}</strong>
      <span className="counselling-who">
        {talk
          ? [ofTalk("day.INTERVIEW"), talk.title, ofTalk("day.minutes", { count: talk.minutes })]
              .filter(Boolean)
              .join(" · ")
          : (who ?? <Status tone={tones[state]}>{t(`state.${state}`)}</Status>)}
        {booking?.outcome && (
          <Status tone={booking.outcome === "CAME" ? "confirmed" : "due"}>{t(`outcome.${booking.outcome}`)}</Status>
        )}
      </span>
      <span className="counselling-acts">
        {state === "FREE" && books && (
          <Button
            kind="quiet"
            label={t("act.bookAt", { day: formatDay(line.day, t.lang), time: startsAt })}
            onClick={() => onOpen({ line, startsAt, booking: null })}
          >
            {t("act.book")}
          </Button>
        )}
        {booking?.mayMark && (
          <>
            <Mark booking={booking} outcome="CAME" />
            <Mark booking={booking} outcome="NO_SHOW" />
          </>
        )}
        {booking?.mayChange && (
          <Button kind="plain" onClick={() => onOpen({ line, startsAt, booking })}>
            {t("act.change")}
          </Button>
        )}
      </span>
    </li>
  );
}

/** Says whether somebody came; the other word stays offered, as the last one counts. */
export function Mark({ booking, outcome }: { booking: BookingLine; outcome: BookingOutcome }) {
  const t = useMessages(counsellingMessages);
  if (booking.outcome === outcome) return null;
  return (
    <ActButton
      type="booking.note-outcome"
      payload={() => ({ markId: uuidv7(), bookingId: booking.bookingId, outcome })}
      label={t(outcome === "CAME" ? "act.came" : "act.missed")}
      messages={t}
      invalidates={consultationKeys}
      onDone={() => toast({ text: t("saved.marked") })}
    />
  );
}
