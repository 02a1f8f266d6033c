import { z } from "zod";
import { defineDownload, defineQuery, type Room } from "../../platform/command.ts";
import { LANGS } from "../../platform/messages.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { counsellingAccess } from "./access.ts";
import { bookingCommands, listBookings } from "./bookings.ts";
import { MyCalendarFeed } from "./calendar/contract.ts";
import { feedCommands, readMyFeed } from "./calendar/feed.ts";
import { consultantRoles } from "./codes.ts";
import { DutiesView, PersonBooking, PreferenceView, SlotsView, WaitingLine } from "./contract.ts";
import { dutyCommands } from "./duties.ts";
import { listDuties } from "./hours.ts";
import { printHours, tabulateHours } from "./hoursPrints.ts";
import { readMyDay } from "./myDay.ts";
import { MyDay, TalkContent, TalkLine } from "./noteContract.ts";
import { listTalks, noteCommands, readTalk } from "./notes.ts";
import { preferenceCommands, readPreference } from "./preferences.ts";
import { printSlip } from "./slip.ts";
import { listSlots } from "./slots.ts";
import { cardPrints, printCard } from "./talkCard.ts";
import { listWaiting, listWaitingOf, waitingCommands } from "./waiting.ts";
import { hoursCommands } from "./work.ts";

const OfMonth = z.strictObject({
  month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/),
  consultantId: z.uuid(),
  lang: z.enum(LANGS).default("pl"),
});

export const counsellingRoom: Room = {
  name: "counselling",
  commands: [
    ...dutyCommands,
    ...bookingCommands,
    ...preferenceCommands,
    ...waitingCommands,
    ...noteCommands,
    ...feedCommands,
    ...hoursCommands,
  ],
  queries: [
    defineQuery({
      name: "slot.list",
      method: "GET",
      path: "/consultations/slots",
      summary:
        "Duties of consultants in two weeks with their slots, by role and hour; persons only as far as the reader may know them",
      input: z.strictObject({ from: PlainDate.optional(), role: z.enum(consultantRoles).optional() }),
      answer: SlotsView,
      verb: counsellingAccess["slot.list"],
      audit: null,
      run: (context, { from, role }) =>
        listSlots(context, { from: from ?? context.today, role: role ?? null, days: 14 }),
    }),
    defineQuery({
      name: "consultant-duty.list",
      method: "GET",
      path: "/consultations/duties/:month",
      summary: "Duties of a month and what was held of them, per consultant",
      input: z.strictObject({ month: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/) }),
      answer: DutiesView,
      verb: counsellingAccess["consultant-duty.list"],
      audit: null,
      run: (context, { month }) => listDuties(context, month),
    }),
    defineQuery({
      name: "booking.list",
      method: "GET",
      path: "/people/:personId/bookings",
      summary: "Booked talks of one person, by role and hour",
      input: z.strictObject({ personId: z.uuid() }),
      answer: z.object({ bookings: z.array(PersonBooking) }),
      verb: counsellingAccess["booking.list"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
      run: (context, { personId }) => listBookings(context, personId),
    }),
    defineQuery({
      name: "reminder-preference.read",
      method: "GET",
      path: "/people/:personId/reminder-preference",
      summary: "How a person wants to be reminded of talks, who noted it and when, and whether a message is safe",
      input: z.strictObject({ personId: z.uuid() }),
      answer: PreferenceView,
      verb: counsellingAccess["reminder-preference.read"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
      run: (context, { personId }) => readPreference(context, personId),
    }),
    defineQuery({
      name: "waiting.list",
      method: "GET",
      path: "/consultations/waiting",
      summary: "Who waits for a consultant of which role, in the order of asking",
      input: z.strictObject({}),
      answer: z.object({ lines: z.array(WaitingLine) }),
      verb: counsellingAccess["waiting.list"],
      audit: null,
      run: listWaiting,
    }),
    defineQuery({
      name: "waiting.list-of-person",
      method: "GET",
      path: "/people/:personId/waiting",
      summary: "For which consultants one person waits, and the hour that is kept for them",
      input: z.strictObject({ personId: z.uuid() }),
      answer: z.object({ lines: z.array(WaitingLine) }),
      verb: counsellingAccess["waiting.list-of-person"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
      run: (context, { personId }) => listWaitingOf(context, personId),
    }),
    defineQuery({
      name: "counselling.list-notes",
      method: "GET",
      path: "/people/:personId/counselling-notes",
      summary: "Talks of one person that the reader may know of, without their content",
      input: z.strictObject({ personId: z.uuid() }),
      answer: z.object({ notes: z.array(TalkLine) }),
      verb: counsellingAccess["counselling.list-notes"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
      run: (context, { personId }) => listTalks(context, personId),
    }),
    defineQuery({
      name: "counselling.read-note",
      method: "GET",
      path: "/counselling-notes/:talkNoteId",
      summary: "The content of a talk's note, for its author or the named substitute",
      input: z.strictObject({ talkNoteId: z.uuid() }),
      answer: TalkContent,
      verb: counsellingAccess["counselling.read-note"],
      audit: ({ talkNoteId }, { personId }) => ({ objectType: "counselling_note", objectId: talkNoteId, personId }),
      run: (context, { talkNoteId }) => readTalk(context, talkNoteId),
    }),
    defineQuery({
      name: "counselling.read-my-day",
      method: "GET",
      path: "/consultations/my-day",
      summary: "One's own talks, duties and notes of today, and what is still to be written",
      input: z.strictObject({}),
      answer: MyDay,
      verb: counsellingAccess["counselling.read-my-day"],
      audit: null,
      run: readMyDay,
    }),
    defineQuery({
      name: "calendar-feed.read-mine",
      method: "GET",
      path: "/consultations/calendar-feed",
      summary: "Whether an address opens one's own calendar elsewhere, and when it was last read",
      input: z.strictObject({}),
      answer: MyCalendarFeed,
      verb: counsellingAccess["calendar-feed.read-mine"],
      audit: null,
      run: readMyFeed,
    }),
  ],
  downloads: [
    defineDownload({
      name: "consultant-hours.print",
      path: "/consultations/hours/:month/:consultantId/paper",
      summary: "The settled month of one consultant as a PDF: planned, held, worked beside; nobody served is named",
      input: OfMonth,
      verb: counsellingAccess["consultant-hours.print"],
      audit: ({ consultantId }) => ({ objectType: "account", objectId: consultantId }),
      run: printHours,
    }),
    defineDownload({
      name: "consultant-hours.tabulate",
      path: "/consultations/hours/:month/:consultantId/sheet",
      summary: "The settled month of one consultant as a spreadsheet; nobody served is named",
      input: OfMonth,
      verb: counsellingAccess["consultant-hours.tabulate"],
      audit: ({ consultantId }) => ({ objectType: "account", objectId: consultantId }),
      run: tabulateHours,
    }),
    defineDownload({
      name: "booking.print-slip",
      path: "/bookings/:bookingId/slip",
      summary: "Day, hour and place of a booked talk on a slip of paper, without a name and without what it is about",
      input: z.strictObject({ bookingId: z.uuid(), lang: z.enum(LANGS).default("pl") }),
      verb: counsellingAccess["booking.print-slip"],
      audit: ({ bookingId }, { personId }) => ({ objectType: "booking", objectId: bookingId, personId }),
      run: (context, { bookingId, lang }) => printSlip(context, bookingId, lang),
    }),
    defineDownload({
      name: "counselling.print-card",
      path: "/counselling-notes/:talkNoteId/card",
      summary: "The card of a talk for the person's signature, normal or large, without the content of the talk",
      input: z.strictObject({
        talkNoteId: z.uuid(),
        lang: z.enum(LANGS).default("pl"),
        print: z.enum(cardPrints).default("normal"),
      }),
      verb: counsellingAccess["counselling.print-card"],
      audit: ({ talkNoteId }, { personId }) => ({ objectType: "counselling_note", objectId: talkNoteId, personId }),
      run: printCard,
    }),
  ],
};
