import { z } from "zod";
import { defineCommand, defineQuery } from "../../platform/command.ts";
import { programmeAccess } from "./access.ts";
import { readCalendar, readProblem } from "./calendar/calendar.ts";
import { Calendar, CalendarDays } from "./calendar/contract.ts";
import { Forecast } from "./forecast/contract.ts";
import { readForecast } from "./forecast/forecast.ts";
import { LeaderLine, OfferedVolunteer, RecordLeader } from "./leaders/contract.ts";
import { listLeaders, recordLeader } from "./leaders/leaders.ts";
import { OfUnit, RecordRoom, RoomLine } from "./rooms/contract.ts";
import { listRooms, recordRoom } from "./rooms/rooms.ts";
import {
  GroupTimetable,
  JudgeProblem,
  Proposal,
  ProposalId,
  ProposeTimetable,
  SetGroupTimetable,
} from "./timetable/contract.ts";
import { readGroupTimetable, setGroupTimetable } from "./timetable/order.ts";
import { acceptTimetable, proposeTimetable, readProposal, solveAsked } from "./timetable/propose.ts";

const OfGroup = z.strictObject({ groupId: z.uuid() });

/** What a timetable is made of and made by. */
export const timetableCommands = [
  defineCommand({
    type: "class-room.record",
    v: 1,
    summary: "Records a room with its seats and hours, or edits one",
    payload: RecordRoom,
    verb: programmeAccess["class-room.record"],
    run: recordRoom,
  }),
  defineCommand({
    type: "class-leader.record",
    v: 1,
    summary: "Records when somebody can lead classes, or edits it",
    payload: RecordLeader,
    verb: programmeAccess["class-leader.record"],
    run: recordLeader,
  }),
  defineCommand({
    type: "timetable.set-group",
    v: 1,
    summary: "Sets when a group meets, and how long, where and by whom its modules are held",
    payload: SetGroupTimetable,
    verb: programmeAccess["timetable.set-group"],
    run: setGroupTimetable,
  }),
  defineCommand({
    type: "timetable.propose",
    v: 1,
    summary: "Searches for a timetable of some groups and keeps it for a look",
    payload: ProposeTimetable,
    verb: programmeAccess["timetable.propose"],
    prepare: solveAsked,
    run: proposeTimetable,
  }),
  defineCommand({
    type: "timetable.accept",
    v: 1,
    summary: "Makes a proposed timetable the calendar",
    payload: ProposalId,
    verb: programmeAccess["timetable.accept"],
    run: acceptTimetable,
  }),
];

export const timetableQueries = [
  defineQuery({
    name: "class-room.list",
    method: "GET",
    path: "/units/:unitId/class-rooms",
    summary: "Rooms of a unit with their hours",
    input: OfUnit,
    answer: z.object({ rooms: z.array(RoomLine) }),
    verb: programmeAccess["class-room.list"],
    audit: null,
    run: async (context, input) => ({ rooms: await listRooms(context, input) }),
  }),
  defineQuery({
    name: "class-leader.list",
    method: "GET",
    path: "/units/:unitId/class-leaders",
    summary: "Who leads classes of a unit, and when",
    input: OfUnit,
    answer: z.object({ leaders: z.array(LeaderLine), volunteers: z.array(OfferedVolunteer) }),
    verb: programmeAccess["class-leader.list"],
    audit: null,
    run: listLeaders,
  }),
  defineQuery({
    name: "timetable.read-group",
    method: "GET",
    path: "/groups/:groupId/timetable",
    summary: "When a group meets and how its modules are held",
    input: OfGroup,
    answer: GroupTimetable,
    verb: programmeAccess["timetable.read-group"],
    audit: null,
    run: (context, { groupId }) => readGroupTimetable(context, groupId),
  }),
  defineQuery({
    name: "timetable.read-proposal",
    method: "GET",
    path: "/timetable-proposals/:proposalId",
    summary: "A proposed timetable of a unit beside the calendar",
    input: ProposalId,
    answer: Proposal,
    verb: programmeAccess["timetable.read-proposal"],
    audit: null,
    run: readProposal,
  }),
  defineQuery({
    name: "timetable.read-problem",
    method: "GET",
    path: "/units/:unitId/timetable-problem",
    summary: "What a class drawn elsewhere is judged by",
    input: OfUnit,
    answer: JudgeProblem,
    verb: programmeAccess["timetable.read-problem"],
    audit: null,
    run: (context, { unitId }) => readProblem(context, unitId),
  }),
  defineQuery({
    name: "calendar.read",
    method: "GET",
    path: "/calendar",
    summary: "Classes within reach between two days",
    input: CalendarDays,
    answer: Calendar,
    verb: programmeAccess["calendar.read"],
    audit: null,
    run: readCalendar,
  }),
  defineQuery({
    name: "forecast.read",
    method: "GET",
    path: "/groups/:groupId/forecast",
    summary: "Where each module of a group will end",
    input: OfGroup,
    answer: Forecast,
    verb: programmeAccess["forecast.read"],
    audit: null,
    run: (context, { groupId }) => readForecast(context, groupId),
  }),
];
