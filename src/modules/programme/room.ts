import { z } from "zod";
import { defineCommand, defineQuery, type Room } from "../../platform/command.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { programmeAccess } from "./access.ts";
import { calendarDownloads } from "./calendar/print.ts";
import {
  AddMembers,
  AddSession,
  CancelSession,
  Candidate,
  EndMembership,
  GenerateSessions,
  GroupCard,
  GroupLine,
  MemberLine,
  MoveSession,
  RecordClosure,
  RecordGroup,
  SessionLine,
  WithdrawClosure,
} from "./contract.ts";
import { addMembers, endMembership, recordClosure, recordGroup, withdrawClosure } from "./groupCommands.ts";
import { listCandidates, listGroups, listMembers, listSessions, readGroup } from "./queries.ts";
import { addSession, cancelSession, generateSessions, moveSession } from "./sessionCommands.ts";
import { timetableCommands, timetableQueries } from "./timetableRoom.ts";

const OfGroup = z.strictObject({ groupId: z.uuid() });

export const programmeRoom: Room = {
  name: "programme",
  commands: [
    defineCommand({
      type: "group.record",
      v: 1,
      summary: "Records a group with its programme of modules, or edits one",
      payload: RecordGroup,
      verb: programmeAccess["group.record"],
      run: recordGroup,
    }),
    defineCommand({
      type: "member.add",
      v: 1,
      summary: "Takes enrolled persons into a group",
      payload: AddMembers,
      verb: programmeAccess["member.add"],
      run: addMembers,
    }),
    defineCommand({
      type: "member.end",
      v: 1,
      summary: "Ends somebody's membership of a group",
      payload: EndMembership,
      verb: programmeAccess["member.end"],
      run: endMembership,
    }),
    defineCommand({
      type: "closure.record",
      v: 1,
      summary: "Records days on which a unit holds no classes",
      payload: RecordClosure,
      verb: programmeAccess["closure.record"],
      run: recordClosure,
    }),
    defineCommand({
      type: "closure.withdraw",
      v: 1,
      summary: "Takes days without classes back",
      payload: WithdrawClosure,
      verb: programmeAccess["closure.withdraw"],
      run: withdrawClosure,
    }),
    ...timetableCommands,
    defineCommand({
      type: "programme.generate-sessions",
      v: 1,
      summary: "Makes a group's calendar without holidays and closures",
      payload: GenerateSessions,
      verb: programmeAccess["programme.generate-sessions"],
      run: generateSessions,
    }),
    defineCommand({
      type: "session.add",
      v: 1,
      summary: "Adds one session beside the calendar",
      payload: AddSession,
      verb: programmeAccess["session.add"],
      run: addSession,
    }),
    defineCommand({
      type: "session.move",
      v: 1,
      summary: "Moves a session in time, room or leader",
      payload: MoveSession,
      verb: programmeAccess["session.move"],
      run: moveSession,
    }),
    defineCommand({
      type: "session.cancel",
      v: 1,
      summary: "Cancels a session",
      payload: CancelSession,
      verb: programmeAccess["session.cancel"],
      run: cancelSession,
    }),
  ],
  queries: [
    defineQuery({
      name: "group.list",
      method: "GET",
      path: "/groups",
      summary: "Groups within reach, those that go on first",
      input: z.strictObject({}),
      answer: z.object({ groups: z.array(GroupLine) }),
      verb: programmeAccess["group.read"],
      audit: null,
      run: async (context) => ({ groups: await listGroups(context) }),
    }),
    defineQuery({
      name: "group.read",
      method: "GET",
      path: "/groups/:groupId",
      summary: "A group with its modules, closures, lost meetings and overlaps",
      input: OfGroup,
      answer: GroupCard,
      verb: programmeAccess["group.read"],
      audit: null,
      run: (context, { groupId }) => readGroup(context, groupId),
    }),
    defineQuery({
      name: "member.list",
      method: "GET",
      path: "/groups/:groupId/members",
      summary: "Members of a group",
      input: OfGroup,
      answer: z.object({ members: z.array(MemberLine) }),
      verb: programmeAccess["member.read"],
      audit: ({ groupId }) => ({ objectType: "group", objectId: groupId }),
      run: async (context, { groupId }) => ({ members: await listMembers(context, groupId) }),
    }),
    defineQuery({
      name: "member.list-candidates",
      method: "GET",
      path: "/groups/:groupId/candidates",
      summary: "Persons of the project who are in no group",
      input: OfGroup,
      answer: z.object({ candidates: z.array(Candidate) }),
      verb: programmeAccess["member.add"],
      audit: ({ groupId }, { candidates }) => ({
        objectType: "group",
        objectId: groupId,
        section: candidates.some(({ fitness }) => fitness) ? "HEALTH" : null,
      }),
      run: async (context, { groupId }) => ({ candidates: await listCandidates(context, groupId) }),
    }),
    defineQuery({
      name: "session.list-of-group",
      method: "GET",
      path: "/groups/:groupId/sessions",
      summary: "Sessions of a group between two days, both inclusive",
      input: z.strictObject({ groupId: z.uuid(), from: PlainDate, to: PlainDate }),
      answer: z.object({ sessions: z.array(SessionLine) }),
      verb: programmeAccess["group.read"],
      audit: null,
      run: async (context, { groupId, from, to }) => ({ sessions: await listSessions(context, groupId, from, to) }),
    }),
    ...timetableQueries,
  ],
  downloads: calendarDownloads,
};
