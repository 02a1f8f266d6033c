// What files of spreadsheets and word processors have in common: parts of XML in a ZIP, tied by relations.

/** Of a part in the ZIP. Equal content gives equal bytes: every entry bears the oldest day that ZIP knows. */
export const entry = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true, compressionLevel: 6 };
export const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const packageTypes = "http://schemas.openxmlformats.org/package/2006";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };

/** `text` within an element or an attribute; letters that XML has no way to write are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/[&<>"\r]/g, (c) => entities[c] ?? c);
}

/** The part that names what a part refers to, by ids r1, r2, … in the order given. */
export function relations(targets: [type: string, target: string][]): string {
  const one = ([type, target]: [string, string], i: number) =>
    `<Relationship Id="r${i + 1}" Type="${office}/${type}" Target="${target}"/>`;
  return `<Relationships xmlns="${packageTypes}/relationships">${targets.map(one).join("")}</Relationships>`;
}

/** The part that says what the other parts are. `parts`: name below the root and kind, such as `styles` or `sheet.main`. */
export function contentTypes(
  format: "spreadsheetml" | "wordprocessingml",
  parts: [name: string, kind: string][],
): string {
  const one = ([name, kind]: [string, string]) =>
    `<Override PartName="/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.${format}.${kind}+xml"/>`;
  const rels = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`;
  return `<Types xmlns="${packageTypes}/content-types">${rels}${parts.map(one).join("")}</Types>`;
}
