import { beforeAll, expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { givenRadomGroup, type RadomGroup } from "../../app/testing/radomGroup.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { DutiesView } from "../counselling/contract.ts";
import { GroupCard } from "../programme/contract.ts";
import { type LedHours, VolunteerCard, VolunteerList } from "../staff/contract.ts";
import { Register } from "./contract.ts";

const it = useTestHouse("2027-01-31T17:00:00Z");
let group: RadomGroup;
let moduleId = "";
const volunteerId = uuidv7();
const agreementId = uuidv7();
const ok = { status: 200 };
const refused = (code: string) => ({ status: 422, body: { code } });

type Name = "gosia" | "beata" | "zofia" | "henryk";
const card = (who: Name = "beata") => it.read(who, `/volunteers/${volunteerId}`, VolunteerCard);
const waiting = async () => (await card()).proposals;
const confirm = (led: Pick<LedHours, "source" | "sourceId" | "minutes">[], who: Name = "beata", options = {}) =>
  it.command(
    who,
    "volunteer-hours.confirm",
    {
      volunteerId,
      hours: led.map(({ source, sourceId, minutes }) => ({ hoursId: uuidv7(), source, sourceId, minutes })),
    },
    options,
  );
const leaveOut = (led: Pick<LedHours, "source" | "sourceId">, who: Name = "beata") =>
  it.command(who, "volunteer-hours.leave-out", { volunteerId, source: led.source, sourceId: led.sourceId });

/** A class that the volunteer leads, whose register is closed by `beata`. */
async function held(day: string, change: object = {}): Promise<string> {
  const sessionId = uuidv7();
  const place = { day, startsAt: "15:00", minutes: 120, roomId: null, leaderId: volunteerId };
  const added = await it.command("beata", "session.add", { sessionId, groupId: group.groupId, moduleId, ...place });
  expect(added).toMatchObject(ok);
  const marks = group.people.map(({ personId }) => ({ personId, status: "PRESENT" }));
  expect(await it.command("beata", "attendance.mark", { sessionId, marks, reason: null })).toMatchObject(ok);
  const closing = { topic: "Alfabet", content: null, leaderId: null, substituteId: null, heldMinutes: 90 };
  const closed = { sessionId, ...closing, lateReason: "choroba", ...change };
  expect(await it.command("beata", "register.close", closed)).toMatchObject(ok);
  return sessionId;
}

const classesOn = async (day: string): Promise<string[]> =>
  (
    await it.owner.query<{ id: string }>("select id from class_session where guest_id = $1 and day = $2", [
      volunteerId,
      day,
    ])
  ).rows.map(({ id }) => id);

beforeAll(async () => {
  group = await givenRadomGroup(it, { persons: 2 });
  moduleId = (await it.read("beata", `/groups/${group.groupId}`, GroupCard)).modules[0]?.id ?? "";
  const details = { birthDate: null, phone: "", email: "", address: "", guardian: "" };
  const person = { volunteerId, unitId: world.club, firstName: "Aniela", lastName: "Nowak", details };
  expect(await it.command("beata", "volunteer.record", person)).toMatchObject(ok);
  const agreement = { number: "W/1", startsOn: "2027-01-05", endsOn: "2027-08-31", written: true, tasks: "angielski" };
  const signed = {
    signedOn: "2027-01-04",
    pledgedOn: "2027-01-04",
    guardianConsentOn: null,
    insurance: "ACCIDENT_BY_LAW",
  };
  const concluded = { agreementId, volunteerId, ...agreement, ...signed };
  expect(await it.command("beata", "volunteer-agreement.conclude", concluded)).toMatchObject(ok);
});

test("what a volunteer led by closed registers is proposed and, once confirmed, on the card once: sent twice, two at once (F-63)", async () => {
  const one = await held("2027-01-08");
  const other = await held("2027-01-12");
  const replaced = await held("2027-01-13", { substituteId: it.accountOf("ewa") });
  const proposals = await waiting();
  expect(proposals.map(({ sourceId, minutes, day }) => [sourceId, minutes, day])).toEqual([
    [one, 90, "2027-01-08"],
    [other, 90, "2027-01-12"],
  ]);
  expect(proposals[0]).toMatchObject({ agreementId, byHandMinutes: 0, source: "CLASS" });
  const [first, second] = proposals as [LedHours, LedHours];
  const id = uuidv7();
  const hours = [{ hoursId: uuidv7(), source: "CLASS", sourceId: one, minutes: 90 }];
  const send = () => it.command("beata", "volunteer-hours.confirm", { volunteerId, hours }, { id });
  expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
  expect(await confirm([first])).toMatchObject(refused("volunteer.led_settled"));
  const answers = await Promise.all([confirm([second]), confirm([second])]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(await confirm([{ source: "CLASS", sourceId: replaced, minutes: 90 }])).toMatchObject(
    refused("volunteer.led_settled"),
  );
  const after = await card();
  expect(after.proposals).toEqual([]);
  expect(after.hours.map(({ day, minutes, source, by }) => [day, minutes, source, by])).toEqual([
    ["2027-01-12", 90, "CLASS", "Beata Próbna"],
    ["2027-01-08", 90, "CLASS", "Beata Próbna"],
  ]);
  expect(after.agreements[0]?.minutes).toBe(180);
});

test("the same hours are nobody else's: who closes a volunteer's register did not lead the class, a substitute did", async () => {
  const [replaced] = await classesOn("2027-01-13");
  const [own] = await classesOn("2027-01-08");
  const ledBy = async (id = "") => (await it.read("beata", `/sessions/${id}/register`, Register)).closing?.leaderName;
  expect([await ledBy(own), await ledBy(replaced)]).toEqual(["Aniela Nowak", "Ewa Próbna"]);
  const classes = async (who: "beata" | "ewa") => {
    const { work } = await it.read(who, "/consultations/duties/2027-01", DutiesView);
    return work.flatMap(({ source, minutes }) => (source === "CLASS" ? [minutes] : []));
  };
  expect([await classes("beata"), await classes("ewa")]).toEqual([[], [90]]);
});

test("hours taken back are proposed anew, what is left out is not; what was seen otherwise or stands by hand is told", async () => {
  const [newest] = (await card()).hours;
  expect(await it.command("beata", "volunteer-hours.withdraw", { hoursId: newest?.id })).toMatchObject(ok);
  const [back] = await waiting();
  if (!back) throw new Error("nothing waits");
  expect(back.day).toBe("2027-01-12");
  const log = { hoursId: uuidv7(), agreementId, day: back.day, minutes: 60, task: "angielski" };
  expect(await it.command("gosia", "volunteer-hours.log", log)).toMatchObject(ok);
  expect(await waiting()).toMatchObject([{ byHandMinutes: 60 }]);
  expect(await confirm([{ ...back, minutes: 120 }])).toMatchObject(refused("volunteer.led_changed"));
  expect(await leaveOut(back)).toMatchObject(ok);
  expect(await leaveOut(back)).toMatchObject(refused("volunteer.led_settled"));
  expect(await confirm([back])).toMatchObject(refused("volunteer.led_settled"));
  expect(await waiting()).toEqual([]);
});

test("a meeting that was held is proposed by one word; a day without an agreement is shown and cannot be confirmed", async () => {
  const gatheringId = uuidv7();
  const facts = {
    kind: "LEISURE",
    lead: "VOLUNTEER",
    leaderName: "",
    volunteerId,
    place: "muzeum",
    partner: "",
    topic: "",
  };
  const when = { day: "2027-01-20", startsAt: "16:00", minutes: 180, need: "", costGrosze: null, namesAgreed: false };
  const meeting = { gatheringId, unitId: world.club, ...facts, ...when, counted: 4, participants: [] };
  expect(await it.command("gosia", "gathering.record", meeting)).toMatchObject(ok);
  await held("2026-12-30");
  const proposals = await waiting();
  expect(proposals.map(({ source, task, agreementId: under }) => [source, task === "Spotkanie", under])).toEqual([
    ["CLASS", false, null],
    ["MEETING", true, agreementId],
  ]);
  const [before, outing] = proposals as [LedHours, LedHours];
  expect(await confirm([outing, before])).toMatchObject(refused("volunteer.day_outside_agreement"));
  expect(await waiting()).toHaveLength(2);
  expect(await confirm([outing])).toMatchObject(ok);
  // the meeting is corrected afterwards: the card says so and keeps what was confirmed
  expect(await it.command("gosia", "gathering.record", { ...meeting, minutes: 120 }, { base: 1 })).toMatchObject(ok);
  const corrected = (await card()).hours.find(({ source }) => source === "MEETING");
  expect(corrected).toMatchObject({ minutes: 180, otherwise: { minutes: 120 } });
  expect(await it.command("gosia", "gathering.withdraw", { gatheringId })).toMatchObject(ok);
  expect((await card()).hours.find(({ source }) => source === "MEETING")?.otherwise).toEqual({ minutes: null });
});

test("whoever keeps the register confirms; who works beside them sees the hours, not what waits; others nobody", async () => {
  const [led] = await waiting();
  if (!led) throw new Error("nothing waits");
  expect((await card("gosia")).proposals).toEqual([]);
  for (const [who, status] of [
    ["gosia", 403],
    ["zofia", 403],
    ["henryk", 404],
  ] as const) {
    expect([who, (await confirm([led], who)).status]).toEqual([who, status]);
    expect([who, (await leaveOut(led, who)).status]).toEqual([who, status]);
  }
  const listed = async (who: Name) =>
    (await it.read(who, "/volunteers", VolunteerList)).volunteers.find(({ id }) => id === volunteerId)?.waiting;
  expect([await listed("beata"), await listed("gosia")]).toEqual([1, 0]);
});
