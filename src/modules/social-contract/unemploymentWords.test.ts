import { expect, test } from "vitest";
import { unemploymentWords, type WorkFacts } from "./unemploymentWords.ts";

const none: WorkFacts = { registered: [], withoutWork: null, qualifications: [] };
const since = (months: number): Partial<WorkFacts> => ({ withoutWork: { since: "2025-01-10", months } });

test.each<[string, Partial<WorkFacts>, string]>([
  ["nothing is known", {}, ""],
  ["at work", { withoutWork: { since: null, months: 0 } }, ""],
  ["one month", since(1), "Bez pracy od 2025-01-10: 1 miesiąc."],
  ["a few", since(3), "Bez pracy od 2025-01-10: 3 miesiące."],
  ["a dozen", since(12), "Bez pracy od 2025-01-10: 12 miesięcy."],
  ["two dozen less two", since(22), "Bez pracy od 2025-01-10: 22 miesiące."],
  ["more than a hundred", since(112), "Bez pracy od 2025-01-10: 112 miesięcy."],
  [
    "registered twice, the second time still",
    {
      registered: [
        { from: "2024-02-01", to: "2024-09-30", office: null },
        { from: "2025-01-10", to: null, office: "PUP Lublin" },
      ],
    },
    "Rejestracja w urzędzie pracy: od 2024-02-01 do 2024-09-30; od 2025-01-10 (PUP Lublin).",
  ],
  [
    "qualifications, one without a year",
    {
      qualifications: [
        { name: "ślusarz", year: 2004 },
        { name: "prawo jazdy B", year: null },
      ],
    },
    "Kwalifikacje: ślusarz (2004); prawo jazdy B.",
  ],
])("part IB says what the work history knows: %s (F-28, F-23)", (_, facts, words) => {
  expect(unemploymentWords({ ...none, ...facts }, (day) => day)).toBe(words);
});

test("what is very long is cut to what the field takes", () => {
  const qualifications = Array.from({ length: 60 }, () => ({ name: "ż".repeat(100), year: 2004 }));
  expect(unemploymentWords({ ...none, qualifications }, (day) => day)).toHaveLength(4000);
});
