import { expect, test } from "vitest";
import { uuidv7 } from "./uuid.ts";

test("ids carry their time, sort by it and do not repeat", () => {
  const early = uuidv7(Date.UTC(2026, 10, 22));
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(early.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22));
  expect(early < uuidv7(Date.UTC(2026, 10, 23))).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, () => uuidv7())).size).toBe(1000);
});
