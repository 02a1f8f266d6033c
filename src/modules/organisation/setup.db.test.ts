import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { houseServer } from "../../app/server.ts";
import { movableClock } from "../../platform/clock.ts";
import { kyselyOf, openPool } from "../../platform/db.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { createTestDatabase } from "../../platform/testing/testDatabase.ts";
import { createSetupLink } from "./setup.ts";

test("an empty house is set up by one link, once, and its administrator first makes a second factor", async () => {
  const now = "2026-11-22T10:00:00Z";
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "powrot-setup-"));
  const keys = openKeyRing(join(folder, "keys"), { create: true });
  const db = kyselyOf(openPool(database.appUrl));
  const services = { db, clock: movableClock(now), keys, files: openFileStore(folder, keys) };
  const server = await houseServer(services, { origin: "http://localhost:4280", logLevel: "silent" });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const post = (url: string, payload: object) =>
    server.inject({ method: "POST", url: `/api${url}`, headers: { "x-powrot": "1" }, payload });
  try {
    const first = await createSetupLink(owner, new Date(now));
    const second = await createSetupLink(owner, new Date(now));
    const setup = {
      token: first,
      organisationName: "Stowarzyszenie",
      shortName: "stow",
      kind: "NGO",
      login: "szefowa",
      displayName: "Szefowa Próbna",
      password: "siedem mokrych liści",
    };
    expect((await post("/setup", { ...setup, password: "krótkie" })).json().code).toBe("password.too_short_alone");
    expect((await post("/setup", { ...setup, token: "x".repeat(43) })).statusCode).toBe(404);
    expect((await post("/setup", setup)).statusCode).toBe(204);
    expect((await post("/setup", setup)).statusCode).toBe(404);
    expect((await post("/setup", { ...setup, token: second, login: "druga" })).statusCode).toBe(404);
    expect(await createSetupLink(owner, new Date(now))).toBeNull();
    const session = await post("/session", { login: "szefowa", password: setup.password, kind: "token" });
    expect(session.json()).toMatchObject({ roles: ["ORGANISATION_ADMIN"], secondFactorDue: true, authorised: false });
    const { rows } = await owner.query("select last_no from person_number");
    expect(rows).toEqual([{ last_no: 0 }]);
  } finally {
    await server.close();
    await db.destroy();
    await owner.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});
