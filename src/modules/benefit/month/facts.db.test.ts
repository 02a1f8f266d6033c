import { beforeAll, describe, expect, test } from "vitest";
import { asActor } from "../../../app/testing/asActor.ts";
import {
  givenClasses,
  givenParticipant,
  givenRegisters,
  givenWorkshop,
  type Participant,
  type Workshop,
} from "../../../app/testing/cisMonth.ts";
import { useTestHouse, world } from "../../../app/testing/house.ts";
import { type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { benefitOf } from "../rules.ts";
import { monthFacts, spansOfMonths } from "./facts.ts";
import type { PersonMonth, PersonSpans } from "./personMonth.ts";

const it = useTestHouse("2026-12-01T10:00:00Z");
const november = plainDate("2026-11-01");
let workshop: Workshop;
let sessions: Map<PlainDate, string>;
const people: Record<string, Participant> = {};
const one = (name: string): Participant => {
  const found = people[name];
  if (!found) throw new Error(name);
  return found;
};
const facts = (month = november, unitId: string = world.club) =>
  asActor(it, "krysia", (context) => monthFacts(context, { unitId, month }));
const of = (months: readonly PersonMonth[], name: string): PersonMonth => {
  const found = months.find(({ ipzsId }) => ipzsId === one(name).ipzsId);
  if (!found) throw new Error(`${name} is not in the month`);
  return found;
};
const paid = ({ spans, sickDaysUsedBefore }: PersonMonth) => benefitOf(spans, sickDaysUsedBefore).benefitGrosze;
const noted = (month: PersonMonth) => month.notes.map(({ code, weight }) => `${weight} ${code}`);

beforeAll(async () => {
  workshop = await givenWorkshop(it);
  for (const [name, wish] of Object.entries({
    whole: {},
    two: {},
    four: {},
    late: { trialFrom: "2026-11-10", qualified: false, memberFrom: "2026-11-10" },
    undecided: { trialFrom: "2026-10-16", qualified: false },
    unasked: { benefitApplied: false },
  }))
    people[name] = await givenParticipant(it, workshop, { lastName: `Osoba ${name}`, ...wish });
  sessions = await givenClasses(it, workshop, "2026-11-01", "2026-12-31");
  const held = new Map([...sessions].filter(([day]) => day <= "2026-11-30"));
  const members = Object.values(people);
  const unexcused: Record<string, string[]> = {
    two: ["2026-11-03", "2026-11-24"],
    four: ["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-24"],
  };
  for (const [day, sessionId] of held)
    await givenRegisters(
      it,
      new Map([[day, sessionId]]),
      members.filter((it) => it !== people.late || day >= "2026-11-10"),
      (participant, on) =>
        Object.entries(unexcused).some(([name, days]) => people[name] === participant && days.includes(on))
          ? "ABSENT_UNEXCUSED"
          : undefined,
    );
}, 60_000);

test("what the registers and the programmes say becomes the amounts of the worked examples (R-CIS-25: 1, 3, 5, 11)", async () => {
  const months = await facts();
  expect(paid(of(months, "whole"))).toBe(214068);
  expect(paid(of(months, "two"))).toBe(192661);
  expect(paid(of(months, "four"))).toBe(0);
  expect(paid(of(months, "late"))).toBe(149848);
  expect(of(months, "whole")).toMatchObject({ classDays: 20, presentDays: 20, daysOffLeft: 6, notes: [] });
  expect(noted(of(months, "four"))).toEqual(["ODD TOO_MANY_UNEXCUSED"]);
});

test("a trial that is over without a decision brings nothing after its last day, and whoever did not apply nothing at all", async () => {
  const months = await facts();
  expect(of(months, "undecided").spans).toMatchObject([{ phase: "TRIAL", from: "2026-11-01", to: "2026-11-15" }]);
  expect(noted(of(months, "undecided"))).toEqual(["MISSING TRIAL_ENDS"]);
  expect(of(months, "unasked").spans).toEqual([]);
  expect(noted(of(months, "unasked"))).toEqual(["MISSING NOT_APPLIED"]);
});

test("a register that is open is missing, and a class of a day to come is not", async () => {
  const months = await facts(plainDate("2026-12-01"));
  expect(of(months, "whole")).toMatchObject({ classDays: 21, presentDays: 0, notes: [] });
});

test("a day off that the manager consented to leaves the benefit whole; asked or taken back it is none (R-CIS-11, example 17)", async () => {
  const { ipzsId, personId } = one("whole");
  const [granted, waits] = [uuidv7(), uuidv7()];
  const days = [
    { dayOffId: granted, day: "2026-12-03" },
    { dayOffId: waits, day: "2026-12-04" },
  ];
  expect(await it.command("beata", "ipzs.ask-days-off", { ipzsId, askedOn: "2026-12-01", days })).toMatchObject({
    status: 200,
  });
  await it.command("hanna", "ipzs.answer-day-off", { dayOffId: granted, granted: true, reason: "" });
  const mark = async (day: string) =>
    it.owner.query(
      "insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, 'DAY_OFF', $5)",
      [world.agenda, uuidv7(), sessions.get(plainDate(day)), personId, it.accountOf("zdzislaw")],
    );
  await mark("2026-12-03");
  const december = await facts(plainDate("2026-12-01"));
  expect(of(december, "whole")).toMatchObject({ daysOffLeft: 5, spans: [{ daysOff: 1 }], notes: [] });
  expect(paid(of(december, "whole"))).toBe(214068);
  await mark("2026-12-04");
  expect(noted(of(await facts(plainDate("2026-12-01")), "whole"))).toEqual(["MISSING DAY_OFF_NOT_GRANTED"]);
});

test("a joined record brings its classes to the one that stays", async () => {
  const doubled = await givenParticipant(it, workshop, { lastName: "Podwójny", memberFrom: "2026-11-23" });
  people.doubled = doubled;
  const own = new Map([...sessions].filter(([day]) => day >= "2026-11-23" && day <= "2026-11-30"));
  for (const [day, sessionId] of own)
    await it.owner.query(
      "insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5, $6)",
      [
        world.agenda,
        uuidv7(),
        sessionId,
        doubled.personId,
        day === "2026-11-24" ? "ABSENT_UNEXCUSED" : "PRESENT",
        it.accountOf("zdzislaw"),
      ],
    );
  const stays = uuidv7();
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, 900, 'NAMED', 'Kamil', 'Podwójny', $3)",
    [world.agenda, stays, it.accountOf("beata")],
  );
  await it.owner.query("update person set merged_into = $2 where id = $1", [doubled.personId, stays]);
  expect(of(await facts(), "doubled")).toMatchObject({ personId: stays, classDays: 6, presentDays: 5 });
});

describe("months read at once for corrections", () => {
  const months = ["2026-10-01", "2026-11-01", "2026-12-01"].map(plainDate);
  /** Both ways, by month and participation, of who has a covered day. */
  const bothWays = () =>
    asActor(it, "krysia", async (context) => {
      const covered = (found: readonly PersonSpans[] = []) =>
        found
          .filter(({ spans }) => spans.length > 0)
          .map(({ personId, ipzsId, spans, sickDaysUsedBefore }) => ({ personId, ipzsId, spans, sickDaysUsedBefore }))
          .toSorted((a, b) => (a.ipzsId < b.ipzsId ? -1 : 1));
      const atOnce = await spansOfMonths(context, { unitId: world.club, months });
      const oneByOne: PersonSpans[][] = [];
      for (const month of months) oneByOne.push(covered(await monthFacts(context, { unitId: world.club, month })));
      return { atOnce: months.map((month) => covered(atOnce.get(month))), oneByOne };
    });
  const mark = (name: string, day: string, status: string) =>
    it.owner.query(
      "insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by) values ($1, $2, $3, $4, $5, $6)",
      [world.agenda, uuidv7(), sessions.get(plainDate(day)), one(name).personId, status, it.accountOf("zdzislaw")],
    );
  async function excuse(name: string, kind: string, from: string, to: string): Promise<void> {
    const id = uuidv7();
    await it.owner.query(
      `insert into absence_excuse (organisation_id, id, ipzs_id, kind, from_on, to_on, asked_on, recorded_by) values ($1, $2, $3, $4, $5, $6, '2026-11-30', $7)`,
      [world.agenda, id, one(name).ipzsId, kind, from, to, it.accountOf("beata")],
    );
    await it.owner.query(
      "insert into absence_document (organisation_id, excuse_id, received_on, recorded_by) values ($1, $2, '2026-11-30', $3)",
      [world.agenda, id, it.accountOf("beata")],
    );
    await it.owner.query(
      "insert into absence_answer (organisation_id, excuse_id, no, answer, answered_on, answered_by) values ($1, $2, 1, 'ACCEPTED', '2026-11-30', $3)",
      [world.agenda, id, it.accountOf("hanna")],
    );
  }
  const readAs = (code: string, value: string) =>
    it.owner.query("update legal_parameter set value = $2 where code = $1", [code, value]);

  beforeAll(async () => {
    await excuse("whole", "SICKNESS", "2026-11-05", "2026-11-10"); // over a weekend and days of presence
    await excuse("two", "SICKNESS", "2026-11-02", "2026-11-04"); // a late note for an absence that counted
    await excuse("four", "OTHER_EXCUSED", "2026-11-04", "2026-11-05");
    await mark("late", "2026-11-13", "SICK"); // without a note
    await mark("four", "2026-11-24", "PRESENT"); // put right
    await mark("whole", "2026-11-12", "NO_CLASS");
    await mark("whole", "2026-11-16", "SICK"); // presence stands between this sickness and the one before
    await excuse("whole", "SICKNESS", "2026-11-16", "2026-11-17");
  });

  test.each([
    ["as the law is read", {}],
    ["sick days are class days", { CIS_SICK_IN_CLASS_DAYS: "1" }],
    ["away from a part of a day is away", { CIS_UNEXCUSED_BY_PART_OF_DAY: "1" }],
    ["each sickness has its limit", { CIS_SICK_LIMIT_PER_SICKNESS: "1", CIS_SICK_DAYS_LIMIT: "3" }],
  ])("are the months read one by one: %s", async (_, given) => {
    const before = new Map<string, string>();
    for (const [code, value] of Object.entries(given)) {
      const { rows } = await it.owner.query("select value from legal_parameter where code = $1", [code]);
      expect(rows, code).toHaveLength(1);
      before.set(code, rows[0].value);
      await readAs(code, value);
    }
    const { atOnce, oneByOne } = await bothWays();
    for (const [code, value] of before) await readAs(code, value);
    expect(oneByOne.map((found) => found.length)).toEqual([5, 6, 5]);
    expect(atOnce).toEqual(oneByOne);
  });
});

test("a centre elsewhere has none of it, and a month before the first known amount is refused", async () => {
  expect(await facts(november, world.office)).toEqual([]);
  await it.owner.query("update ipzs set trial_from = '2024-01-08' where id = $1", [one("unasked").ipzsId]);
  await expect(facts(plainDate("2024-02-01"))).rejects.toMatchObject({ code: "parameter.unknown_on_day" });
});
