import type { CSSProperties } from "react";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { clockOf, minuteOf } from "../timeOfDay.ts";
import type { CalendarMeeting } from "./contract.ts";
import { meetingMessages } from "./meetingMessages.ts";

/** What stands in a room beside the classes: when and where, by one word. It is moved in the room of activities alone. */
export function MeetingBlock({
  meeting: { startsAt, minutes, room, unitName },
  place,
}: {
  meeting: CalendarMeeting;
  place: CSSProperties;
}) {
  const m = useMessages(meetingMessages);
  const ends = Math.min(minuteOf(startsAt) + minutes, 24 * 60);
  return (
    <p className="calendar-meeting" data-short={minutes <= 60 ? "" : undefined} style={place}>
      <strong>
        {startsAt}–{clockOf(ends)}
      </strong>
      <span>{m("meeting")}</span>
      <span className="small soft">{room ? `${room}, ${unitName}` : unitName}</span>
    </p>
  );
}
