import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { houseHere } from "../house.ts";

/** What of a request's body may stand in no log: words that a person wrote, and long numbers such as a PESEL. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return isPersonal(value) ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

const isPersonal = (text: string): boolean =>
  /^\d{9,}$/.test(text) || (text.length > 4 && (/\p{L}\s|[^\x20-\x7e]/u.test(text) || /^[A-Z][a-z]+$/.test(text)));

/** The house's whole output holds none of the texts; it does hold what it was asked, so that there was something to look at. */
export function expectNoneLogged(texts: ReadonlySet<string>): void {
  const house = houseHere();
  if (!house) return; // one that somebody else started
  const log = readFileSync(house.log, "utf8");
  expect(log).toMatch(/^ready /m);
  expect([...texts].filter((text) => log.includes(text) || log.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
    [],
  );
}
