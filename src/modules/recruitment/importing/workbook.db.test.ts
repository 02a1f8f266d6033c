import { expect, test } from "vitest";
import { useTestHouse } from "../../../app/testing/house.ts";
import { givenRecruitment } from "../../../app/testing/recruitment.ts";
import { composePesel } from "../../../platform/identifiers/pesel.ts";
import { cell, workbook } from "../../../platform/testing/workbook.ts";
import { plainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { CandidateList, CandidateView } from "../candidates/contract.ts";
import { ListLook, ListPreview } from "./contract.ts";

const it = useTestHouse();
const given = givenRecruitment(it);

async function bring(bytes: Buffer): Promise<{ status: number; fileId: string; code: string | undefined }> {
  const fileId = uuidv7();
  const answer = await it.server.inject({
    method: "POST",
    url: `/api/files?fileId=${fileId}&commandId=${uuidv7()}`,
    headers: { authorization: `Bearer ${it.tokenOf("beata")}`, "content-type": "application/octet-stream" },
    payload: bytes,
  });
  return { status: answer.statusCode, fileId, code: answer.json<{ code?: string }>().code };
}
const row = (no: number, cells: string, more = "") => `<row r="${no}"${more}>${cells}</row>`;
const number = (at: string, value: string | number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
/** A day as spreadsheets keep it: days since the end of 1899, shown by a style. */
const serial = (day: string) => (Date.parse(`${day}T00:00:00Z`) - Date.parse("1899-12-30T00:00:00Z")) / 86_400_000;

test("a workbook of an office goes all the way: merged title, days and PESELs as numbers, a formula, a row that a filter hides", async () => {
  const recruitmentId = await given.recruitment();
  const pesel = given.pesel();
  const young = composePesel(plainDate("2001-03-05"), "F", 11); // begins with a zero, which a number loses
  const list = workbook(
    [
      row(1, cell("A1", "Lista osób długotrwale bezrobotnych")), // merged over four columns: the words stand in the first
      row(
        2,
        ["Nazwisko", "Imię", "PESEL", "Zarejestrowany od"].map((words, at) => cell(`${"ABCD"[at]}2`, words)).join(""),
      ),
      row(
        3,
        cell("A3", "Świętochłowska") +
          cell("B3", "Żaneta") +
          number("C3", pesel) +
          number("D3", serial("2020-01-15"), 1),
      ),
      row(
        4,
        cell("A4", "Nowak") +
          cell("B4", "Ewa") +
          number("C4", Number(young)) +
          `<c r="D4" s="1"><f>D3+1</f><v>${serial("2020-01-16")}</v></c>`,
      ),
      row(5, cell("A5", "Ukryty") + cell("B5", "Jan") + number("D5", serial("2020-02-01"), 1), ' hidden="1"'),
    ].join(""),
  );
  const { status, fileId } = await bring(list);
  expect(status).toBe(200);
  const place = { recruitmentId, fileId, sheet: 0 };
  const lists = `/recruitments/${recruitmentId}/candidate-lists`;
  const look = ListLook.parse(
    (await it.post("beata", `${lists}/look`, { ...place, headerRow: null, sender: "" })).body,
  );
  expect([look.headerRow, look.sheets.map(({ name }) => name)]).toEqual([2, ["Kandydaci"]]);
  expect(look.mapping).toEqual(["LAST_NAME", "FIRST_NAME", "PESEL", "REGISTERED_SINCE"]);
  const reading = { ...place, headerRow: 2, mapping: look.mapping, words: {}, receivedOn: "2026-11-20" };
  const { rows, seen } = ListPreview.parse((await it.post("beata", `${lists}/preview`, reading)).body);
  expect(rows.map(({ row: at, name, pesel: read, verdict }) => [at, name, read, verdict])).toEqual([
    [3, "Świętochłowska Żaneta", pesel, "ready"],
    [4, "Nowak Ewa", young, "ready"],
    [5, "Ukryty Jan", null, "ready"],
  ]);
  const sent = {
    source: "PUP",
    sender: "PUP",
    confirmed: ["registered"],
    taken: [3, 4, 5],
    seen,
  };
  const accept = { importId: uuidv7(), ...reading, ...sent };
  expect(await it.command("beata", "candidate-list.accept", accept)).toMatchObject({ status: 200 });
  const { candidates } = await it.read("beata", `/recruitments/${recruitmentId}/candidates`, CandidateList);
  expect(candidates.map(({ name, formal }) => [name, formal])).toEqual([
    ["Świętochłowska Żaneta", "pass"],
    ["Nowak Ewa", "pass"],
    ["Ukryty Jan", "pass"],
  ]);
  const view = await it.read("beata", `/candidates/${candidates[1]?.id}`, CandidateView);
  expect(view.card).toMatchObject({ pesel: young, birthDate: "2001-03-05", registeredSince: "2020-01-16" });
});

test("a workbook that would unpack to a bomb is refused before a cell is read", async () => {
  const recruitmentId = await given.recruitment();
  const zeros = Buffer.alloc(32 * 1024 * 1024);
  const { status, fileId, code } = await bring(workbook("", { "xl/media/a.bin": zeros }));
  const look = { recruitmentId, fileId, sheet: 0, headerRow: null, sender: "" };
  const answer = await it.post("beata", `/recruitments/${recruitmentId}/candidate-lists/look`, look);
  expect([status, code, answer.status]).toEqual([422, "file.suspicious", 400]); // the file was never stored
});
