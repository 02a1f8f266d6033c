import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { Days, WeekHours } from "../hours.ts";
import { breachKinds } from "./breaches.ts";

/** How a module is held. `leaderIds`: one of them leads (accounts or who leads without one); `roomIds`: one of them holds it; empty = it needs none. */
export const ModuleOrder = z
  .strictObject({
    moduleId: z.uuid(),
    leastMinutes: z.int().min(15).max(720),
    usualMinutes: z.int().min(15).max(720),
    mostMinutes: z.int().min(15).max(720),
    wishedWeekdays: z.array(z.int().min(1).max(7)).max(7),
    season: Days.nullable(),
    leaderIds: z.array(z.uuid()).max(30),
    roomIds: z.array(z.uuid()).max(30),
  })
  .refine(
    ({ leastMinutes, usualMinutes, mostMinutes }) => leastMinutes <= usualMinutes && usualMinutes <= mostMinutes,
    {
      error: "timetable.lengths_out_of_order",
      path: ["usualMinutes"],
    },
  );
export type ModuleOrder = z.infer<typeof ModuleOrder>;

/** When a group meets and how its modules are held; edits the group against `base`. Modules left out stay as they are. */
export const SetGroupTimetable = z.strictObject({
  groupId: z.uuid(),
  meetings: z.array(WeekHours).max(40),
  modules: z.array(ModuleOrder).max(60),
});
export type SetGroupTimetable = z.infer<typeof SetGroupTimetable>;

/** `lengthsSaid` false: the lengths are the usual ones until somebody says others. */
export const GroupTimetable = z.object({
  groupId: z.uuid(),
  version: z.int(),
  meetings: z.array(WeekHours),
  modules: z.array(z.object({ ...ModuleOrder.shape, lengthsSaid: z.boolean() })),
});
export type GroupTimetable = z.infer<typeof GroupTimetable>;

/**
 * Asks for a timetable of some groups of one unit, from a day on. What was held, begun or added by hand stays; what somebody moved does too, with
 * `keepMoved`. `withOptional`: modules that are planned on request only.
 */
export const ProposeTimetable = z.strictObject({
  proposalId: z.uuid(),
  unitId: z.uuid(),
  groupIds: z.array(z.uuid()).min(1).max(6),
  fromOn: PlainDate,
  keepMoved: z.boolean(),
  withOptional: z.array(z.uuid()).max(60),
});
export type ProposeTimetable = z.infer<typeof ProposeTimetable>;

export const ProposalId = z.strictObject({ proposalId: z.uuid() });
export type ProposalId = z.infer<typeof ProposalId>;

/** A session with its place. `startsAt`: minutes since midnight; `leaderId`: an account, or who leads without one. */
export const Placed = z.object({
  groupId: z.uuid(),
  moduleId: z.uuid(),
  day: PlainDate,
  startsAt: z.int(),
  minutes: z.int(),
  roomId: z.uuid().nullable(),
  leaderId: z.uuid().nullable(),
});

const Give = z.union([
  z.object({ kind: z.literal("LEADER"), leaderId: z.uuid() }),
  z.object({ kind: z.enum(["EVERY_LEADER", "ROOMS", "MEETINGS", "RHYTHM", "CLOSURES"]) }),
]);

/** Names of what a timetable speaks of, by id. */
const Named = z.object({ id: z.uuid(), name: z.string() });
export const TimetableNames = z.object({
  groups: z.array(Named.extend({ startsOn: PlainDate, endsOn: PlainDate })),
  modules: z.array(Named.extend({ name: z.string().nullable(), code: z.string(), groupId: z.uuid() })),
  rooms: z.array(Named),
  leaders: z.array(Named),
});
export type TimetableNames = z.infer<typeof TimetableNames>;

/** A week is searched until nothing promises that much more than what was found (0.01 = 1 %), or until its steps end. */
export const proposedWithin = 0.01;

/** A timetable beside today's calendar. `moved`: a class of one module that leaves one place of a week for another; `outdated`: something it was made for has changed. */
export const Proposal = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  fromOn: PlainDate,
  groupIds: z.array(z.uuid()),
  keepMoved: z.boolean(),
  withOptional: z.array(z.uuid()),
  outdated: z.boolean(),
  sessions: z.array(Placed),
  stays: z.int(),
  comes: z.array(Placed),
  goes: z.array(Placed),
  moved: z.array(z.object({ from: Placed, to: Placed })),
  kept: z.int(),
  unplaced: z.array(
    z.object({
      groupId: z.uuid(),
      moduleId: z.uuid(),
      minutes: z.int(),
      ways: z.array(z.object({ gives: z.array(Give), minutes: z.int() })),
    }),
  ),
  lost: z.array(
    z.object({
      groupId: z.uuid(),
      day: PlainDate,
      week: z.int(),
      holiday: z.string().nullable(),
      closure: z.string().nullable(),
    }),
  ),
  worstGap: z.number(),
  milliseconds: z.number(),
  names: TimetableNames,
});
export type Proposal = z.infer<typeof Proposal>;

const Window = z.object({
  weekday: z.int(),
  from: z.int(),
  to: z.int(),
  since: PlainDate.nullable().optional(),
  until: PlainDate.nullable().optional(),
});
const Span = z.object({ from: PlainDate, to: PlainDate });

/** What the calendar judges a drawn class by: the problem with every standing class, each with its id. */
export const JudgeProblem = z.object({
  from: PlainDate,
  step: z.int(),
  groups: z.array(
    z.object({
      id: z.uuid(),
      size: z.int(),
      startsOn: PlainDate,
      weeks: z.int(),
      meetings: z.array(Window),
      closed: z.array(Span),
      modules: z.array(
        z.object({
          id: z.uuid(),
          minutes: z.int(),
          sessionMinutes: z.object({ least: z.int(), usual: z.int(), most: z.int() }),
          everyWeeks: z.union([z.literal(2), z.literal(4)]).nullable(),
          leaderIds: z.array(z.uuid()),
          roomIds: z.array(z.uuid()),
          wishedWeekdays: z.array(z.int()),
          within: Span.nullable().optional(),
        }),
      ),
    }),
  ),
  rooms: z.array(z.object({ id: z.uuid(), capacity: z.int(), open: z.array(Window), closed: z.array(Span) })),
  leaders: z.array(
    z.object({ id: z.uuid(), free: z.array(Window), away: z.array(Span), maxWeekMinutes: z.int().nullable() }),
  ),
  kept: z.array(Placed.extend({ id: z.uuid() })),
});
export type JudgeProblem = z.infer<typeof JudgeProblem>;

export const BreachKind = z.enum(breachKinds);
