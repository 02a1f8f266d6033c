import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { ZipFile } from "yazl";
import { contentTypes, entry, escapeXml, head, relations } from "../openXml.ts";
import type { DocumentLanguage } from "./documentTypes.ts";
import { type PdfRequest, renderHtml } from "./renderPdf.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Marks = { bold?: boolean; italic?: boolean };

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** On every page of an editable file: what it was made from, and that it binds nobody. */
const notes: Record<DocumentLanguage, { note: string; page: string; of: string }> = {
  pl: { note: "Plik do edycji. Obowiązuje dokument podpisany. Powstał z treści o skrócie", page: "strona", of: "z" },
  en: {
    note: "A file for editing. The signed document binds. Made from the content with the hash",
    page: "page",
    of: "of",
  },
  uk: {
    note: "Файл для редагування. Чинним є підписаний документ. Створено зі змісту з гешем",
    page: "сторінка",
    of: "з",
  },
};

/**
 * The same content as {@link renderPdf} prints, as a file that a word processor edits (DOCX): headings, paragraphs, tables with
 * repeated headers, places for signatures, page x of y, and the content hash of what it was made from. No macros, links, pictures
 * or shared state; equal data give equal bytes.
 * @throws Error as `renderPdf`
 */
export async function renderDocx(request: PdfRequest): Promise<Uint8Array> {
  const { html, contentHash } = await renderHtml(request);
  const lang = request.lang ?? "pl";
  const zip = new ZipFile();
  const add = (path: string, xml: string) => zip.addBuffer(Buffer.from(head + xml), path, entry);
  const parts: [string, string][] = [
    ["word/document", "document.main"],
    ["word/styles", "styles"],
    ["word/footer1", "footer"],
  ];
  add("[Content_Types].xml", contentTypes("wordprocessingml", parts));
  add("_rels/.rels", relations([["officeDocument", "word/document.xml"]]));
  add(
    "word/_rels/document.xml.rels",
    relations([
      ["styles", "styles.xml"],
      ["footer", "footer1.xml"],
    ]),
  );
  add("word/styles.xml", styles(lang, isLarge(request.data)));
  add("word/footer1.xml", footer(lang, contentHash));
  add("word/document.xml", document(blocks(bodyOf(html))));
  zip.end();
  return buffer(zip.outputStream.pipe(new PassThrough()));
}

/** The same as a download. `name`: without an ending. */
export async function docxFile(request: PdfRequest, name: string) {
  return { bytes: await renderDocx(request), mediaType, name: `${name}.docx` };
}

const isLarge = (data: unknown): boolean =>
  typeof data === "object" &&
  data !== null &&
  "frame" in data &&
  typeof data.frame === "object" &&
  data.frame !== null &&
  "largePrint" in data.frame &&
  data.frame.largePrint === true;

function bodyOf(html: string): Node[] {
  const [root] = parse(html).childNodes.filter((node) => node.nodeName === "html");
  const body = root && "childNodes" in root ? root.childNodes.find((node) => node.nodeName === "body") : undefined;
  return body && "childNodes" in body ? body.childNodes : [];
}

const isElement = (node: Node): node is Element => "tagName" in node;
const blockTags = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "li", "section"]);
const isBlock = (node: Node): node is Element => isElement(node) && blockTags.has(node.tagName);

/** Paragraphs and tables in their order; texts between them are paragraphs of their own. */
function blocks(nodes: readonly Node[], lead = ""): string {
  let [made, line]: [string, Node[]] = ["", []];
  const end = () => {
    const runs = inline(line);
    if (runs) made += paragraph("", `${made ? "" : run(lead)}${runs}`);
    line = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      line.push(node);
      continue;
    }
    end();
    made += block(node, made ? "" : lead);
  }
  end();
  return made;
}

function block(element: Element, lead: string): string {
  const level = /^h([2-6])$/.exec(element.tagName)?.[1];
  if (level) return paragraph(`Heading${Number(level) - 1}`, inline(element.childNodes));
  if (element.tagName === "table") return table(element);
  if (element.tagName === "ul" || element.tagName === "ol")
    return element.childNodes
      .filter(isElement)
      .map((item, i) => blocks(item.childNodes, element.tagName === "ol" ? `${i + 1}. ` : "• "))
      .join("");
  return blocks(element.childNodes, lead);
}

function inline(nodes: readonly Node[], marks: Marks = {}): string {
  return nodes
    .map((node) => {
      if ("value" in node)
        return node.value.trim() || node.value === " " ? run(node.value.replace(/\s*\n\s*/g, " "), marks) : "";
      if (!isElement(node)) return "";
      if (node.tagName === "br") return "<w:r><w:br/></w:r>";
      const bold = marks.bold || node.tagName === "strong" || node.tagName === "b";
      const italic = marks.italic || node.tagName === "em" || node.tagName === "i";
      return inline(node.childNodes, { bold, italic });
    })
    .join("");
}

function run(text: string, { bold, italic }: Marks = {}): string {
  if (!text) return "";
  const looks = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}`;
  return `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

const paragraph = (style: string, runs: string) =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`;

const within = (element: Element, tag: string): Element[] =>
  element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === tag ? [child] : child.tagName === "table" ? [] : within(child, tag)));

function table(element: Element): string {
  const rows = within(element, "tr").map((row) => row.childNodes.filter(isElement));
  const widths = widthsOf(rows);
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  const made = rows.map((cells) => {
    const isHead = cells.some((cell) => cell.tagName === "th");
    const told = cells.map((cell, i) => {
      const inner = isHead ? paragraph("", inline(cell.childNodes, { bold: true })) : blocks(cell.childNodes);
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[i] ?? 0}" w:type="dxa"/></w:tcPr>${inner || "<w:p/>"}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${told.join("")}</w:tr>`;
  });
  const looks =
    '<w:tblPr><w:tblStyle w:val="Form"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>';
  return `<w:tbl>${looks}${grid}${made.join("")}</w:tbl>${paragraph("", "")}`;
}

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";

/** Twentieths of a point, together the width of the page's text: a column gets its share by its longest cell. */
function widthsOf(rows: readonly Element[][]): number[] {
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const shares = Array.from({ length: columns }, (_, i) => {
    const longest = Math.max(0, ...rows.map((cells) => (cells[i] ? textOf(cells[i]).trim().length : 0)));
    return Math.min(Math.max(longest + 2, 7), 40);
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((8_958 * share) / all));
}

const document = (body: string) =>
  `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="r2"/>` +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1190" w:right="1474" w:bottom="1417" w:left="1474" w:header="680" w:footer="680" w:gutter="0"/>' +
  "</w:sectPr></w:body></w:document>";

function footer(lang: DocumentLanguage, contentHash: string): string {
  const { note, page, of } = notes[lang];
  const field = (name: string) => `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const hash = contentHash.slice(0, 32).replace(/.{4}(?=.)/g, "$& ");
  const told = `${run(`${note} ${hash} · ${page} `)}${field("PAGE")}${run(` ${of} `)}${field("NUMPAGES")}`;
  return `<w:ftr xmlns:w="${main}">${paragraph("Footer", told)}</w:ftr>`;
}

function styles(lang: DocumentLanguage, large: boolean): string {
  const size = large ? 36 : 22; // half points
  const tag = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" }[lang];
  const fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';
  const heading = (level: number, times: number, before: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
    `<w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
    `<w:rPr><w:b/><w:sz w:val="${Math.round(size * times)}"/></w:rPr></w:style>`;
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="7D8B90"/>`;
  return (
    `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="${size}"/><w:lang w:val="${tag}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    `${heading(1, 1.6, 240)}${heading(2, 1.2, 320)}${heading(3, 1, 240)}${heading(4, 1, 200)}` +
    `<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="${large ? 22 : 16}"/></w:rPr></w:style>` +
    '<w:style w:type="table" w:styleId="Form"><w:name w:val="Form"/><w:pPr><w:spacing w:after="40"/></w:pPr><w:tblPr><w:tblBorders>' +
    `${["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("")}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
  );
}
