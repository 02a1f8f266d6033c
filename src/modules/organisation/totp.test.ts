import { expect, test } from "vitest";
import { findTotpStep, newTotpSecret, totpCode, totpStep } from "./totp.ts";

// RFC 6238, appendix B, SHA-1, last six digits; the secret is "12345678901234567890".
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1234567890, "005924"],
  [20000000000, "353130"],
])("at second %d the code is %s", (second, code) => {
  expect(totpCode(secret, Math.floor(second / 30))).toBe(code);
});

test("a code of the step before or after is taken, of two steps away is not", () => {
  const now = new Date("2026-11-22T10:00:15Z");
  const step = totpStep(now);
  expect(findTotpStep(secret, totpCode(secret, step - 1), now)).toBe(step - 1);
  expect(findTotpStep(secret, totpCode(secret, step + 1), now)).toBe(step + 1);
  expect(findTotpStep(secret, totpCode(secret, step - 2), now)).toBeUndefined();
  expect(findTotpStep(secret, "", now)).toBeUndefined();
});

test("a new secret has 32 letters of Base32", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});
