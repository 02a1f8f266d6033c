import {
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from "@cantoo/pdf-lib";

/** What a signature adds to the document's own object and to a page; the rest of them stays as it was. */
const ofCatalog = new Set(["AcroForm", "Perms", "DSS", "Extensions", "Version", "Metadata"]);
const ofPage = new Set(["Annots"]);

/**
 * True when `signed`, which begins with the bytes of `original`, shows something else: an object of ours defined anew,
 * another root, anything on a page that is no place of a signature, or objects hidden where readers disagree. What cannot
 * be told counts as changed.
 */
export async function changesBeyondSignatures(original: Buffer, signed: Buffer): Promise<boolean> {
  const added = signed.subarray(original.length).toString("latin1");
  const parts = added.split(/(?<=startxref\s+\d+\s+%%EOF)/);
  if (/\/Encrypt\b/.test(added) || rootsOf(added).some((root) => root !== rootsOf(original.toString("latin1"))[0]))
    return true;
  try {
    const ours = await read(original);
    let end = original.length;
    for (const part of parts) {
      const from = end;
      end += part.length;
      if (!/\d\s+obj\b/.test(part)) continue;
      if (hides(signed.subarray(from, end), await read(signed.subarray(0, end)), ours)) return true;
    }
    return false;
  } catch {
    return true;
  }
}

type Objects = ReadonlyMap<string, PDFObject>;

async function read(bytes: Uint8Array): Promise<Objects> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  return new Map(context.enumerateIndirectObjects().map(([ref, object]) => [ref.toString(), object]));
}

/** Where an object is written, every reader must find what was judged: not another one inside a stream or a text. */
function hides(part: Buffer, now: Objects, ours: Objects): boolean {
  const named = [...part.toString("latin1").matchAll(/(\d+)\s+(\d+)\s+obj\b/g)];
  const refs = named.map(([, no, generation]) => `${no} ${generation} R`);
  if (new Set(refs).size !== refs.length) return true;
  const context = PDFContext.create();
  const differs = ({ index, 0: head }: RegExpExecArray, at: number) => {
    const there = PDFObjectParser.forBytes(part.subarray(index + head.length), context).parseObject();
    const judged = now.get(refs[at] ?? "");
    return judged === undefined || written(there) !== written(judged);
  };
  return named.some(differs) || [...ours].some(([ref, object]) => isChanged(object, now.get(ref), now));
}

function isChanged(was: PDFObject, is: PDFObject | undefined, now: Objects): boolean {
  if (is === undefined) return true;
  if (written(was) === written(is)) return false;
  if (!(was instanceof PDFDict) || !(is instanceof PDFDict)) return true;
  const type = typeOf(was);
  // Title, author and dates of a file are shown by no page.
  if (type === undefined && isInformation(was)) return false;
  const may: ReadonlySet<string> = type === "Catalog" ? ofCatalog : type === "Page" ? ofPage : new Set<string>();
  const keys = new Set([...was.keys(), ...is.keys()].map((key) => key.decodeText()));
  for (const key of keys) {
    const name = PDFName.of(key);
    if (!may.has(key) && written(was.get(name)) !== written(is.get(name))) return true;
  }
  return type === "Page" && !onlySignaturesAdded(was.get(PDFName.of("Annots")), is.get(PDFName.of("Annots")), now);
}

/** Every annotation that a page did not have before is the place of a signature. */
function onlySignaturesAdded(was: PDFObject | undefined, is: PDFObject | undefined, now: Objects): boolean {
  const before: ReadonlySet<string> = new Set(written(was).match(/\d+ \d+ R/g));
  const list = is instanceof PDFRef ? now.get(is.toString()) : is;
  if (list === undefined) return before.size === 0;
  const after: readonly string[] = written(list).match(/\d+ \d+ R/g) ?? [];
  if (!/^\[\s*(\d+ \d+ R\s*)*\]$/.test(written(list)) || [...before].some((ref) => !after.includes(ref))) return false;
  return after.every((ref) => before.has(ref) || isSignaturePlace(now.get(ref)));
}

function isSignaturePlace(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFDict)) return false;
  return written(object.get(PDFName.of("Subtype"))) === "/Widget" && written(object.get(PDFName.of("FT"))) === "/Sig";
}

function isInformation(dict: PDFDict): boolean {
  const known = new Set(["Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate", "Keywords"]);
  return dict.keys().length > 0 && dict.keys().every((key) => known.has(key.decodeText()));
}

function typeOf(dict: PDFDict): string | undefined {
  const type = dict.get(PDFName.of("Type"));
  return type instanceof PDFName ? type.decodeText() : undefined;
}

function written(object: PDFObject | undefined): string {
  if (object instanceof PDFRawStream)
    return `${object.dict.toString()}${Buffer.from(object.contents).toString("latin1")}`;
  return object?.toString() ?? "";
}

function rootsOf(words: string): string[] {
  return [...words.matchAll(/\/Root\s+(\d+\s+\d+)\s+R/g)].map(([, root = ""]) => root.replace(/\s+/g, " "));
}
