import { Agent } from "node:http";
import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { todayIn } from "../src/platform/time/instant.ts";
import { addDays } from "../src/platform/time/plainDate.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { call, percentile } from "./load.ts";
import { cpuMsOf } from "./processes.ts";
import { caseworker, type Server, signIn, type World } from "./world.ts";

/** `aloneMs`: one contract by itself, the slowest of ten after a first one. `eachMs`: of a run for many, with the file of all. */
export type Prints = { papers: number; aloneMs: number; runSeconds: number; eachMs: number; applicationMs: number };

const limit = 1_000;
const Start = z.object({ caseId: z.uuid().nullable(), unitId: z.uuid(), personName: z.string() });
const Run = z.object({ outcome: z.string().nullable(), turns: z.array(z.object({ papers: z.int().nullable() })) });

/** Thirty people sign in the morning: a contract for each, agreed and long enough for a table over a page, printed in one run. */
export async function measurePrints({ owner }: World, { port, pid }: Server, people = 30): Promise<Prints> {
  const token = await signIn(port, caseworker);
  const agent = new Agent({ keepAlive: true });
  const get = async (path: string) => {
    const answer = await call(agent, port, { method: "GET", path: `/api${path}`, token });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return answer.text;
  };
  const send = async (type: string, payload: object) => {
    const body = { id: uuidv7(), v: 1, occurredAt: new Date().toISOString(), payload };
    const answer = await call(agent, port, { method: "POST", path: `/api/commands/${type}`, token, body });
    if (answer.status !== 200) throw new Error(`${type}: ${answer.status} ${answer.text.slice(0, 300)}`);
  };
  const { rows } = await owner.query<{ personId: string; accountId: string; contractId: string | null }>(
    `select c.person_id as "personId", a.id as "accountId", (select s.id from social_contract s where s.person_id = c.person_id order by s.id limit 1) as "contractId"
     from open_case o join support_case c on c.id = o.case_id join account a on a.id = c.leader_id where a.login = $1 order by 1 limit $2`,
    [caseworker, people],
  );
  const contracts: string[] = [];
  for (const { personId, accountId, contractId } of rows)
    contracts.push(contractId ?? (await draftContract(personId, accountId)));

  const [first = ""] = contracts;
  const alone: number[] = [];
  for (let round = 0; round < 11; round++) {
    const before = performance.now();
    await get(`/contracts/${first}/document`);
    if (round > 0) alone.push(performance.now() - before);
  }
  const runId = uuidv7();
  const cpu = cpuMsOf(pid);
  const before = performance.now();
  await send("print-run.ask", { runId, personIds: rows.map(({ personId }) => personId), largePrint: false });
  let run = Run.parse(JSON.parse(await get(`/print-runs/${runId}`)));
  while (run.outcome === null) {
    await setTimeout(50);
    run = Run.parse(JSON.parse(await get(`/print-runs/${runId}`)));
  }
  const ms = performance.now() - before;
  agent.destroy();
  const papers = run.turns.reduce((sum, turn) => sum + (turn.papers ?? 0), 0);
  if (run.outcome !== "DONE" || papers < people) throw new Error(`the run ended ${run.outcome} with ${papers} papers`);
  return {
    papers,
    aloneMs: percentile(
      alone.toSorted((a, b) => a - b),
      1,
    ),
    runSeconds: ms / 1000,
    eachMs: ms / papers,
    applicationMs: (cpuMsOf(pid) - cpu) / papers,
  };

  async function draftContract(personId: string, accountId: string): Promise<string> {
    const contractId = uuidv7();
    const today = todayIn(new Date(), "Europe/Warsaw");
    const start = Start.parse(JSON.parse(await get(`/people/${personId}/contract-start`)));
    const party = (side: string, name: string) => ({
      side,
      name,
      actsAs: null,
      representedBy: null,
      representation: null,
    });
    const words = "Utrata pracy i mieszkania po rozwodzie, zadłużenie, choroba; źródło wsparcia: siostra. ".repeat(8);
    await send("contract.draft", {
      contractId,
      personId,
      caseId: start.caseId,
      unitId: start.unitId,
      variant: "IB_IIB",
      socialWorkerId: accountId,
      commune: "0663011",
      homeless: false,
      unemployed: true,
      pupReferral: null,
      situation: words,
      resources: words,
      barriers: words,
      actionsSoFar: null,
      consequences: words,
      parties: [party("PERSON", start.personName), party("OPS", "Ośrodek")],
      evaluationDates: [addDays(today, 90)],
    });
    const duties = Array.from({ length: 20 }, (_, at) => ({
      dutyId: uuidv7(),
      side: at % 2 === 0 ? "PERSON" : "OPS",
      what: `Działanie ${at + 1}: zgłoszenie, wizyta, wniosek i rozmowa o postępie.`,
      dueOn: addDays(today, 30 + at),
    }));
    await send("contract.set-duties", { contractId, duties, removed: [] });
    await send("contract.agree", { contractId, agreedOn: today });
    return contractId;
  }
}

export function printPrints({ papers, aloneMs, runSeconds, eachMs, applicationMs }: Prints): void {
  const verdict = (ms: number) => (ms < limit ? "pass" : "FAIL");
  console.log(`\nContracts on paper, as PDF; bar < ${limit} ms each; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  console.log(`one alone, the slowest of ten     ${aloneMs.toFixed(0)} ms   ${verdict(aloneMs)}`);
  console.log(
    `${papers} in one run, with the file of all   ${runSeconds.toFixed(1)} s, ${eachMs.toFixed(0)} ms each (${applicationMs.toFixed(0)} ms CPU of the server)   ${verdict(eachMs)}`,
  );
}
