import type { PendingCommand } from "../../../platform/device/contract.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CloseRegister, MarkAttendance, MarkLine, Register, TodaySession } from "../contract.ts";
import { wasThere } from "../rules.ts";
import type { HeldMember, HeldRegister } from "./held.ts";

/** `onDevice`: as the tablet alone knows it: only whether somebody may go to the machine, no safety flags, nobody protected. */
export type RegisterHere = Register & { onDevice?: true };

export type HeldHere = {
  registers: readonly HeldRegister[];
  members: readonly HeldMember[];
  pending: readonly PendingCommand[];
};

const stands = ({ state }: PendingCommand) => state !== "refused" && state !== "behind";

/** Marks made here for a session and not known to be on the server, in the order in which they were made. */
function marksMade(pending: readonly PendingCommand[], sessionId: string): MarkLine[] {
  return pending.flatMap((command) => {
    const payload = command.envelope.payload as MarkAttendance; // built by this room's own form
    return command.type === "attendance.mark" && stands(command) && payload.sessionId === sessionId
      ? payload.marks
      : [];
  });
}

function closingMade(pending: readonly PendingCommand[], sessionId: string) {
  return pending.find(
    (command) =>
      command.type === "register.close" &&
      stands(command) &&
      (command.envelope.payload as CloseRegister).sessionId === sessionId, // as above
  );
}

/** A register with what was done here laid over; the same for one that the server has answered. */
export function laidOver<T extends Register>(register: T, pending: readonly PendingCommand[]): T {
  const made = new Map(marksMade(pending, register.sessionId).map((mark) => [mark.personId, mark]));
  const people = register.people.map((person) => {
    const mark = made.get(person.personId);
    return mark ? { ...person, ...mark, proposed: null } : person;
  });
  const closed = register.closing ? undefined : closingMade(pending, register.sessionId);
  const said = closed?.envelope.payload as CloseRegister | undefined; // as above
  const present = people.filter(({ status }) => status && wasThere(status)).length;
  const closing =
    said && closed
      ? {
          topic: said.topic,
          content: said.content,
          leaderName: register.leaderName,
          coLeaderNames: [],
          present,
          tooMany: false,
          heldMinutes: said.heldMinutes,
          workDone: said.workDone,
          mealsIssued: said.mealsIssued,
          closedBy: null,
          closedAt: closed.madeAt,
        }
      : register.closing;
  return { ...register, people, closing };
}

const inGroup = (member: HeldMember, { groupId, day }: Pick<HeldRegister, "groupId" | "day">) =>
  member.groupId === groupId && member.from <= day && (member.until ?? day) >= day;

/** By what is told of the last name, then by the first: as near to the server's order as the tablet's names can be. */
function byName({ name: one }: HeldMember, { name: other }: HeldMember): number {
  const last = (name: string) => /(\S+)\.( #\d+)?$/.exec(name)?.[1] ?? "";
  return last(one).localeCompare(last(other), "pl") || one.localeCompare(other, "pl");
}

/** A register as this tablet alone knows it; null where it does not hold it. */
export function registerHere({ registers, members, pending }: HeldHere, sessionId: string): RegisterHere | null {
  const held = registers.find((one) => one.sessionId === sessionId);
  if (!held) return null;
  const { closed, notHeld, marks, daysOff, workshop, ...session } = held;
  const byPerson = new Map(members.filter((each) => inGroup(each, held)).map((each) => [each.personId, each]));
  const people = [...byPerson.values()].toSorted(byName).map(({ personId, name, cards, machine }) => {
    const mark = marks.find((each) => each.personId === personId);
    const dayOff = daysOff.includes(personId);
    return {
      personId,
      name,
      status: mark?.status ?? null,
      proposed: dayOff && !mark ? ("DAY_OFF" as const) : null,
      dayOff,
      cards,
      issued: [],
      minutesLate: mark?.minutesLate ?? 0,
      minutesLeftEarly: mark?.minutesLeftEarly ?? 0,
      markedBy: null,
      markedAt: null,
      marks: mark ? 1 : 0,
      corrected: mark?.corrected ?? false,
      fitness: machine === null || !workshop ? null : machineOnly(machine),
      bars: machine === false && workshop ? ["FITNESS" as const] : [],
      alerts: [],
    };
  });
  const register: RegisterHere = {
    ...session,
    onDevice: true,
    mayMark: true,
    monthLocked: false,
    hidden: notHeld,
    closing: closed && {
      ...closed,
      content: null,
      leaderName: null,
      coLeaderNames: [],
      tooMany: false,
      workDone: null,
      mealsIssued: null,
    },
    people,
  };
  return laidOver(register, pending);
}

/** The tablet knows the colour alone; its words say no more than that (`FitnessMark`). */
const machineOnly = (may: boolean) => ({
  state: may ? ("FIT" as const) : ("NOT_FIT" as const),
  until: null,
  avoid: [],
});

/** Today's registers and those of before that are open, as this tablet knows them. */
export function registersHere(here: HeldHere, today: PlainDate): { today: TodaySession[]; open: TodaySession[] } {
  const lines = here.registers
    .toSorted((one, other) => `${one.day} ${one.startsAt}`.localeCompare(`${other.day} ${other.startsAt}`))
    .flatMap(({ sessionId }) => {
      const register = registerHere(here, sessionId);
      return register ? [lineOf(register)] : [];
    });
  return {
    today: lines.filter(({ day }) => day === today),
    open: lines.filter(({ day, closed }) => day < today && !closed),
  };
}

function lineOf({ people, closing, ...register }: RegisterHere): TodaySession {
  const { sessionId, groupId, groupName, moduleCode, moduleName, day, startsAt, minutes, room } = register;
  const marked = people.filter(({ status }) => status !== null).length;
  const session = { sessionId, groupId, groupName, moduleCode, moduleName, day, startsAt, minutes, room };
  return { ...session, members: people.length, marked, closed: closing !== null };
}
