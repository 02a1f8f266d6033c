import { beforeAll, expect, test } from "vitest";
import { useTestHouse } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { addDays, plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type ModuleHours, PersonAttendance, type PersonRate } from "./contract.ts";

const it = useTestHouse("2027-01-31T17:00:00Z");
let group: RadomGroup;
let modules: { id: string; code: string }[] = [];
const moduleId = (code: string) => modules.find((each) => each.code === code)?.id ?? "";

type Mark = [status: string, minutesLate?: number];

/** One closed class of a module with a mark of each of the two people. */
async function held(code: string, day: string, minutes: number, marks: readonly Mark[]): Promise<void> {
  const sessionId = uuidv7();
  const sent = async (type: string, payload: object) =>
    expect((await it.command("beata", type, payload)).body).toMatchObject({ outcome: "done" });
  const place = { day, startsAt: "09:00", minutes, roomId: null, leaderId: null };
  await sent("session.add", { sessionId, groupId: group.groupId, moduleId: moduleId(code), ...place });
  const marksOf = marks.map(([status, minutesLate = 0], at) => ({
    personId: group.people[at]?.personId,
    status,
    minutesLate,
  }));
  await sent("attendance.mark", { sessionId, marks: marksOf, reason: null });
  await sent("register.close", {
    sessionId,
    topic: "Zajęcia",
    content: null,
    leaderId: null,
    substituteId: null,
    heldMinutes: minutes,
    lateReason: "dopisane później",
  });
}

const ratesOf = async (name: "beata" | "gosia") =>
  (await it.get(name, `/groups/${group.groupId}/rates`)).body.people as PersonRate[];

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  modules = (await it.get("beata", `/groups/${group.groupId}`)).body.modules as typeof modules;
  // twelve classes of three hours: nine from end to end, one hour of one, two without
  for (let at = 0; at < 12; at += 1) {
    const mark: Mark = at < 9 ? ["PRESENT"] : at === 9 ? ["LATE", 120] : ["ABSENT_EXCUSED"];
    await held("PSYCHOEDUCATION", addDays(plainDate("2026-12-07"), at), 180, [mark, ["PRESENT"]]);
  }
  await held("SELF_HELP_GROUP", "2026-12-28", 60, [["PRESENT"], ["NO_CLASS"]]);
});

test("a person's rate in each module and together: 28 of 36 hours are 77.8 per cent (R-PRG-07)", async () => {
  const [one, other] = await ratesOf("gosia");
  const module = (code: string, heldMinutes: number, presentMinutes: number, percent: number | null) => ({
    moduleId: moduleId(code),
    heldMinutes,
    presentMinutes,
    percent,
  });
  expect(one).toMatchObject({
    heldMinutes: 2220,
    presentMinutes: 1740,
    percent: 78.4,
    belowThreshold: true,
    modules: [module("PSYCHOEDUCATION", 2160, 1680, 77.8), module("SELF_HELP_GROUP", 60, 60, 100)],
  });
  // a class that was none for somebody is none of theirs
  expect(other).toMatchObject({ percent: 100, modules: [module("PSYCHOEDUCATION", 2160, 2160, 100)] });
});

test("a module's rate is everybody's minutes together; one that was not held has none, not 0 (R-PRG-07)", async () => {
  const { body } = await it.get("hanna", `/groups/${group.groupId}/hours`);
  const rates = new Map((body.modules as ModuleHours[]).map((each) => [each.code, each.attendancePercent]));
  expect(rates.get("PSYCHOEDUCATION")).toBe(88.9); // 28 and 36 of 72 hours
  expect(rates.get("SELF_HELP_GROUP")).toBe(100);
  expect(rates.get("BUSINESS_BASICS")).toBeNull();
});

test("in the person's file the same stands by module", async () => {
  const { groups } = await it.read("beata", `/people/${group.people[0]?.personId}/attendance`, PersonAttendance);
  expect(groups).toMatchObject([
    {
      minutesPerHour: 60,
      percent: 78.4,
      modules: [
        { code: "PSYCHOEDUCATION", percent: 77.8 },
        { code: "SELF_HELP_GROUP", percent: 100 },
      ],
    },
  ]);
});
