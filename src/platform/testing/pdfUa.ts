import { pdfObjects } from "./pdfObjects.ts";

type Objects = ReadonlyMap<string, string>;

/**
 * What a PDF lacks of PDF/UA-1, as far as its objects tell; empty = nothing. Source: ISO 14289-1, clauses 5 to 7: the claim, title,
 * language, every mark on a page either tagged and in the tree or an artifact, headings without a gap, tables with scopes,
 * alternative texts, fonts inside and readable. Made for files whose objects stand by themselves, as ours do.
 */
export function uaFaults(pdf: Buffer): string[] {
  const text = pdfObjects(pdf);
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\s([^]*?)\nendobj/gm)].map(([, no = "", body = ""]) => [no, body]),
  );
  const all = [...objects.values()];
  const catalog = all.find((body) => /\/Type \/Catalog\b/.test(body)) ?? "";
  const faults: string[] = [];
  const need = (fine: boolean, fault: string) => {
    if (!fine) faults.push(fault);
  };
  need(
    /\/MarkInfo <<[^>]*\/Marked true/.test(catalog) && !/\/Suspects true/.test(catalog),
    "7.1: not marked as tagged",
  );
  need(/\/Lang ?\(/.test(catalog), "7.2: no language");
  need(/\/DisplayDocTitle true/.test(catalog), "7.1: the title is not shown");
  need(text.includes("<pdfuaid:part>1</pdfuaid:part>"), "5: no claim in the metadata");
  need(/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]/.test(text), "7.1: no title in the metadata");
  for (const body of all) {
    if (/\/Type \/Font\b/.test(body) && /\/Subtype \/Type0/.test(body))
      need(/\/ToUnicode \d/.test(body), "7.21: a font without its letters");
    if (/\/Type \/FontDescriptor\b/.test(body))
      need(/\/FontFile[23]? \d/.test(body), "7.21: a font that is not inside");
    if (/\/Subtype \/(Link|Widget)\b/.test(body))
      need(/\/StructParent \d/.test(body), "7.18: an annotation out of the tree");
  }
  faults.push(...treeFaults(objects, catalog), ...pageFaults(objects));
  return [...new Set(faults)];
}

const kinds =
  /^(Document|DocumentFragment|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|Private|P|H|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Figure|Formula|Form)$/;

/** Children in their order: objects of the tree, and marks of a page. */
function childrenOf(body: string): { no?: string; page?: string; mark?: string }[] {
  const [, listed = ""] = /\/K (\[[^]*?\]|\d+ 0 R|\d+)(?=\s*(?:\/|>>))/.exec(body) ?? [];
  // a part that goes on over a page names the other page inside of the list
  const own = /\/Pg (\d+) 0 R/.exec(body.replace(/\/K \[[^]*?\]/, ""))?.[1] ?? "";
  return [...listed.matchAll(/<<([^]*?)>>|(\d+) 0 R|(\d+)/g)].map(([, inner, no, mark]) => {
    if (no) return { no };
    if (inner === undefined) return { page: own, mark: mark ?? "" };
    return { page: /\/Pg (\d+) 0 R/.exec(inner)?.[1] ?? own, mark: /\/MCID (\d+)/.exec(inner)?.[1] ?? "" };
  });
}

function treeFaults(objects: Objects, catalog: string): string[] {
  const faults: string[] = [];
  const root = objects.get(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1] ?? "");
  if (!root) return ["7.1: no tree of the content"];
  const roles = new Map(
    [...(/\/RoleMap <<([^>]*)>>/.exec(root)?.[1] ?? "").matchAll(/\/(\S+) \/(\S+)/g)].map(([, a = "", b = ""]) => [
      a,
      b,
    ]),
  );
  let level = 0;
  const walk = (body: string) => {
    const own = /\/S \/(\w+)/.exec(body)?.[1] ?? "";
    const kind = roles.get(own) ?? own;
    if (own && !kinds.test(kind)) faults.push(`7.1: ${own} stands for nothing known`);
    const heading = Number(/^H([1-6])$/.exec(kind)?.[1] ?? 0);
    if (heading > level + 1) faults.push(`7.4: a heading of level ${heading} after one of ${level}`);
    if (heading > 0) level = heading;
    if (kind === "TH" && !/\/Scope \/(Row|Column|Both)/.test(body))
      faults.push("7.5: a head of a table without its scope");
    if ((kind === "Figure" || kind === "Formula") && !/\/(Alt|ActualText) ?[<(]/.test(body))
      faults.push("7.3: a picture without words");
    for (const { no } of childrenOf(body)) if (no) walk(objects.get(no) ?? "");
  };
  walk(root);
  return faults;
}

/** Marks of each page that the tree names, by the page's object. */
function claimedMarks(objects: Objects): Map<string, Set<string>> {
  const claimed = new Map<string, Set<string>>();
  for (const body of objects.values())
    if (/\/Type \/StructElem\b/.test(body))
      for (const { page, mark } of childrenOf(body))
        if (page && mark) claimed.set(page, (claimed.get(page) ?? new Set()).add(mark));
  return claimed;
}

function pageFaults(objects: Objects): string[] {
  const faults: string[] = [];
  const claimed = claimedMarks(objects);
  for (const [no, body] of objects) {
    if (!/^\s*<<\s*\/Type \/Page\b/.test(body)) continue;
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? "") ?? "";
    const { loose, marks } = marksOf(/stream\r?\n([^]*)\r?\n?endstream/.exec(content)?.[1] ?? "");
    if (marks.length > 0 && !/\/StructParents \d/.test(body)) faults.push("7.1: a page out of the tree");
    if (marks.length === 0) faults.push("a page with nothing on it");
    if (loose) faults.push("7.1: something on a page is neither tagged nor an artifact");
    if (marks.some((mark) => !claimed.get(no)?.has(mark))) faults.push("7.1: a mark that the tree does not know");
  }
  return faults;
}

const painting = new Set(["Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"]);

/** Numbers of the marks of one page, and whether anything is painted outside of marked content. */
function marksOf(content: string): { loose: boolean; marks: string[] } {
  const marks: string[] = [];
  let depth = 0;
  let loose = false;
  let before = "";
  for (const [token] of content.matchAll(/\((?:\\[^]|[^\\()])*\)|<<[^]*?>>|<[0-9A-Fa-f\s]*>|\[|\]|[^\s()<>[\]]+/g)) {
    if (token === "BDC" || token === "BMC") {
      depth += 1;
      const mark = /\/MCID (\d+)/.exec(before)?.[1];
      if (mark) marks.push(mark);
    } else if (token === "EMC") depth -= 1;
    else if (depth === 0 && painting.has(token)) loose = true;
    before = token;
  }
  return { loose: loose || depth !== 0, marks };
}
