import { expect, test } from "vitest";
import { useTestHouse, world } from "../../app/testing/house.ts";
import { enrolPhone } from "../../app/testing/phone.ts";
import { uuidv7 } from "../../platform/uuid.ts";

const it = useTestHouse("2026-11-22T20:00:00Z");

const report = () => ({
  notificationId: uuidv7(),
  service: "POLICE",
  about: "PERSON",
  area: "Śródmieście",
  placeText: "za kioskiem",
  seenAt: "2026-11-22T19:40:00Z",
  urgency: "TODAY",
});

test("a phone holds the route and free places; an answer made without network takes the report off it, and brought twice it is one", async () => {
  const facilityId = uuidv7();
  const house = {
    facilityId,
    unitId: world.office,
    name: "Przystań",
    facilityType: "SHELTER",
    area: "Wola",
    places: 9,
  };
  await it.command("janusz", "facility.record", house);
  await it.command("janusz", "facility.count", {
    countId: uuidv7(),
    facilityId,
    free: 3,
    countedAt: "2026-11-22T19:50:00Z",
  });
  const { notificationId, ...said } = report();
  expect(await it.command("joanna", "notification.report", { notificationId, ...said })).toMatchObject({ status: 200 });

  const phone = await enrolPhone(it, "marta");
  await phone.askToken();
  const first = await phone.pullAll(null);
  const of = (kind: string) => first.records.filter((one) => one.kind === kind);
  expect(of("street.notification")).toMatchObject([
    { id: notificationId, personId: null, body: { placeText: "za kioskiem", state: "WAITING" } },
  ]);
  expect(of("free.places")).toMatchObject([{ id: facilityId, body: { name: "Przystań", count: { free: 3 } } }]);

  const answer = {
    answerId: uuidv7(),
    notificationId,
    outcome: "REFUSED",
    answeredAt: "2026-11-22T20:02:00Z",
    contactId: null,
  };
  it.clock.set("2026-11-22T20:03:00Z");
  const entries = [
    await phone.act("notification.accept", { notificationId }, { seq: 1, occurredAt: "2026-11-22T20:01:00Z" }),
    await phone.act("notification.answer", answer, { seq: 2, occurredAt: "2026-11-22T20:02:00Z" }),
  ];
  expect((await phone.deliver(entries)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect((await phone.deliver(entries)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  const { records } = await phone.pullAll(first.cursor);
  expect(records.filter(({ kind }) => kind === "street.notification")).toEqual([
    { kind: "street.notification", id: notificationId, gone: true },
  ]);
  const { rows } = await it.owner.query("select outcome from notification_answer where notification_id = $1", [
    notificationId,
  ]);
  expect(rows).toEqual([{ outcome: "REFUSED" }]);
});
