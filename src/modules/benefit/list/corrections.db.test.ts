import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { benefitLists, saidMonths } from "../../../app/testing/benefitLists.ts";
import { benefitRoomOf } from "../../../app/testing/benefitMonths.ts";
import { givenLockedMonths } from "../../../app/testing/cisMonth.ts";
import { useTestHouse } from "../../../app/testing/house.ts";
import { BenefitMonths } from "./contract.ts";

/** What participants' months hold in these tests, by month and participation. */
const { facts, factsOf, say } = saidMonths();
const it = useTestHouse("2027-03-02T10:00:00Z", [benefitRoomOf(factsOf)]);
const { unitId, clear, someone, read, prepare, approved } = benefitLists(it);
beforeAll(() => givenLockedMonths(it, unitId));

/** Every test has a house without lists and participants. */
beforeEach(async () => {
  facts.clear();
  await clear();
});

describe("an earlier month that turns out otherwise", () => {
  test("a late note raises the next list by the difference, once, with both computations", async () => {
    const who = await someone();
    say(who, "2026-10", { unexcusedDays: 4 });
    const october = await approved("2026-10");
    say(who, "2026-10", { sickDays: 4 });
    say(who, "2026-11", {});
    const view = await read("2026-11");
    const now = 214068 - 21407;
    expect(view.people[0]).toMatchObject({ benefitGrosze: 214068, raisedGrosze: now, payGrosze: 214068 + now });
    expect(view.people[0]?.corrections).toEqual([
      expect.objectContaining({
        listId: october,
        month: "2026-10-01",
        no: 1,
        beforeGrosze: 0,
        nowGrosze: now,
        before: [
          expect.objectContaining({ kind: "WHOLE_MONTH" }),
          expect.objectContaining({ kind: "UNEXCUSED_TOO_MANY" }),
        ],
        now: [expect.objectContaining({ kind: "WHOLE_MONTH" }), expect.objectContaining({ kind: "SICK_WITHIN" })],
      }),
    ]);
    const november = await approved("2026-11");
    say(who, "2026-12", {});
    expect((await read("2026-12")).people[0]).toMatchObject({ corrections: [], payGrosze: 214068 });
    // it turns out otherwise again: the difference is to what was settled last
    say(who, "2026-10", { sickDays: 2 });
    expect((await read("2026-12")).people[0]?.corrections).toMatchObject([
      { listId: october, no: 2, beforeGrosze: now, nowGrosze: 214068 - 10703, before: [{}, { kind: "SICK_WITHIN" }] },
    ]);
    const { rows } = await it.owner.query("select list_id, mended_list_id, no from benefit_correction");
    expect(rows).toEqual([{ list_id: november, mended_list_id: october, no: 1 }]);
  });

  test("what was paid too much is recovered within what is paid, the rest is carried over to the grosz", async () => {
    const who = await someone();
    say(who, "2026-09", {});
    await approved("2026-09");
    say(who, "2026-09", null);
    say(who, "2026-10", { from: "2026-10-22" }); // 10 days: 713.56
    expect((await read("2026-10")).people[0]).toMatchObject({
      benefitGrosze: 71356,
      loweredGrosze: 214068,
      recoveredGrosze: 71356,
      carriedOutGrosze: 214068 - 71356,
      payGrosze: 0,
    });
    await approved("2026-10");
    say(who, "2026-11", {});
    expect((await read("2026-11")).people[0]).toMatchObject({
      corrections: [],
      carriedInGrosze: 142712,
      recoveredGrosze: 142712,
      carriedOutGrosze: 0,
      payGrosze: 214068 - 142712,
    });
    await approved("2026-11");
    say(who, "2026-12", {});
    expect((await read("2026-12")).people[0]).toMatchObject({ carriedInGrosze: 0, payGrosze: 214068 });
  });

  test("what was paid too much to who has left stays in sight on the last list, approved or open, and on no older one", async () => {
    const [gone, stays] = [await someone("Odszedł"), await someone()];
    for (const one of [gone, stays]) say(one, "2026-09", {});
    await approved("2026-09");
    say(gone, "2026-09", null);
    say(stays, "2026-10", {});
    await approved("2026-10");
    const left = async (month: string) => (await read(month)).leftOver.map(({ ipzsId, grosze }) => [ipzsId, grosze]);
    expect((await read("2026-10")).people.find(({ ipzsId }) => ipzsId === gone.ipzsId)).toMatchObject({
      carriedOutGrosze: 214068,
    });
    say(stays, "2026-11", {});
    await approved("2026-11");
    for (const month of ["2026-11", "2026-12"]) expect(await left(month), month).toEqual([[gone.ipzsId, 214068]]);
    expect(await left("2026-10")).toEqual([]);
  });

  test("who has left is paid what is still owed", async () => {
    const who = await someone();
    say(who, "2026-10", { unexcusedDays: 2 });
    await approved("2026-10");
    say(who, "2026-10", {});
    expect((await read("2026-11")).people).toMatchObject([
      { ipzsId: who.ipzsId, periods: [], benefitGrosze: 0, raisedGrosze: 21407, payGrosze: 21407 },
    ]);
  });

  test("a month that somebody has something in is not passed over: it comes first, and its list is offered", async () => {
    const who = await someone();
    for (const month of ["2026-10", "2026-11", "2026-12"]) say(who, month, {});
    await approved("2026-10");
    expect((await prepare("2026-12")).answer).toMatchObject({
      status: 422,
      body: { code: "benefit.earlier_month_waits", details: { month: "2026-11" } },
    });
    const { units } = await it.read("krysia", "/benefits", BenefitMonths);
    expect(units.find(({ id }) => id === unitId)).toMatchObject({ dueMonth: "2026-11" });
    await approved("2026-11");
    await approved("2026-12");
    // nobody had anything in September, so it was passed over; who is found to have something in it later is paid all the same
    say(who, "2027-01", {});
    await approved("2027-01");
  });

  test("a month before the first list, and one in which somebody turns out to have something later, are paid all the same", async () => {
    const [who, late] = [await someone(), await someone()];
    say(who, "2026-10", {});
    say(who, "2026-12", {});
    await approved("2026-10");
    await approved("2026-12");
    say(late, "2026-11", {});
    await approved("2026-11");
    expect((await read("2026-11")).totals.payGrosze).toBe(214068);
    say(who, "2026-09", {});
    await approved("2026-09");
  });
});
