import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { RankingView } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const coordinator: PersonOfFixture = "beata";

test("the list is frozen once every point is given; ties by longer unemployment; a later version says why (R-REC-04)", async () => {
  const pointId = uuidv7();
  const recruitmentId = await given.recruitment({
    points: [{ pointId, name: "Sytuacja rodzinna", maxPoints: 10, weight: 150 }],
  });
  const [a, b, c] = [
    await given.candidate(recruitmentId, given.someone("Pierwszy")),
    await given.candidate(recruitmentId, given.someone("Drugi", { registeredSince: plainDate("2020-01-01") })),
    await given.candidate(recruitmentId, given.someone("Trzeci")),
  ];
  expect(await given.freeze(recruitmentId)).toMatchObject({ status: 422, body: { code: "ranking.incomplete" } });
  const give = (points: [string, number][]) =>
    it.command(coordinator, "candidate.set-points", {
      recruitmentId,
      points: points.map(([candidateId, value]) => ({ candidateId, pointId, points: value })),
    });
  expect(await give([[a, 11]])).toMatchObject({ status: 422, body: { code: "candidate.too_many_points" } });
  expect(
    await give([
      [a, 4],
      [b, 4],
      [c, 9],
    ]),
  ).toMatchObject(ok);
  expect(await given.freeze(recruitmentId)).toMatchObject(ok);
  expect(
    (await given.ranking(recruitmentId)).rows.map(({ candidateId, total, before }) => [candidateId, total, before]),
  ).toEqual([
    [c, 1350, "TOTAL"],
    [b, 600, "UNEMPLOYED"],
    [a, 600, null],
  ]);
  expect(await give([[a, 10]])).toMatchObject(ok);
  const changed = await given.ranking(recruitmentId);
  expect(changed.rows.map(({ candidateId, rank, now }) => [candidateId, rank, now])).toEqual([
    [c, 1, 2],
    [b, 2, 3],
    [a, 3, 1],
  ]);
  expect(await given.freeze(recruitmentId)).toMatchObject({ status: 422, body: { code: "ranking.reason_missing" } });
  const seenBefore = await given.freeze(recruitmentId, { seenNo: 7, reason: "x" });
  expect(seenBefore).toMatchObject({ status: 409, body: { code: "ranking.newer_version" } });
  expect(await given.freeze(recruitmentId, { reason: "Odwołanie uznane" })).toMatchObject(ok);
  const after = await given.ranking(recruitmentId);
  expect(after.versions.map(({ no, cause, reason }) => [no, cause, reason])).toEqual([
    [2, "CORRECTION", "Odwołanie uznane"],
    [1, "FIRST", ""],
  ]);
  expect(after.rows[0]?.candidateId).toBe(a);
  const first = await it.read(coordinator, `/recruitments/${recruitmentId}/ranking?no=1`, RankingView);
  expect(first.rows[0]?.candidateId).toBe(c);
});

test("a withdrawal moves the others up in a new version and frees the place; after the first weeks nobody is asked any more", async () => {
  const recruitmentId = await given.recruitment({ places: 1 });
  const [one, two] = [
    await given.candidate(recruitmentId, given.someone("Odchodzi")),
    await given.candidate(recruitmentId, given.someone("Czeka")),
  ];
  await given.freeze(recruitmentId);
  await given.decideByList(recruitmentId, 1);
  const payload = { candidateId: one, withdrawnOn: "2026-11-22", reason: "wyjazd do pracy", rankingId: uuidv7() };
  const id = uuidv7();
  const done = await it.command(coordinator, "candidate.withdraw", payload, { id });
  expect(done).toMatchObject(ok);
  expect((await it.command(coordinator, "candidate.withdraw", payload, { id })).body.ids).toEqual(done.body.ids);
  const { versions, rows } = await given.ranking(recruitmentId);
  expect(versions.map(({ no, cause }) => [no, cause])).toEqual([
    [2, "WITHDRAWAL"],
    [1, "FIRST"],
  ]);
  expect(rows.map(({ candidateId, rank }) => [candidateId, rank])).toEqual([[two, 1]]);
  expect(await given.reserve(recruitmentId)).toMatchObject({ free: 1, over: false, until: "2027-01-03" });
  const terms = {
    recruitmentId,
    projectId: recruitmentId,
    places: 1,
    startsOn: "2026-10-25",
    judgedOn: null,
    interviewMax: 0,
    interviewWeight: 100,
    points: [],
  };
  const silent = { ...terms, vacancyWeeks: 4 };
  expect(await it.command(coordinator, "recruitment.set", silent, { base: 1 })).toMatchObject({
    body: { code: "recruitment.reason_missing" },
  });
  const earlier = { ...silent, reason: "grupa zaczyna wcześniej" };
  expect(await it.command(coordinator, "recruitment.set", earlier)).toMatchObject({ status: 409 });
  expect(await it.command(coordinator, "recruitment.set", earlier, { base: 1 })).toMatchObject(ok);
  expect(await given.reserve(recruitmentId)).toMatchObject({ free: 1, over: true, until: "2026-11-21" });
  const late = { offerId: uuidv7(), recruitmentId, candidateId: two, answerBy: "2026-11-30" };
  expect(await it.command(coordinator, "reserve.offer", late)).toMatchObject({ body: { code: "reserve.window_over" } });
});
