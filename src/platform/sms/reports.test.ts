import { expect, test } from "vitest";
import { readReports, reportSecret } from "./reports.ts";

test.each([
  ["404", true],
  ["DELIVERED", true],
  ["402", false],
  ["405", false],
  ["406", false],
  ["407", false],
  ["412", false],
  ["401", null], // the gateway does not know it any more
  ["403", null],
  ["408", null], // no report from the operator
  ["409", null],
  ["410", null],
  ["411", null],
  ["999", null],
  ["", null],
])("a message in state %s was delivered: %s", (status, delivered) => {
  const reports = readReports({ MsgId: "5F1A", status, idx: "b-1" });
  expect(reports).toEqual(delivered === null ? [] : [{ messageId: "5F1A", reference: "b-1", delivered }]);
});

test("several come in one call; the reference may be missing", () => {
  expect(readReports({ MsgId: "1,2,3", status: "404,403,405", donedate: "1,2,3" })).toEqual([
    { messageId: "1", reference: null, delivered: true },
    { messageId: "3", reference: null, delivered: false },
  ]);
});

test.each([
  {},
  { MsgId: "1" },
  { MsgId: "1,2", status: "404" },
  { MsgId: ["1", "2"], status: ["404", "404"] },
  { MsgId: "x".repeat(101), status: "404" },
  { MsgId: Array(501).fill("1").join(), status: Array(501).fill("404").join() },
])("what is no report says nothing: %o", (query) => {
  expect(readReports(query)).toEqual([]);
});

test("the end of the address is made of the token and does not tell it", () => {
  const secret = reportSecret({ POWROT_SMS_TOKEN: "tajny-token" });
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(reportSecret({ POWROT_SMS_TOKEN: "inny" })).not.toBe(secret);
  expect(reportSecret({})).toBeNull();
});
