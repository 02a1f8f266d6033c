import { expect, test } from "vitest";
import { type PersonOfFixture, useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment, radomRules } from "../../../app/testing/recruitment.ts";
import { composePesel } from "../../../platform/identifiers/pesel.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ListLook, ListPreview } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);
const ok = { status: 200 };
const coordinator: PersonOfFixture = "beata";

/** An office's list in Windows-1250 with what goes wrong in such lists. */
const polish: Readonly<Record<string, number>> = {
  ą: 0xb9,
  ć: 0xe6,
  ę: 0xea,
  ł: 0xb3,
  ń: 0xf1,
  ó: 0xf3,
  ś: 0x9c,
  ź: 0x9f,
  ż: 0xbf,
  Ł: 0xa3,
  Ś: 0x8c,
  Ż: 0xaf,
  Ź: 0x8f,
  Ó: 0xd3,
  Ń: 0xd1,
};
const windows1250 = (text: string): Buffer =>
  Buffer.from([...text].map((letter) => polish[letter] ?? letter.charCodeAt(0)));

async function store(bytes: Buffer): Promise<string> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf(coordinator)}`, "content-type": "text/csv" },
    payload: bytes,
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}

test("a list of an office is read, shown row by row, and taken in whole or not at all; the same file makes no doubles", async () => {
  const recruitmentId = await given.recruitment({ places: 5, rules: radomRules() });
  const known = given.someone("Znany");
  await given.candidate(recruitmentId, known);
  const early = composePesel(plainDate("2001-03-05"), "F", 11);
  expect(early.startsWith("0")).toBe(true);
  const fine = composePesel(plainDate("1970-02-01"), "M", 901);
  const lines = [
    "Powiatowy Urząd Pracy - lista kandydatów;;;;;",
    "Lp.;Nazwisko;Imię;PESEL;Zarejestrowany od dnia;Wykształcenie",
    `1;ŻÓŁCIŃSKI;JÓZEF;${fine};01.02.2020;zawodowe`,
    `2;Łoś;Anna;${early.slice(1)};2021-05-06;podstawowe`,
    ";;;;;",
    `3;Powtórka;Jan;${fine};05.05.2020;zawodowe`,
    `4;Znany;Stanisław;${known.pesel ?? ""};05.05.2020;zawodowe`,
    "5;Błędny;Piotr;70020112340;44197;średnie",
    "6;;Bezimienny;;05.05.2020;zawodowe",
    `7;=1+1;Formuła;${composePesel(plainDate("1965-05-05"), "M", 77)};31.02.2020;zawodowe`,
  ];
  const bytes = windows1250(lines.join("\r\n"));
  const fileId = await store(bytes);
  const at = { recruitmentId, fileId, sheet: 0 };
  const looked = ListLook.parse(
    (
      await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/look`, {
        ...at,
        headerRow: null,
        sender: "PUP Radom",
      })
    ).body,
  );
  expect(looked).toMatchObject({
    headerRow: 2,
    remembered: false,
    mapping: [null, "LAST_NAME", "FIRST_NAME", "PESEL", "REGISTERED_SINCE", "EDUCATION"],
  });
  const reading = { ...at, headerRow: 2, mapping: looked.mapping, words: {}, receivedOn: "2026-11-20" };
  const preview = async (more: object = {}) =>
    ListPreview.parse(
      (await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/preview`, { ...reading, ...more }))
        .body,
    );
  const shown = await preview();
  expect(shown.rows.map(({ row, verdict, faults }) => [row, verdict, faults.map(({ code }) => code)])).toEqual([
    [3, "ready", []],
    [4, "ready", ["pesel_mended"]],
    [6, "stop", ["twice_in_file"]],
    [7, "stop", ["candidate_known"]],
    [8, "ask", ["pesel_invalid", "word_unknown"]],
    [9, "stop", ["name_missing"]],
    [10, "ready", ["day_unreadable"]],
  ]);
  expect(shown).toMatchObject({ empty: 1, unknownWords: [{ field: "EDUCATION", word: "średnie", rows: 1 }] });
  expect(shown.rows[0]?.name).toBe("Żółciński Józef");
  const words = { EDUCATION: { srednie: "SECONDARY_GENERAL" } };
  const { seen } = await preview({ words });
  const wish = {
    importId: uuidv7(),
    ...reading,
    words,
    source: "PUP",
    sender: "PUP Radom",
    confirmed: ["registered"],
    taken: [3, 4, 8, 10],
    seen,
  };
  const accept = (more: object = {}) => it.command(coordinator, "candidate-list.accept", { ...wish, ...more });
  expect(await accept({ taken: [3, 6] })).toMatchObject({ body: { code: "import.row_stopped" } });
  expect(await accept({ taken: [3, 5] })).toMatchObject({ body: { code: "import.unknown_row" } });
  expect(await accept({ seen: "inne" })).toMatchObject({ status: 409, body: { code: "import.changed" } });
  expect((await given.candidates(recruitmentId)).candidates).toHaveLength(1);
  expect(await accept()).toMatchObject(ok);
  const { candidates } = await given.candidates(recruitmentId);
  expect(candidates.map(({ name, formal }) => [name, formal])).toEqual([
    ["Znany Stanisław", "pass"],
    ["Żółciński Józef", "pass"],
    ["Łoś Anna", "fail"],
    ["Błędny Piotr", "missing"],
    ["=1+1 Formuła", "missing"],
  ]);
  const { rows: files } = await it.owner.query("select 1 from stored_file where id = $1", [fileId]);
  expect(files).toEqual([]);
  // the same file again: the columns are known, and every row is
  const again = await store(bytes);
  const second = ListLook.parse(
    (
      await it.post(coordinator, `/recruitments/${recruitmentId}/candidate-lists/look`, {
        ...at,
        fileId: again,
        headerRow: null,
        sender: "pup radom",
      })
    ).body,
  );
  expect(second).toMatchObject({ remembered: true, words });
  const repeated = await preview({ fileId: again, words });
  expect(repeated.rows.every(({ verdict }) => verdict === "stop")).toBe(true);
  const { rows: kept } = await it.owner.query(
    "select row_to_json(c)::text as text from candidate_card c union all select row_to_json(t)::text from candidate_text t union all select row_to_json(m)::text from import_mapping m",
  );
  expect(JSON.stringify(kept)).not.toMatch(/Żółciński|Łoś|dokument nr 7/);
});
