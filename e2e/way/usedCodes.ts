import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "@playwright/test";
import { z } from "zod";
import { houseHere } from "../house.ts";
import { codeNow } from "./totp.ts";

const codeMs = 30_000;
const Codes = z.record(z.string(), z.number());
const usedHere: Record<string, number> = {};

/** The half minute of each login's last code, kept beside the house's log: after a failure another process walks on. */
function codesOf(file = fileHere()): { used: Record<string, number>; keep: (login: string, no: number) => void } {
  const used = file && existsSync(file) ? Codes.parse(JSON.parse(readFileSync(file, "utf8"))) : usedHere;
  return {
    used,
    keep: (login, no) => {
      used[login] = no;
      if (file) writeFileSync(file, JSON.stringify(used));
    },
  };
}

function fileHere(): string | undefined {
  const house = houseHere();
  return house && join(dirname(house.log), "used-codes.json");
}

/** No code was used in a world as it was made. */
export function forgetUsedCodes(): void {
  for (const login of Object.keys(usedHere)) delete usedHere[login];
  const file = fileHere();
  if (file) rmSync(file, { force: true });
}

/**
 * A code is good once, and the next one half a minute early: who signs in a third time in that half minute waits.
 * @param now milliseconds since 1970 by the clock of the house
 */
export async function unusedCode(login: string, secret: string, now: () => number): Promise<string> {
  const current = () => Math.floor(now() / codeMs);
  const { used, keep } = codesOf();
  const no = Math.max(current(), (used[login] ?? 0) + 1);
  await expect.poll(current, { timeout: 2 * codeMs }).toBeGreaterThanOrEqual(no - 1);
  keep(login, no);
  return codeNow(secret, no * codeMs);
}
