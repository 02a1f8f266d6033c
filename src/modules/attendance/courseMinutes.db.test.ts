import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { CourseCard } from "../activity/course/contract.ts";

const it = useTestHouse("2027-01-20T17:00:00Z");
let group: RadomGroup;

beforeAll(async () => {
  group = await givenRadomGroup(it);
});

test("a course that is a module of a group counts its closed registers, late minutes taken off (R-PRG-07, R-PRG-08)", async () => {
  const { body } = await it.get("beata", `/groups/${group.groupId}`);
  const moduleId =
    (body.modules as { id: string; code: string }[]).find(({ code }) => code === "PSYCHOEDUCATION")?.id ?? "";
  const { unitId, projectId } = body as { unitId: string; projectId: string };
  const [first, second] = group.people;
  for (const [day, late] of [
    ["2027-01-11", 0],
    ["2027-01-13", 20],
  ] as const) {
    const sessionId = uuidv7();
    const place = { startsAt: "09:00", minutes: 60, roomId: null, leaderId: null };
    const session = { sessionId, groupId: group.groupId, moduleId, day, ...place };
    expect((await it.command("beata", "session.add", session)).status).toBe(200);
    const marks = group.people.map(({ personId }, at) => ({
      personId,
      status: at > 0 ? "ABSENT_UNEXCUSED" : late ? "LATE" : "PRESENT",
      minutesLate: at === 0 ? late : 0,
      minutesLeftEarly: 0,
    }));
    expect((await it.command("gosia", "attendance.mark", { sessionId, marks, reason: null })).status).toBe(200);
    const closed = await it.command("gosia", "register.close", {
      sessionId,
      topic: "Motywacja",
      content: null,
      leaderId: null,
      substituteId: null,
      heldMinutes: 60,
      lateReason: "choroba prowadzącej",
    });
    expect([day, closed.status]).toEqual([day, 200]);
  }
  await it.owner.query("update project set minutes_per_hour = 45 where id = $1", [projectId]);
  const courseId = uuidv7();
  const course = await it.command("beata", "course.record", {
    courseId,
    unitId: unitId ?? world.club,
    projectId,
    moduleId,
    name: "Psychoedukacja",
    kind: "SOCIAL_COMPETENCE",
    provider: "Klub",
    edition: "",
    programmeHours: 4,
    startsOn: "2027-01-04",
    endsOn: "2027-01-20",
    withExam: false,
    qualification: false,
    costGrosze: null,
  });
  expect(course.status).toBe(200);
  for (const person of [first, second]) {
    const basis = { basis: "CONTRACT", planId: null, lacksDocument: false, joinedOn: "2027-01-04" };
    const enrol = { courseId, participantId: uuidv7(), personId: person?.personId, ...basis };
    expect((await it.command("beata", "course.enrol", enrol)).status).toBe(200);
  }
  const card = await it.read("beata", `/courses/${courseId}`, CourseCard);
  // four teaching hours of 45 minutes (R-PRG-05)
  expect(card).toMatchObject({ programmeMinutes: 180, minutesPerHour: 45 });
  const told = new Map(card.participants.map(({ personId, attended, lacks }) => [personId, { attended, lacks }]));
  expect(told.get(first?.personId ?? "")).toEqual({
    attended: { minutes: 100, ofMinutes: 120, percent: 83.3, fromRegisters: true },
    lacks: [],
  });
  expect(told.get(second?.personId ?? "")).toMatchObject({ attended: { minutes: 0 }, lacks: ["BELOW_THRESHOLD"] });
});
