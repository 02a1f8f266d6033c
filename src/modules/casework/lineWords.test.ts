import { expect, test } from "vitest";
import { defineMessages } from "../../platform/messages.ts";
import { sayLine } from "./lineWords.ts";
import { timelineMessages } from "./messages.ts";

const words = [
  { messages: timelineMessages, lists: { from: "stage", to: "stage" } },
  {
    messages: defineMessages({
      "stay.began": { pl: "Nocleg od {day}, łóżko {bed}: {why}", en: "Stay since {day}", uk: "Ночівля з {day}" },
      "call.made": { pl: "Zadzwoń do {caller}", en: "Call {caller}", uk: "Зателефонуйте: {caller}" },
    }),
  },
];

test("a line says codes, days and numbers of its detail in the language of the screen", () => {
  expect(sayLine(words, "case.stage_moved", { from: "OPEN_OFFER", to: "PLANNED" }, "pl")).toBe(
    "Nowy etap: program uzgodniony",
  );
  expect(sayLine(words, "case.ended", { reason: "LOST_CONTACT" }, "uk")).toBe("Справу завершено: втрата контакту");
  expect(sayLine(words, "stay.began", { day: "2026-11-21", bed: 14, why: "X" }, "pl")).toBe(
    "Nocleg od 21 lis 2026, łóżko 14: –",
  );
  expect(sayLine(words, "call.made", { caller: "Ewa Łęcka" }, "en")).toBe("Call Ewa Łęcka");
});

test("a code without words and a missing detail are a dash, an unknown kind is no sentence at all", () => {
  expect(sayLine(words, "case.ended", { reason: "MOON" }, "en")).toBe("Case ended: –");
  expect(sayLine(words, "case.ended", {}, "pl")).toBe("Zakończono sprawę: –");
  expect(sayLine(words, "moon.landed", {}, "pl")).toBeUndefined();
});
