import type { CommandContext, WorkContext } from "../../platform/command.ts";
import { refuseIf } from "../../platform/problem.ts";
import type { GroupChange } from "./rules.ts";

/** What rooms above hold against moving or cancelling sessions, such as a register begun: a refusal code or null. */
export type SessionGate = (context: WorkContext, sessionIds: readonly string[]) => Promise<string | null>;
export const sessionGates: SessionGate[] = [];

/** What rooms above hold against such a change, such as a locked month of registers: a refusal code or null. */
export type ChangeGate = (context: CommandContext, change: GroupChange) => Promise<string | null>;
export const changeGates: ChangeGate[] = [];

/** @throws Problem refused as a gate says */
export async function requireOpenDays(context: CommandContext, change: GroupChange): Promise<void> {
  for (const gate of changeGates) refuseIf([await gate(context, change)]);
}

/** How a session went: its register was begun, and, once it is closed, for how long the session was held. */
export type Course = { sessionId: string; heldMinutes: number | null };
/** What rooms above know of the course of sessions; those of which nobody has written anything are left out. */
export type SessionCourse = (context: WorkContext, sessionIds: readonly string[]) => Promise<Course[]>;
export const sessionCourses: SessionCourse[] = [];

/** The course of some sessions by their ids. */
export async function coursesOf(context: WorkContext, sessionIds: readonly string[]): Promise<Map<string, Course>> {
  const courses = new Map<string, Course>();
  if (sessionIds.length === 0) return courses;
  for (const source of sessionCourses)
    for (const course of await source(context, sessionIds)) courses.set(course.sessionId, course);
  return courses;
}
