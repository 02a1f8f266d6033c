import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

const name = (text: string) => PDFName.of(text);

/** By how much the numbers of a file move in the joint one, and what its ids begin with there. */
type Shift = { objects: number; keys: number; ids: string };

/**
 * Tagged files that the house's compiler made, joined in their order: pages, tags, outlines, page numbers and footers stay
 * those of each; title, language and metadata are those of the first. The same files give the same bytes.
 * @throws Error when a file is not built as the compiler builds them
 */
export async function joinPdfs(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = files;
  if (!first) throw new Error("No files to join");
  if (others.length === 0) return first;
  const joint = await read(first);
  const { context, catalog } = joint;
  const start = rootsOf(context, catalog, { objects: 0, keys: 0, ids: "" });
  const roots = [start];
  let keys = numberIn(start.tags, "ParentTreeNextKey");
  for (const [at, bytes] of others.entries()) {
    const next = await read(bytes);
    const by = { objects: context.largestObjectNumber, keys, ids: `${at + 1}-` };
    for (const [ref, object] of next.context.enumerateIndirectObjects())
      context.assign(movedRef(ref, by), moved(object, by, context));
    const own = movedDict(next.catalog, by, context);
    const found = rootsOf(context, own, by);
    roots.push(found);
    keys += numberIn(found.tags, "ParentTreeNextKey");
    const { Root, Info } = next.context.trailerInfo;
    const spare = [
      Root,
      Info,
      ...["Pages", "StructTreeRoot", "Outlines", "Metadata"].map((key) => next.catalog.get(name(key))),
    ];
    for (const ref of spare) if (ref instanceof PDFRef) context.delete(movedRef(ref, by));
  }
  joinPages(context, refIn(catalog, "Pages"), roots);
  joinTags(context, refIn(catalog, "StructTreeRoot"), roots, keys);
  joinOutlines(context, catalog.get(name("Outlines")), roots);
  return joint.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const read = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });

/** Where files grow together. */
type Roots = { by: Shift; pages: PDFDict; tags: PDFDict; outlines: PDFDict | undefined };

const rootsOf = (context: PDFContext, catalog: PDFDict, by: Shift): Roots => ({
  by,
  pages: context.lookup(catalog.get(name("Pages")), PDFDict),
  tags: context.lookup(catalog.get(name("StructTreeRoot")), PDFDict),
  outlines: context.lookupMaybe(catalog.get(name("Outlines")), PDFDict),
});

function joinPages(context: PDFContext, root: PDFRef, roots: readonly Roots[]): void {
  const kids = roots.flatMap(({ pages }) => itemsOf(pages, "Kids"));
  for (const kid of kids) context.lookup(kid, PDFDict).set(name("Parent"), root);
  const pages = context.lookup(root, PDFDict);
  pages.set(name("Count"), PDFNumber.of(roots.reduce((sum, one) => sum + numberIn(one.pages, "Count"), 0)));
  pages.set(name("Kids"), listOf(kids, context));
}

/** One document whose parts are the documents of the files. */
function joinTags(context: PDFContext, root: PDFRef, roots: readonly Roots[], keys: number): void {
  const tags = context.lookup(root, PDFDict);
  const parts = roots.flatMap((one) => itemsOf(one.tags, "K"));
  const whole = context.register(
    context.obj({ Type: "StructElem", S: "Document", P: root, K: listOf(parts, context) }),
  );
  for (const ref of parts) {
    const part = context.lookup(ref, PDFDict);
    part.set(name("P"), whole);
    part.set(name("S"), name("Part"));
  }
  const roles = roots.flatMap((one) => one.tags.lookupMaybe(name("RoleMap"), PDFDict)?.entries() ?? []);
  const marks = roots.flatMap((one) =>
    pairsOf(one.tags, "ParentTree", "Nums").map(([key, tag]) => [movedKey(key, one.by), tag]),
  );
  const ids = roots.flatMap((one) =>
    pairsOf(one.tags, "IDTree", "Names").map(([id, tag]) => ({ id: ownId(id, one.by), tag })),
  );
  // who looks an id up halves the list
  const sorted = ids.toSorted((a, b) => (a.id.asString() < b.id.asString() ? -1 : 1));
  tags.set(name("K"), listOf([whole], context));
  tags.set(name("RoleMap"), PDFDict.fromMapWithContext(new Map(roles), context));
  tags.set(name("ParentTree"), context.obj({ Nums: listOf(marks.flat(), context) }));
  if (ids.length > 0)
    tags.set(
      name("IDTree"),
      context.obj({
        Names: listOf(
          sorted.flatMap(({ id, tag }) => [id, tag]),
          context,
        ),
      }),
    );
  tags.set(name("ParentTreeNextKey"), PDFNumber.of(keys));
}

/** Keys and what they stand for, of a tree without branches; none where there is no tree. */
function pairsOf(tags: PDFDict, tree: string, list: string): [PDFObject, PDFObject][] {
  const found = tags.lookupMaybe(name(tree), PDFDict);
  const items = found ? itemsOf(found, list) : [];
  return items.flatMap((key, at) => {
    const value = items[at + 1];
    return at % 2 === 0 && value ? [[key, value] satisfies [PDFObject, PDFObject]] : [];
  });
}

/** The headings of each file follow those of the one before. */
function joinOutlines(context: PDFContext, root: PDFObject | undefined, roots: readonly Roots[]): void {
  const all = roots.flatMap(({ outlines }) => (outlines ? [outlines] : []));
  if (!(root instanceof PDFRef) || all.length < roots.length) return;
  const tops = all.map((one) => ({
    first: refIn(one, "First"),
    last: refIn(one, "Last"),
    count: numberIn(one, "Count"),
  }));
  for (const [at, { first, last }] of tops.entries()) {
    const [before, after] = [tops[at - 1], tops[at + 1]];
    for (
      let ref: PDFObject | undefined = first;
      ref;
      ref = ref === last ? undefined : context.lookup(ref, PDFDict).get(name("Next"))
    )
      context.lookup(ref, PDFDict).set(name("Parent"), root);
    if (before) context.lookup(first, PDFDict).set(name("Prev"), before.last);
    if (after) context.lookup(last, PDFDict).set(name("Next"), after.first);
  }
  const outlines = context.lookup(root, PDFDict);
  const end = tops.at(-1);
  if (end) outlines.set(name("Last"), end.last);
  outlines.set(name("Count"), PDFNumber.of(tops.reduce((sum, { count }) => sum + count, 0)));
}

const itemsOf = (dict: PDFDict, key: string) => dict.lookup(name(key), PDFArray).asArray();
const numberIn = (dict: PDFDict, key: string) => dict.lookup(name(key), PDFNumber).asNumber();

function refIn(dict: PDFDict, key: string): PDFRef {
  const found = dict.get(name(key));
  if (found instanceof PDFRef) return found;
  throw new Error(`${key} is no object of its own`);
}

function listOf(objects: readonly PDFObject[], context: PDFContext): PDFArray {
  const list = PDFArray.withContext(context);
  for (const one of objects) list.push(one);
  return list;
}

const movedRef = (ref: PDFRef, by: Shift) => PDFRef.of(ref.objectNumber + by.objects, ref.generationNumber);

/** The object with its references, its keys in the tree of tags and the ids of heads of tables as they are in the joint file. */
function moved(object: PDFObject, by: Shift, context: PDFContext): PDFObject {
  if (object instanceof PDFRef) return movedRef(object, by);
  if (object instanceof PDFRawStream) return PDFRawStream.of(movedDict(object.dict, by, context), object.contents);
  if (object instanceof PDFDict) return movedDict(object, by, context);
  if (!(object instanceof PDFArray)) return object;
  const items = object.asArray().map((one) => moved(one, by, context));
  return listOf(items, context);
}

function movedDict(dict: PDFDict, by: Shift, context: PDFContext): PDFDict {
  const isTag = dict.get(name("Type")) === name("StructElem");
  const entry = (key: string, value: PDFObject): PDFObject => {
    if (key === "StructParents" || key === "StructParent") return movedKey(value, by);
    if (isTag && key === "ID") return ownId(value, by);
    if (key !== "Headers" || !(value instanceof PDFArray)) return moved(value, by, context);
    const heads = value.asArray().map((one) => ownId(one, by));
    return listOf(heads, context);
  };
  const entries = dict.entries().map(([key, value]) => [key, entry(key.decodeText(), value)] as const);
  return PDFDict.fromMapWithContext(new Map(entries), context);
}

function movedKey(key: PDFObject, by: Shift): PDFNumber {
  if (key instanceof PDFNumber) return PDFNumber.of(key.asNumber() + by.keys);
  throw new Error("A key of the tree is no number");
}

function ownId(id: PDFObject, by: Shift): PDFString {
  if (id instanceof PDFString) return PDFString.of(by.ids + id.asString());
  throw new Error("An id of a tag is no plain text");
}
