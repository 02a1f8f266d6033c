import { expect, test } from "vitest";
import { useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CandidateList, CandidateView } from "../candidates/contract.ts";
import { ListPreview } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);

const mapping = ["LAST_NAME", "FIRST_NAME", "PESEL", "REGISTERED_SINCE"];

async function store(text: string): Promise<string> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf("beata")}`, "content-type": "text/csv" },
    payload: Buffer.from(`Nazwisko;Imię;PESEL;Zarejestrowany od\r\n${text}`),
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}

async function takeIn(recruitmentId: string, source: string, text: string, taken: number[]) {
  const reading = { recruitmentId, fileId: await store(text), sheet: 0, headerRow: 1, mapping, words: {} };
  const receivedOn = "2026-11-20";
  const answer = await it.post("beata", `/recruitments/${recruitmentId}/candidate-lists/preview`, {
    ...reading,
    receivedOn,
  });
  const { seen } = ListPreview.parse(answer.body);
  const sent = { source, sender: "Nadawca", receivedOn, confirmed: ["registered"] };
  return it.command("beata", "candidate-list.accept", { importId: uuidv7(), ...reading, ...sent, taken, seen });
}

test("the list of a labour office proves registration; the same words of a partner or of the person are stated (R-REC-01)", async () => {
  for (const [source, formal, evidence] of [
    ["PUP", "pass", "OFFICE"],
    ["OPS_REGION", "missing", "STATEMENT"],
    ["NGO_PARTNER", "missing", "STATEMENT"],
    ["SELF", "missing", "STATEMENT"],
  ] as const) {
    const recruitmentId = await given.recruitment();
    expect(await takeIn(recruitmentId, source, `Nowak;Jan;${given.pesel()};2020-01-01`, [2])).toMatchObject({
      status: 200,
    });
    const { candidates } = await it.read("beata", `/recruitments/${recruitmentId}/candidates`, CandidateList);
    expect([source, candidates[0]?.formal]).toEqual([source, formal]);
    const view = await it.read("beata", `/candidates/${candidates[0]?.id}`, CandidateView);
    expect(view.evidence).toMatchObject([{ fact: "registered", source: evidence }]);
  }
});

test("people without a PESEL, with the same wrong one and with the same words all come in, once", async () => {
  const recruitmentId = await given.recruitment();
  const text = "Nowak;Jan;brak;\r\nLis;Anna;-;\r\nNowak;Jan;brak;\r\nKos;Ewa;70020112340;\r\nWilk;Ewa;70020112340;";
  expect(await takeIn(recruitmentId, "PUP", text, [2, 3, 4, 5, 6])).toMatchObject({ status: 200 });
  const { candidates } = await it.read("beata", `/recruitments/${recruitmentId}/candidates`, CandidateList);
  expect(candidates.map(({ name }) => name)).toEqual(["Nowak Jan", "Lis Anna", "Nowak Jan", "Kos Ewa", "Wilk Ewa"]);
  const again = await takeIn(recruitmentId, "PUP", text, [2]);
  expect(again).toMatchObject({ body: { code: "import.row_stopped" } });
});
