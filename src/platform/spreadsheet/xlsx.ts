import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { contentTypes, entry, escapeXml, head, office, relations } from "../openXml.ts";
import { type CellValue, type Column, type ColumnType, dayText, numberText, type Sheet } from "./sheet.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Index into `cellXfs` of the style part. 1 is the header's. */
const style: Record<ColumnType, number> = { text: 2, int: 3, decimal: 4, money: 5, date: 6, percent: 7 };
const usualWidth: Record<ColumnType, number> = { text: 28, int: 10, decimal: 12, money: 14, date: 12, percent: 10 };

/**
 * A stream of an XLSX file, written while its rows are read. Texts are inline string cells and never formulas; the header
 * row is bold, repeated in print and stays in view. No macros, links or shared state.
 * @throws Error (on the stream) when a cell does not hold what its column says, or a text is longer than Excel's 32,767
 */
export function writeXlsx(sheets: readonly Sheet[]): Readable {
  const zip = new ZipFile();
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(head + xml), path, entry);
  const numbered = sheets.map((_, i): [string, string] => [`xl/worksheets/sheet${i + 1}`, "worksheet"]);
  add(
    "[Content_Types].xml",
    contentTypes("spreadsheetml", [["xl/workbook", "sheet.main"], ["xl/styles", "styles"], ...numbered]),
  );
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", workbook(sheets));
  const parts = sheets.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]);
  add("xl/_rels/workbook.xml.rels", relations([...parts, ["styles", "styles.xml"]]));
  add("xl/styles.xml", styles);
  const out = zip.outputStream.pipe(new PassThrough());
  const written = sheets.map((sheet) => Readable.from(sheetXml(sheet), { objectMode: false }));
  for (const [i, xml] of written.entries()) {
    xml.on("error", (error) => out.destroy(error));
    zip.addReadStream(xml, `xl/worksheets/sheet${i + 1}.xml`, entry);
  }
  out.on("close", () => {
    for (const xml of written) xml.destroy();
  });
  zip.end();
  return out;
}

async function* sheetXml({ columns, rows }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(({ type, width = usualWidth[type] }, i) => col(i + 1, width)).join("");
  const titles = columns.map(({ title }, i) => textCell(`${letters(i)}1`, title, 1)).join("");
  const freeze = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${freeze}</sheetView></sheetViews>` +
    `<cols>${widths}</cols><sheetData><row r="1">${titles}</row>`;
  const names = columns.map((_, i) => letters(i));
  let [block, n] = ["", 1];
  for await (const row of rows) {
    n += 1;
    block += `<row r="${n}">${columns.map((column, i) => cell(`${names[i]}${n}`, row[i], column)).join("")}</row>`;
    if (block.length < 65_536) continue;
    yield block;
    block = "";
  }
  yield `${block}</sheetData></worksheet>`;
}

const col = (n: number, width: number) => `<col min="${n}" max="${n}" width="${width}" customWidth="1"/>`;

/** A, B, … Z, AA, … for the column's index from 0. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function cell(at: string, value: CellValue, { type }: Column): string {
  if (value === null || value === undefined || value === "") return "";
  if (type === "text") return textCell(at, String(value), style.text);
  const number = type === "date" ? serialDay(dayText(value)) : numberText(value, type);
  return `<c r="${at}" s="${style[type]}"><v>${number}</v></c>`;
}

function textCell(at: string, text: string, s: number): string {
  if (text.length > 32_767) throw new Error("A text cell is longer than a spreadsheet can hold");
  // a literal _x000D_ would be read back as the character it names
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return `<c r="${at}" t="inlineStr" s="${s}"><is><t xml:space="preserve">${escapeXml(plain)}</t></is></c>`;
}

/** Days since 30 December 1899, as spreadsheets count; right from 1 March 1900 on. */
function serialDay(day: string | null): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

function workbook(sheets: readonly Sheet[]): string {
  const names = sheets.map(({ name }, i) => sheetName(name, i + 1));
  const own = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join("");
  const titles = names.map((name, i) => {
    const quoted = escapeXml(name.replaceAll("'", "''"));
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${quoted}'!$1:$1</definedName>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${own}</sheets><definedNames>${titles.join("")}</definedNames></workbook>`;
}

/** Without the characters that a sheet's name may not have, at most 31 characters. */
function sheetName(name: string, n: number): string {
  const plain = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim()
    .slice(0, 31);
  return plain || `Arkusz ${n}`;
}

const formats =
  '<numFmt numFmtId="164" formatCode="#,##0.00\\ &quot;zł&quot;"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>';
const xf = (format: number, more = "") =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}`;
const top = ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>';
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="2">${formats}</numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EEEE"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><bottom style="thin"><color rgb="FF0B5D5E"/></bottom></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">' +
  `${xf(0)}/><xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"${top}` +
  `${xf(49, top)}${[1, 4, 164, 165, 10].map((format) => xf(format, "/>")).join("")}</cellXfs></styleSheet>`;
