import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { counsellingAccess } from "./access.ts";
import { bookingsQuery, talksQuery } from "./api.ts";
import { counsellingMessages } from "./messages.ts";
import { noteMessages } from "./noteMessages.ts";
import { PreferenceCard } from "./PreferenceCard.tsx";
import { ReminderLine } from "./ReminderLine.tsx";
import { SlipLink } from "./SlipLink.tsx";
import { TalkLines } from "./TalkLines.tsx";

/** Talks of a person: those booked, and notes as far as the reader may know them. */
export function TalksTab({ personId }: { personId: string }) {
  const t = useMessages(noteMessages);
  const reads = useHasRole(...Object.keys(counsellingAccess["counselling.list-notes"]));
  const writes = useHasRole(...Object.keys(counsellingAccess["counselling.write-note"]));
  return (
    <div className="stack">
      <Booked personId={personId} />
      <PreferenceCard personId={personId} />
      {reads && <Notes personId={personId} writes={writes} title={t("talk.notes")} />}
    </div>
  );
}

function Booked({ personId }: { personId: string }) {
  const t = useMessages(counsellingMessages);
  const words = useMessages(noteMessages);
  const bookings = useQuery(bookingsQuery(personId));
  return (
    <Card
      title={words("talk.booked")}
      actions={
        <LinkButton to="/consultations" kind="plain">
          {t("title.slots")}
        </LinkButton>
      }
    >
      <Loaded query={bookings} lines={2}>
        {({ bookings: lines }) =>
          lines.length === 0 ? (
            <p className="soft">{words("talk.noBooking")}</p>
          ) : (
            <ul role="list" className="plain-list stack-tight">
              {lines.map(({ bookingId, day, startsAt, role, place, state, acts, reminder }) => (
                <li key={bookingId} className="cluster">
                  <div>
                    <p>
                      <strong>{`${formatDay(day, t.lang)}, ${startsAt}`}</strong>{" "}
                      {[t(`role.${role}`), place, t(`outcome.${state}`)].join(" · ")}
                    </p>
                    {state === "BOOKED" && reminder && <ReminderLine reminder={reminder} />}
                  </div>
                  {acts.includes("PRINT_SLIP") && <SlipLink bookingId={bookingId} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Notes({ personId, writes, title }: { personId: string; writes: boolean; title: string }) {
  const t = useMessages(noteMessages);
  const talks = useQuery(talksQuery(personId));
  return (
    <Card
      title={title}
      actions={
        writes && (
          <LinkButton to="/consultations/talks/new" search={{ person: personId }} icon="plus" kind="plain">
            {t("talk.add")}
          </LinkButton>
        )
      }
    >
      <Loaded query={talks} lines={3}>
        {({ notes }) => <TalkLines lines={notes} />}
      </Loaded>
    </Card>
  );
}
