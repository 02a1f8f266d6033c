import type { RADOM_MODULES } from "../../modules/programme/rules.ts";
import type { Stage } from "./loadDemo.ts";

type ModuleCode = (typeof RADOM_MODULES)[number]["code"];

const always = { since: null, until: null };
const hours = (weekdays: readonly number[], from: number, to: number) =>
  weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60, ...always }));
const workdays = [1, 2, 3, 4, 5];

/** Rooms of the club, one lent by a partner on two days, and the hours of those who lead: two colleagues, three people without an account. */
export async function radomRooms(stage: Stage): Promise<void> {
  const unitId = stage.unitId("radom-kis");
  for (const [code, name, capacity, lender, open] of [
    ["hall", "Sala klubu, ul. Przykładowa 1", 40, null, hours(workdays, 8, 20)],
    ["computers", "Pracownia komputerowa", 30, "Caritas", hours([1, 2, 3], 8, 18)],
    ["school", "Sala w szkole nr 4", 32, "Szkoła Podstawowa nr 4", hours(workdays, 14, 20)],
  ] as const)
    await stage.do("beata", "class-room.record", {
      roomId: stage.id(`room ${code}`),
      unitId,
      name,
      place: null,
      capacity,
      lender,
      retiredOn: null,
      hours: open,
      closed: [],
    });
  for (const [login, weekdays] of [
    ["ewa", [1, 3, 5]],
    ["robert", workdays],
    ["grazyna", workdays],
  ] as const)
    await leader(stage, stage.accountId(login), "COLLEAGUE", null, hours(weekdays, 8, 18));
  await leader(stage, stage.id("leader teacher"), "PARTNER", "Nauczyciel z Caritas", hours([1, 2, 3], 8, 18));
  await leader(stage, stage.id("leader adviser"), "PARTNER", "Doradczyni z inkubatora", hours([4, 5], 8, 18));
  await leader(stage, stage.id("leader volunteer"), "VOLUNTEER", "Pani Halina, wolontariuszka", hours([3, 5], 8, 18));
}

const leader = (stage: Stage, leaderId: string, kind: string, name: string | null, free: object[]) =>
  stage.do("beata", "class-leader.record", {
    leaderId,
    unitId: stage.unitId("radom-kis"),
    kind,
    name,
    maxWeekMinutes: null,
    retiredOn: null,
    hours: free,
    away: [],
  });

/** When a group meets, and who may lead its modules where. */
export async function radomOrder(
  stage: Stage,
  {
    groupId,
    weekdays,
    from,
    modules,
  }: {
    groupId: string;
    weekdays: readonly number[];
    from: number;
    modules: readonly { code: ModuleCode; moduleId: string }[];
  },
): Promise<void> {
  const leaders: Readonly<Partial<Record<ModuleCode, readonly string[]>>> = {
    PSYCHOEDUCATION: [stage.accountId("ewa")],
    SUPPORT_MEETINGS: [stage.accountId("grazyna")],
    INDIVIDUAL_CONSULTATIONS: [stage.accountId("ewa"), stage.accountId("robert")],
    NONFORMAL_EDUCATION: [stage.id("leader volunteer"), stage.accountId("grazyna")],
    VOCATIONAL_PREFERENCES: [stage.accountId("robert")],
    PROACTIVE_ATTITUDES: [stage.accountId("robert")],
    COMPUTER_COURSE: [stage.id("leader teacher")],
    BUSINESS_BASICS: [stage.id("leader adviser")],
  };
  const rooms = (code: ModuleCode) => (code === "COMPUTER_COURSE" ? ["room computers"] : ["room hall", "room school"]);
  await stage.do(
    "beata",
    "timetable.set-group",
    {
      groupId,
      meetings: hours(weekdays, from, from + 4),
      modules: modules.map(({ code, moduleId }) => ({
        moduleId,
        leastMinutes: 60,
        usualMinutes: code === "LEISURE_INTEGRATION" ? 180 : 120,
        mostMinutes: 240,
        wishedWeekdays: [],
        season: null,
        leaderIds: leaders[code] ?? [],
        roomIds: rooms(code).map((room) => stage.id(room)),
      })),
    },
    { base: 1 },
  );
}

/** Asks for a timetable of one group and accepts it, as its planner does. */
export async function planClasses(
  stage: Stage,
  login: string,
  { unitId, groupId, fromOn }: { unitId: string; groupId: string; fromOn: string },
): Promise<void> {
  const proposalId = stage.id(`proposal ${groupId}`);
  const asked = { proposalId, unitId, groupIds: [groupId], fromOn, keepMoved: true, withOptional: [] };
  await stage.do(login, "timetable.propose", asked);
  await stage.do(login, "timetable.accept", { proposalId });
}

/** A workshop of a centre: a room of its own on workdays, where its one module fills every meeting. */
export async function workshopOrder(
  stage: Stage,
  {
    groupId,
    moduleId,
    name,
    from,
    minutes,
  }: { groupId: string; moduleId: string; name: string; from: number; minutes: number },
): Promise<void> {
  const roomId = stage.id(`room ${groupId}`);
  await stage.do("hanna", "class-room.record", {
    roomId,
    unitId: stage.unitId("legionowo-cis"),
    name,
    place: null,
    capacity: 20,
    lender: null,
    retiredOn: null,
    hours: [],
    closed: [],
  });
  const lengths = { leastMinutes: minutes, usualMinutes: minutes, mostMinutes: minutes };
  await stage.do(
    "hanna",
    "timetable.set-group",
    {
      groupId,
      meetings: workdays.map((weekday) => ({ weekday, from, to: from + minutes, ...always })),
      modules: [{ moduleId, ...lengths, wishedWeekdays: [], season: null, leaderIds: [], roomIds: [roomId] }],
    },
    { base: 1 },
  );
}
