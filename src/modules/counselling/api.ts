import { lazy } from "react";
import { getJson } from "../../platform/ui/api.ts";
import { counsellingAccess } from "./access.ts";
import type { MyCalendarFeed } from "./calendar/contract.ts";
import type { DutiesView, PersonBooking, PreferenceView, SlotsView, WaitingLine } from "./contract.ts";
import type { MyDay, TalkContent, TalkLine } from "./noteContract.ts";

export { SlipLink } from "./SlipLink.tsx";

/** One's own calendar in another program, for screens of whoever leads classes. */
export const CalendarCard = lazy(() =>
  import("./calendar/CalendarCard.tsx").then((it) => ({ default: it.CalendarCard })),
);
/** The secret address of any calendar, for rooms that give theirs away the same way. */
export const CalendarAddress = lazy(() =>
  import("./calendar/CalendarAddress.tsx").then((it) => ({ default: it.CalendarAddress })),
);
/** Who has one. */
export const calendarRoles = Object.keys(counsellingAccess["calendar-feed.read-mine"]);

type Signal = { signal: AbortSignal };

/** What an act on duties, bookings, the list or notes makes old. */
export const consultationKeys = [["consultations"]] as const;

/** `from` empty: from today. `role` empty: every role. */
export const slotsQuery = (from: string, role: string) => {
  const search = new URLSearchParams({ ...(from ? { from } : {}), ...(role ? { role } : {}) }).toString();
  return {
    queryKey: ["consultations", "slots", from, role],
    queryFn: ({ signal }: Signal) =>
      getJson<SlotsView>(`/api/consultations/slots${search && `?${search}`}`, { signal }),
  };
};

export const waitingQuery = {
  queryKey: ["consultations", "waiting"],
  queryFn: ({ signal }: Signal) => getJson<{ lines: WaitingLine[] }>("/api/consultations/waiting", { signal }),
};

export const dutiesQuery = (month: string) => ({
  queryKey: ["consultations", "duties", month],
  queryFn: ({ signal }: Signal) => getJson<DutiesView>(`/api/consultations/duties/${month}`, { signal }),
});

export const myDayQuery = {
  queryKey: ["consultations", "my-day"],
  queryFn: ({ signal }: Signal) => getJson<MyDay>("/api/consultations/my-day", { signal }),
};

export const calendarFeedQuery = {
  queryKey: ["consultations", "calendar-feed"],
  queryFn: ({ signal }: Signal) => getJson<MyCalendarFeed>("/api/consultations/calendar-feed", { signal }),
};

export const talksQuery = (personId: string) => ({
  queryKey: ["consultations", "talks", personId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ notes: TalkLine[] }>(`/api/people/${personId}/counselling-notes`, { signal }),
});

export const bookingsQuery = (personId: string) => ({
  queryKey: ["consultations", "bookings", personId],
  queryFn: ({ signal }: Signal) =>
    getJson<{ bookings: PersonBooking[] }>(`/api/people/${personId}/bookings`, { signal }),
});

export const preferenceQuery = (personId: string) => ({
  queryKey: ["consultations", "preference", personId],
  queryFn: ({ signal }: Signal) => getJson<PreferenceView>(`/api/people/${personId}/reminder-preference`, { signal }),
});

export const waitingOfQuery = (personId: string) => ({
  queryKey: ["consultations", "waiting", personId],
  queryFn: ({ signal }: Signal) => getJson<{ lines: WaitingLine[] }>(`/api/people/${personId}/waiting`, { signal }),
});

/** Read when asked for, and not kept: it is sealed text. */
export const talkQuery = (talkNoteId: string) => ({
  queryKey: ["consultations", "talk", talkNoteId],
  queryFn: ({ signal }: Signal) => getJson<TalkContent>(`/api/counselling-notes/${talkNoteId}`, { signal }),
  gcTime: 0,
  staleTime: 0,
});
