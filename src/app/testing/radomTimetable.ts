import type { GroupCard } from "../../modules/programme/contract.ts";
import { hours } from "../../modules/programme/timetable/fixture.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type TestHouse, world } from "./house.ts";

type Names = Readonly<Record<string, string>>;
export type RadomRooms = { rooms: Names; leaders: Names };

const always = { since: null, until: null };
const week = (weekdays: readonly number[], from: number, to: number) =>
  hours(weekdays, from, to).map((window) => ({ ...window, ...always }));

/** Who leads a module of the Radom club. Those without an account are a partner's or help without pay; who leads is made up. */
const leadersOf: Readonly<Record<string, readonly string[]>> = {
  PSYCHOEDUCATION: ["psychologist"],
  SUPPORT_MEETINGS: ["gosia"],
  INDIVIDUAL_CONSULTATIONS: ["psychologist", "lawyer"],
  NONFORMAL_EDUCATION: ["volunteer", "gosia"],
  VOCATIONAL_PREFERENCES: ["counsellor"],
  PROACTIVE_ATTITUDES: ["counsellor"],
  COMPUTER_COURSE: ["teacher"],
  BUSINESS_BASICS: ["adviser"],
};
const free: Readonly<Record<string, readonly number[]>> = {
  psychologist: [1, 3, 5],
  lawyer: [3],
  teacher: [1, 3],
  adviser: [5],
  counsellor: [1, 2, 3, 4, 5],
  volunteer: [3, 5],
};

async function sent(it: TestHouse, type: string, payload: unknown, options: { base?: number } = {}): Promise<void> {
  const answer = await it.command("beata", type, payload, options);
  if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
}

/** The club's hall, a school that lends a room in the afternoon, a partner's computer room of two days, and everybody who leads. */
export async function givenRooms(it: TestHouse): Promise<RadomRooms> {
  const rooms: Record<string, string> = { hall: uuidv7(), school: uuidv7(), computers: uuidv7() };
  const room = (roomId: string | undefined, name: string, capacity: number, lender: string | null, open: object[]) =>
    sent(it, "class-room.record", {
      roomId,
      unitId: world.club,
      name,
      place: null,
      capacity,
      lender,
      retiredOn: null,
      hours: open,
      closed: [],
    });
  await room(rooms.hall, "Sala klubu", 40, null, week([1, 2, 3, 4, 5], 8, 20));
  await room(rooms.school, "Szkoła podstawowa", 32, "Szkoła", week([1, 2, 3, 4, 5], 14, 20));
  await room(rooms.computers, "Pracownia komputerowa", 30, "Partner", week([1, 3], 8, 20));
  const leaders: Record<string, string> = { gosia: it.accountOf("gosia") };
  for (const [name, days] of Object.entries(free)) {
    const leaderId = uuidv7();
    leaders[name] = leaderId;
    await sent(it, "class-leader.record", leaderCard(leaderId, name, { hours: week(days, 8, 20) }));
  }
  return { rooms, leaders };
}

/** Who leads without an account, as `class-leader.record` takes it. */
export const leaderCard = (leaderId: string, name: string, change: object = {}) => ({
  leaderId,
  unitId: world.club,
  kind: name === "volunteer" ? "VOLUNTEER" : "PARTNER",
  name: `Osoba ${name}`,
  maxWeekMinutes: null,
  retiredOn: null,
  hours: [],
  away: [],
  ...change,
});

/** How a group of the Radom programme meets and by whom it is led, as `timetable.set-group` takes it. */
export function radomOrder(
  { id, modules }: Pick<GroupCard, "id" | "modules">,
  { rooms, leaders }: RadomRooms,
  from: number,
) {
  const idsOf = (names: readonly string[], all: Names) => names.map((name) => all[name]);
  return {
    groupId: id,
    meetings: week([1, 3, 5], from, from + 4),
    modules: modules.map((module) => ({
      moduleId: module.id,
      leastMinutes: 60,
      usualMinutes: module.cadence === "MONTHLY" ? 180 : 120,
      mostMinutes: 240,
      wishedWeekdays: [],
      season: null,
      leaderIds: idsOf(leadersOf[module.code] ?? [], leaders),
      roomIds: idsOf(module.code === "COMPUTER_COURSE" ? ["computers"] : ["hall", "school"], rooms),
    })),
  };
}
