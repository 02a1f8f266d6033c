import { RADOM_MODULES } from "../../modules/programme/rules.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type TestHouse, world } from "./house.ts";

export type RadomGroup = {
  projectId: string;
  groupId: string;
  /** In alphabetical order. */
  people: { personId: string; caseId: string; enrolmentId: string; memberId: string }[];
};

/** A project card as `project.record` takes it. */
export function radomProject(projectId: string) {
  return {
    projectId,
    unitId: world.club,
    kind: "KIS",
    title: "Klub Integracji Społecznej",
    number: "KIS/1/2026",
    funder: "MRPiPS",
    edition: null,
    leadPartner: null,
    area: "Radom",
    targetGroup: null,
    startsOn: "2026-11-01",
    endsOn: "2028-03-31",
    plannedPersons: 60,
    socialThresholdPercent: 60,
    employmentThresholdPercent: 25,
    indicatorWindowDays: 28,
    minutesPerHour: 60,
    completionThresholdPercent: 80,
    contractRequired: false,
  };
}

/** A group as `group.record` takes it: the Radom programme from Monday 7 December 2026. */
export function radomGroup(groupId: string, projectId: string, leaderIds: string[] = []) {
  return {
    groupId,
    projectId,
    name: "Grupa I",
    groupNo: 1,
    template: "radom-kis",
    startsOn: "2026-12-07",
    weeks: 38,
    meetingsPerWeek: 3,
    minutesPerMeeting: 240,
    consultationsInside: true,
    capacity: 30,
    leaderIds,
    modules: RADOM_MODULES.map((module) => ({
      ...module,
      moduleId: uuidv7(),
      name: null,
      provider: null,
      optional: false,
    })),
  };
}

/** So many persons with an open case at the club, known there, Adamska01 first. */
export async function givenPeople(
  it: TestHouse,
  count: number,
  from = 1,
): Promise<{ personId: string; caseId: string }[]> {
  const people = Array.from({ length: count }, (_, at) => ({ personId: uuidv7(), caseId: uuidv7(), no: from + at }));
  await it.owner.query("update person_number set last_no = greatest(last_no, $2) where organisation_id = $1", [
    world.agenda,
    from + count - 1,
  ]);
  for (const { personId, caseId, no } of people) {
    await it.owner.query(
      `insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, $3, 'NAMED', 'Anna', $4, $5)`,
      [world.agenda, personId, no, `Adamska${String(no).padStart(2, "0")}`, it.accountOf("beata")],
    );
    await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
      world.agenda,
      personId,
      world.club,
    ]);
    await it.owner.query(
      "insert into support_case (organisation_id, id, person_id, unit_id, opened_on) values ($1, $2, $3, $4, '2026-11-01')",
      [world.agenda, caseId, personId, world.club],
    );
    await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.club, caseId]);
  }
  return people;
}

/** The Radom group as its coordinator makes it by commands: project, persons, enrolments from 1 December, group, members. */
export async function givenRadomGroup(it: TestHouse, { persons = 30, from = 1 } = {}): Promise<RadomGroup> {
  const [projectId, groupId] = [uuidv7(), uuidv7()];
  const sent = async (type: string, payload: unknown) => {
    const answer = await it.command("beata", type, payload);
    if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
  };
  await sent("project.record", radomProject(projectId));
  const people = (await givenPeople(it, persons, from)).map((person) => ({
    ...person,
    enrolmentId: uuidv7(),
    memberId: uuidv7(),
  }));
  for (const { enrolmentId, caseId } of people)
    await sent("enrolment.start", { enrolmentId, projectId, caseId, startedOn: "2026-12-01" });
  await sent("group.record", radomGroup(groupId, projectId, [it.accountOf("gosia")]));
  await sent("member.add", {
    groupId,
    members: people.map(({ memberId, enrolmentId }) => ({ memberId, enrolmentId, validFrom: "2026-12-01" })),
  });
  return { projectId, groupId, people };
}
