import { expect, test } from "vitest";
import { offline } from "./offline.ts";

test("a refused correction is mended where its card is corrected", () => {
  const { mendPath } = offline.commands["contact.correct"] ?? {};
  const path = typeof mendPath === "function" ? mendPath({ contactId: "k1", correctionId: "k2" }) : mendPath;
  expect(path).toBe("/contacts/k1/correction");
});
