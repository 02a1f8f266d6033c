import { crc32, deflateRawSync } from "node:zlib";

const text = (words: string) => Buffer.from(words, "utf8");

/** A container of `files`, each deflated. By hand: what writes them in the product takes seconds for the checksum of a bomb. */
export function zipped(files: Record<string, string | Buffer>): Buffer {
  const [entries, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, plain] = [Buffer.from(path), Buffer.from(content)];
    const packed = deflateRawSync(plain);
    const known = Buffer.alloc(26); // version, flags (names in UTF-8), method, time, day, checksum, sizes, length of the name
    for (const [place, value] of [
      [0, 20],
      [2, 0x0800],
      [4, 8],
      [8, 0x21],
      [22, name.length],
    ] as const)
      known.writeUInt16LE(value, place);
    for (const [place, value] of [
      [10, crc32(plain)],
      [14, packed.length],
      [18, plain.length],
    ] as const)
      known.writeUInt32LE(value, place);
    const tail = Buffer.alloc(14); // no comment, first disk, no attributes, and where the entry begins
    tail.writeUInt32LE(at, 10);
    const entry = Buffer.concat([text("PK\u0003\u0004"), known, name, packed]);
    directory.push(text("PK\u0001\u0002"), Buffer.from([20, 0]), known, tail, name);
    entries.push(entry);
    at += entry.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  for (const place of [4, 6]) end.writeUInt16LE(entries.length, place);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...entries, listed, text("PK\u0005\u0006"), end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as other programs write it: dates by style, numbers, formulas with a stored value, merged cells, a hidden sheet. */
export function workbook(sheetXml: string, extra: Record<string, string | Buffer> = {}): Buffer {
  return zipped({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Kandydaci" sheetId="1" r:id="r1"/><sheet name="Ukryty" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheetXml}</sheetData></worksheet>`,
    "xl/worksheets/sheet2.xml": `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>tajne</t></is></c></row></sheetData></worksheet>`,
    ...extra,
  });
}
/** A cell that holds words. */
export const cell = (at: string, words: string) =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
