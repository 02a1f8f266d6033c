import { expect, test } from "vitest";
import type { PendingCommand } from "../../platform/device/contract.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { type NotificationHeld, routeFromHeld } from "./held.ts";

const held = (id: string, more: Partial<NotificationHeld> = {}): NotificationHeld => ({
  id,
  about: "PERSON",
  area: "Śródmieście",
  seenAt: "2026-11-22T17:00:00.000Z",
  people: 1,
  urgency: "TODAY",
  receivedAt: "2026-11-22T17:10:00.000Z",
  state: "WAITING",
  service: "CITY_GUARD",
  from: "Lis",
  dueOn: plainDate("2026-11-22"),
  placeText: "za kioskiem",
  geo: null,
  says: null,
  acceptedBy: null,
  acceptedAt: null,
  ...more,
});
const done = (type: string, payload: unknown, state: PendingCommand["state"] = "waiting"): PendingCommand => ({
  id: "a",
  type,
  envelope: { id: "a", v: 1, occurredAt: "2026-11-22T18:00:00.000Z", payload },
  touches: [],
  label: "",
  madeAt: "2026-11-22T18:00:00.000Z",
  state,
});
const answered = { notificationId: "1", outcome: "FOUND" };

test.each([
  ["nothing was done here", [], ["1", "2"]],
  ["one was answered", [done("notification.answer", answered)], ["2"]],
  ["one was answered by the card", [done("contact.record", { reportRef: answered })], ["2"]],
  ["a card answers nothing", [done("contact.record", { reportRef: null })], ["1", "2"]],
  ["the answer was refused", [done("notification.answer", answered, "refused")], ["1", "2"]],
  ["the answer is on its way", [done("notification.answer", answered, "delivered")], ["2"]],
])("the route on a phone when %s", (_, pending, ids) => {
  expect(routeFromHeld([held("1"), held("2")], pending, "Marta").map(({ id }) => id)).toEqual(ids);
});

test("what was taken here is mine until the server says who took it first", () => {
  const taken = done("notification.accept", { notificationId: "1" });
  const first = held("2", { acceptedBy: "Piotr", acceptedAt: "2026-11-22T17:30:00.000Z", state: "ACCEPTED" });
  const also = done("notification.accept", { notificationId: "2" });
  expect(routeFromHeld([held("1"), first], [taken, also], "Marta")).toMatchObject([
    { id: "1", state: "ACCEPTED", acceptedBy: "Marta", acceptedAt: "2026-11-22T18:00:00.000Z" },
    { id: "2", state: "ACCEPTED", acceptedBy: "Piotr" },
  ]);
});

test("the soonest comes first", () => {
  const later = held("1", { dueOn: plainDate("2026-11-25") });
  expect(routeFromHeld([later, held("2")], [], "Marta").map(({ id }) => id)).toEqual(["2", "1"]);
});
