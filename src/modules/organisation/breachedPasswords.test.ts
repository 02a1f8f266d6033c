import { expect, test } from "vitest";
import { isBreached, refuseNewPassword } from "./breachedPasswords.ts";

test.each([
  "jennifer",
  "1qaz2wsx3edc4rfv",
  "Passwordstandard",
  "superman2024!!",
  "Sup3rman!",
  "ne_e_pod_chehyl",
  "QWERTASDFGZXCVB",
])("%s leaked, and guessers try it (C55)", (password) => {
  expect(isBreached(password)).toBe(true);
});

test.each(["zielony9", "spokojna noc nad rzeką", "żółw idzie po kawę", "Powrot-demo-2026"])(
  "%s did not leak",
  (password) => {
    expect(isBreached(password)).toBe(false);
  },
);

test("a leaked password is refused with and without a second factor, and the older reasons come first (C55)", () => {
  const account = { login: "jadwiga", secondFactor: false };
  expect(refuseNewPassword("aksjdlasdakj89879", account)).toBe("password.breached");
  expect(refuseNewPassword("jennifer9", { ...account, secondFactor: true })).not.toBeNull();
  expect(refuseNewPassword("Haslo1234567890!", account)).toBe("password.common");
  expect(refuseNewPassword("siedem mokrych liści", account)).toBeNull();
});
