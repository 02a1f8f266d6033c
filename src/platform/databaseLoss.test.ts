import { connect } from "node:net";
import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseLoss } from "./databaseLoss.ts";
import { freePort } from "./testing/freePort.ts";

const coded = (code: string) => Object.assign(new Error("secret words"), { code });

test.each(["57P01", "57P03", "3D000", "08006"])("%s says that the database is away", (code) => {
  expect(isDatabaseLoss(coded(code))).toBe(true);
});

test.each([coded("23505"), coded("ERR_INVALID_ARG_TYPE"), new Error("57P01"), "57P01", null])(
  "%s is a fault of ours",
  (error) => {
    expect(isDatabaseLoss(error)).toBe(false);
  },
);

test.each(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"])(
  "%s of a mail server or a browser says nothing about the database",
  (code) => {
    expect(isDatabaseLoss(coded(code))).toBe(false);
  },
);

test("nobody at the other end: a loss where the database was asked, none where something else was", async () => {
  const port = await freePort();
  const pool = new pg.Pool({ host: "127.0.0.1", port });
  const asked = await pool.query("select 1").catch((error: unknown) => error);
  await pool.end();
  expect(asked).toMatchObject({ code: "ECONNREFUSED" });
  expect(isDatabaseLoss(asked)).toBe(true);
  const other = await new Promise((told) => connect(port, "127.0.0.1").on("error", told));
  expect(other).toMatchObject({ code: "ECONNREFUSED" });
  expect(isDatabaseLoss(other)).toBe(false);
});
