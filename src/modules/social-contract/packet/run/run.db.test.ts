import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetPassing } from "../../../../app/forgetPassing.ts";
import { people, useTestHouse, world } from "../../../../app/testing/house.ts";
import { closeDocuments } from "../../../../platform/documents/renderPdf.ts";
import { needTool, runTool } from "../../../../platform/testing/tool.ts";
import { uuidv7 } from "../../../../platform/uuid.ts";
import { plainConsequences } from "../../codes.ts";
import { PrintPeople, PrintRun } from "./contract.ts";
import { workPrintRuns } from "./work.ts";

const it = useTestHouse();
let owner: pg.Pool;
beforeAll(() => {
  needTool("pdftotext");
  const { user, password, host, port, database } = it.owner;
  owner = new pg.Pool({ user, password, host, port, database, max: 2 });
}, 300_000);
afterAll(async () => {
  await owner.end();
  await closeDocuments();
});

const party = (side: string, name: string) => ({ side, name, actsAs: null, representedBy: null, representation: null });
const send = async (type: string, payload: unknown) => {
  const answer = await it.command("anna", type, payload);
  expect([type, answer.status, answer.body.code]).toEqual([type, 200, undefined]);
};

let lastNo = 100;
/** Somebody with a contract that waits for signatures; without an agreement nothing waits. */
async function givenPerson(lastName: string, { agreed = true, homeless = false } = {}) {
  const personId = uuidv7();
  lastNo += 1;
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, first_name, last_name, registration_teryt, recorded_by) values ($1, $2, $3, 'Wojciech', $4, '0662011', $5)",
    [world.agenda, personId, lastNo, lastName, it.accountOf("anna")],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2026-11-01')", [
    world.agenda,
    personId,
    world.office,
  ]);
  if (!agreed) return personId;
  const contractId = uuidv7();
  await send("contract.draft", {
    contractId,
    personId,
    caseId: null,
    unitId: people.anna.unit,
    variant: "IA_IIA",
    socialWorkerId: it.accountOf("anna"),
    commune: "0663011",
    homeless,
    unemployed: false,
    pupReferral: null,
    situation: "Utrata mieszkania.",
    resources: null,
    barriers: null,
    actionsSoFar: null,
    consequences: plainConsequences,
    parties: [party("PERSON", `Wojciech ${lastName}`), party("OPS", "MOPR w Lublinie")],
    evaluationDates: ["2027-02-28"],
  });
  const duty = (side: string, what: string) => ({ dutyId: uuidv7(), side, what, dueOn: "2026-12-31" });
  const duties = [duty("PERSON", "Złoży wniosek."), duty("OPS", "Pomoże we wniosku.")];
  await send("contract.set-duties", { contractId, duties, removed: [] });
  await send("contract.agree", { contractId, agreedOn: "2026-11-20" });
  return personId;
}

async function ask(personIds: readonly string[], name: "anna" | "henryk" = "anna") {
  const runId = uuidv7();
  const answer = await it.command(name, "print-run.ask", { runId, personIds, largePrint: false });
  expect([answer.status, answer.body.code]).toEqual([200, undefined]);
  return runId;
}
const read = (runId: string) => it.read("anna", `/print-runs/${runId}`, PrintRun);
const work = (signal?: AbortSignal) => workPrintRuns(owner, it.services, signal);

async function textOf(runId: string, fileId: string, login: "anna" | "henryk" = "anna") {
  const answer = await it.server.inject({
    method: "GET",
    url: `/api/print-runs/${runId}/files/${fileId}`,
    headers: { authorization: `Bearer ${it.tokenOf(login)}` },
  });
  if (answer.statusCode !== 200) return { status: answer.statusCode, text: answer.body, pages: 0 };
  const folder = mkdtempSync(join(tmpdir(), "powrot-run-"));
  const path = join(folder, "run.pdf");
  writeFileSync(path, answer.rawPayload);
  const text = runTool("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"]).replace(/\s+/g, " ");
  const pages = Number(/Pages:\s+(\d+)/.exec(runTool("pdfinfo", [path]))?.[1]);
  rmSync(folder, { recursive: true });
  return { status: 200, text, pages };
}

test("everybody's papers come as one file and apart; who has nothing to sign is named with the reason", async () => {
  const ready = [await givenPerson("Żółć"), await givenPerson("Ćwik")];
  const waits = await givenPerson("Ęsik", { homeless: true });
  const nothing = await givenPerson("Pusty", { agreed: false });
  const { people: listed } = await it.read("anna", "/print-runs/people", PrintPeople);
  expect(listed.map(({ personName }) => personName).toSorted()).toEqual([
    "Wojciech Ćwik",
    "Wojciech Ęsik",
    "Wojciech Żółć",
  ]);
  const runId = await ask([...ready, waits, nothing]);
  expect(await read(runId)).toMatchObject({
    outcome: null,
    whole: [],
    turns: [{ papers: null }, {}, {}, { papers: null }],
  });
  await work();
  const run = await read(runId);
  expect(run.outcome).toBe("DONE");
  expect(run.turns).toMatchObject([
    { personName: "Wojciech Żółć", papers: 1, refusal: null, blocked: [] },
    { personName: "Wojciech Ćwik", papers: 1, refusal: null, blocked: [] },
    {
      personName: "Wojciech Ęsik",
      papers: 0,
      refusal: "print_run.all_blocked",
      blocked: [{ kind: "CONTRACT", reasons: [{ code: "contract.consultation_missing" }] }],
    },
    { personName: "Wojciech Pusty", papers: 0, refusal: "packet.empty" },
  ]);
  const [whole = ""] = run.whole;
  const [own] = run.turns;
  const [all, one] = [await textOf(runId, whole), await textOf(runId, own?.fileId ?? "")];
  expect(one.text).toContain("Wojciech Żółć");
  expect(one.text).not.toContain("Ćwik");
  expect(all.text.match(/Strony kontraktu/g)).toHaveLength(2);
  expect(all.text.indexOf("Wojciech Żółć")).toBeLessThan(all.text.indexOf("Wojciech Ćwik"));
  expect(all.text).not.toMatch(/Ęsik|Pusty/);
  for (const personId of ready) expect(await it.audited(personId)).toContain("print-run.print done");
  expect(await it.audited(nothing)).toContain("print-run.print refused");
});

/** Nobody ends the turn at `place` until `free` is called: whoever works at the run waits there. */
async function holdTurn(runId: string, place: number) {
  const { user, password, host, port, database } = it.owner;
  const client = new pg.Client({ user, password, host, port, database });
  await client.connect();
  await client.query("begin");
  await client.query(
    "insert into print_run_turn (organisation_id, run_id, place, papers, refusal, ended_at) values ($1, $2, $3, 0, 'held', '2026-11-22T10:00:00Z')",
    [world.agenda, runId, place],
  );
  const waits = async () => {
    const { rows } = await it.owner.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%print_run_turn%'",
    );
    return rows.length;
  };
  return {
    reached: () => expect.poll(waits, { timeout: 100_000 }).toBe(1),
    free: async () => {
      await client.query("rollback");
      await client.end();
    },
  };
}

test("a run whose process was killed, and one that was told to stop, go on with the next person and make nobody's papers twice", async () => {
  const asked = [];
  for (const name of ["Pierwszy", "Drugi", "Trzeci", "Czwarty"]) asked.push(await givenPerson(name));
  const runId = await ask(asked);
  const endedTurns = async () => (await read(runId)).turns.filter(({ papers }) => papers !== null).length;

  const second = await holdTurn(runId, 2);
  const { user, password, host, port, database } = it.owner;
  const worker = spawn(
    process.execPath,
    [new URL("../../../../app/testing/printWorker.ts", import.meta.url).pathname],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        POWROT_TEST_APP: it.appUrl,
        POWROT_TEST_OWNER: JSON.stringify({ user, password, host, port, database }),
        POWROT_TEST_FOLDER: it.folder,
      },
    },
  );
  const gone = once(worker, "exit");
  await second.reached();
  worker.kill("SIGKILL");
  expect(await gone).toEqual([null, "SIGKILL"]);
  await second.free();
  const [first] = (await read(runId)).turns;
  expect([await endedTurns(), first?.papers]).toEqual([1, 1]);

  const third = await holdTurn(runId, 3);
  const stop = new AbortController();
  // the database lets go of the dead process in its own time
  const stopped = (async () => {
    while ((await endedTurns()) < 3) await work(stop.signal);
  })();
  await third.reached();
  stop.abort();
  await third.free();
  await stopped;
  expect(await read(runId)).toMatchObject({ outcome: null, turns: [{}, {}, { papers: 1 }, { papers: null }] });

  await Promise.all([work(), work()]); // two processes: one of them finds the other at it
  const after = await read(runId);
  expect([after.outcome, after.turns.map(({ papers }) => papers)]).toEqual(["DONE", [1, 1, 1, 1]]);
  expect(after.turns[0]?.fileId).toBe(first?.fileId);
  const { text } = await textOf(runId, after.whole[0] ?? "");
  expect(text.match(/Strony kontraktu/g)).toHaveLength(4);
});

test("only people in reach are asked for, and a run is its asker's alone", async () => {
  const personId = await givenPerson("Swój");
  const refused = await Promise.all([
    it.command("zofia", "print-run.ask", { runId: uuidv7(), personIds: [personId], largePrint: false }),
    it.command("beata", "print-run.ask", { runId: uuidv7(), personIds: [personId], largePrint: false }),
    it.command("anna", "print-run.ask", { runId: uuidv7(), personIds: [personId, personId], largePrint: false }),
  ]);
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
    [404, "person.not_found"],
    [403, "access.denied"],
    [422, "print_run.same_person"],
  ]);
  const runId = await ask([personId]);
  const again = await it.command("anna", "print-run.ask", {
    runId: uuidv7(),
    personIds: [personId],
    largePrint: false,
  });
  expect(again).toMatchObject({ status: 422, body: { code: "print_run.one_at_a_time" } });
  await work();
  const { turns } = await read(runId);
  expect((await it.get("henryk", `/print-runs/${runId}`)).status).toBe(404);
  expect((await textOf(runId, turns[0]?.fileId ?? "", "henryk")).status).toBe(404);
});

test("rights of the moment decide: somebody out of reach by now is neither printed, named nor opened", async () => {
  const [stays, goes] = [await givenPerson("Zostaje"), await givenPerson("Odchodzi")];
  const [early, late] = [await ask([stays, goes]), uuidv7()];
  await work();
  const whole = (await read(early)).whole[0] ?? "";
  expect((await textOf(early, whole)).status).toBe(200);
  const asked = await it.command("anna", "print-run.ask", { runId: late, personIds: [stays, goes], largePrint: false });
  expect(asked.status).toBe(200);
  await it.owner.query("delete from person_unit where person_id = $1", [goes]);
  await work();
  expect((await read(late)).turns).toMatchObject([
    { personName: "Wojciech Zostaje", papers: 1 },
    { personName: null, papers: 0, refusal: "person.not_found", fileId: null },
  ]);
  const closed = await textOf(early, whole);
  expect([closed.status, closed.text]).toEqual([422, expect.stringContaining("print_run.reach_changed")]);
});

test("what was printed lies sealed, and after a day it is gone", async () => {
  const personId = await givenPerson("Krótki");
  const runId = await ask([personId]);
  await work();
  const { rows } = await it.owner.query("select content from print_run_file where run_id = $1", [runId]);
  expect(rows).toHaveLength(1);
  expect(rows[0].content.toString("latin1")).not.toContain("%PDF");
  await forgetPassing(owner, new Date("2026-11-23T09:00:00Z"));
  expect((await it.get("anna", `/print-runs/${runId}`)).status).toBe(200);
  await forgetPassing(owner, new Date("2026-11-23T10:00:01Z"));
  expect((await it.get("anna", `/print-runs/${runId}`)).status).toBe(404);
  for (const table of ["print_run", "print_run_person", "print_run_turn", "print_run_file", "print_run_ending"])
    expect((await it.owner.query(`select from ${table} where organisation_id = $1`, [world.agenda])).rows).toEqual([]);
});

test("a run whose asker works here no more ends without a print", async () => {
  const personId = await givenPerson("Sierota");
  const runId = await ask([personId], "henryk");
  await it.owner.query("update membership set held_at = now() where account_id = $1", [it.accountOf("henryk")]);
  await work();
  const { rows } = await it.owner.query("select outcome from print_run_ending where run_id = $1", [runId]);
  expect(rows).toEqual([{ outcome: "NOT_ALLOWED" }]);
});
