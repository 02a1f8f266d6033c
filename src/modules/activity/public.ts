export { classPresence } from "./active/presence.ts";
export { courseRegisters } from "./course/registers.ts";
export { daysSeen, type VisitDays, type VisitSource, visitSources } from "./daysSeen.ts";
export { meetingsInCalendar, meetingsInRooms, meetingsOfVolunteers } from "./gathering/calendar.ts";
