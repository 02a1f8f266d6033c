import { z } from "zod";
import { defineQuery, type Room } from "../../platform/command.ts";
import { absenceCommands } from "./absence/commands.ts";
import { absenceQueries } from "./absence/queries.ts";
import { attendanceAccess } from "./access.ts";
import { cardCommands, cardDownloads, cardQueries } from "./cards/room.ts";
import { attendanceCommands } from "./commands.ts";
import { ModuleHours, PersonAttendance, PersonRate, Register, TodaySession } from "./contract.ts";
import { registerMonthCommands } from "./month/commands.ts";
import { registerMonthQueries } from "./month/queries.ts";
import { registerDownloads } from "./prints/downloads.ts";
import { readModuleHours, readPersonAttendance, readRates, readRegister, readToday } from "./queries.ts";
import { workshopCommands } from "./workshop/commands.ts";
import { workshopQueries } from "./workshop/queries.ts";

const OfGroup = z.strictObject({ groupId: z.uuid() });

export const attendanceRoom: Room = {
  name: "attendance",
  commands: [...attendanceCommands, ...registerMonthCommands, ...cardCommands, ...absenceCommands, ...workshopCommands],
  queries: [
    defineQuery({
      name: "register.list-today",
      method: "GET",
      path: "/attendance/today",
      summary: "My groups' registers of today, and earlier ones that are open",
      input: z.strictObject({}),
      answer: z.object({ today: z.array(TodaySession), open: z.array(TodaySession) }),
      verb: attendanceAccess["register.read"],
      audit: null,
      run: (context) => readToday(context),
    }),
    defineQuery({
      name: "register.read",
      method: "GET",
      path: "/sessions/:sessionId/register",
      summary: "The register of a session",
      input: z.strictObject({ sessionId: z.uuid() }),
      answer: Register,
      verb: attendanceAccess["register.read"],
      audit: ({ sessionId }, { people }) => ({
        objectType: "session",
        objectId: sessionId,
        section: people.some(({ fitness }) => fitness) ? "HEALTH" : "ATTENDANCE",
      }),
      run: (context, { sessionId }) => readRegister(context, sessionId),
    }),
    defineQuery({
      name: "attendance.read-hours",
      method: "GET",
      path: "/groups/:groupId/hours",
      summary: "Hours of a group's modules: planned, due, delivered",
      input: OfGroup,
      answer: z.object({ modules: z.array(ModuleHours) }),
      verb: attendanceAccess["attendance.read-hours"],
      audit: null,
      run: async (context, { groupId }) => ({ modules: await readModuleHours(context, groupId) }),
    }),
    defineQuery({
      name: "attendance.read-rates",
      method: "GET",
      path: "/groups/:groupId/rates",
      summary: "Attendance rates of a group's people",
      input: OfGroup,
      answer: z.object({ people: z.array(PersonRate) }),
      verb: attendanceAccess["attendance.read-rates"],
      audit: ({ groupId }) => ({ objectType: "group", objectId: groupId, section: "ATTENDANCE" }),
      run: async (context, { groupId }) => ({ people: await readRates(context, groupId) }),
    }),
    defineQuery({
      name: "attendance.read-person",
      method: "GET",
      path: "/people/:personId/attendance",
      summary: "A person's attendance by group",
      input: z.strictObject({ personId: z.uuid() }),
      answer: PersonAttendance,
      verb: attendanceAccess["attendance.read-summary"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "ATTENDANCE" }),
      run: (context, { personId }) => readPersonAttendance(context, personId),
    }),
    ...absenceQueries,
    ...registerMonthQueries,
    ...cardQueries,
    ...workshopQueries,
  ],
  downloads: [...registerDownloads, ...cardDownloads],
};
