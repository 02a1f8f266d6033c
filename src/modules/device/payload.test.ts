import { expect, test } from "vitest";
import { payloadLines } from "./payloadLines.ts";
import { keyOfCode } from "./roomWords.ts";

const id = "0190a000-0000-7000-8000-000000000001";

test("of a payload a lead reads what somebody wrote: no ids, nothing empty, lists in one line", () => {
  const card = { siteId: id, workerIds: [id], note: "", placeText: "pod zegarem", actions: ["CONVERSATION", "FOOD"] };
  const aid = [{ item: "SOUP", quantity: 2 }];
  expect(payloadLines({ contactId: id, person: null, card: { ...card, alone: false, aid } })).toEqual([
    { name: "placeText", value: "pod zegarem" },
    { name: "actions", value: "CONVERSATION, FOOD" },
    { name: "item", value: "SOUP" },
    { name: "quantity", value: "2" },
  ]);
});

test("a code is told in the word of its own list, and left as it is where two lists have it", () => {
  const keys = ["action.OTHER", "need.OTHER", "age.50_59", "sex.M", "action.CONVERSATION"];
  expect(keyOfCode(keys, "actions", "OTHER")).toBe("action.OTHER");
  expect(keyOfCode(keys, "ageBand", "50_59")).toBe("age.50_59");
  expect(keyOfCode(keys, "item", "OTHER")).toBeUndefined();
  expect(keyOfCode(keys, "note", "pod zegarem")).toBeUndefined();
});
