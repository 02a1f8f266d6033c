import { expect, test } from "vitest";
import { foldName } from "../foldName.ts";
import { leaseHours } from "../sync/contract.ts";
import { bitsOfPhrase, newPhrase } from "./phrase.ts";
import { packed, unpacked } from "./phrasePacked.ts";
import { phraseWords } from "./phraseWords.ts";
import { secretOfPhrase } from "./secret.ts";
import { leaseMs } from "./vault.ts";

test("four words of the list are at least 50 bits", () => {
  expect(new Set(phraseWords).size).toBe(7000);
  expect(bitsOfPhrase).toBeGreaterThan(50);
  expect(newPhrase().split(" ")).toHaveLength(4);
});

test("no two words are alike at their beginning, and each is one word without accents too", () => {
  expect(new Set(phraseWords.map((word) => foldName(word).slice(0, 5))).size).toBe(phraseWords.length);
  expect(phraseWords.filter((word) => foldName(word).includes(" "))).toEqual([]);
});

test("a phone is given the same words by the packed list", () => {
  expect(unpacked(packed(phraseWords))).toEqual(phraseWords);
});

test("a phrase opens however it is typed: accents, capitals and spaces are not part of it", async () => {
  const cost = { salt: new Uint8Array(16), memoryKib: 256, passes: 1 };
  const secret = await secretOfPhrase("żółty Łabędź  dzień zima", cost);
  expect(secret).toEqual(await secretOfPhrase(" zolty labedz dzien ZIMA ", cost));
  expect(secret).not.toEqual(await secretOfPhrase("zolty labedz dzien lato", cost));
  expect(secret).toHaveLength(32);
});

test("a phone counts the same hours of a lease as the server", () => {
  expect(leaseMs).toBe(leaseHours * 3_600_000);
});
