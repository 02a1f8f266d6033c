import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { runTool } from "../../platform/testing/tool.ts";

/** Everything that can be read in a body: JSON and other text as it is, the text of a PDF, the parts of a ZIP such as XLSX. */
export function plainText(bytes: Buffer): string {
  if (bytes.subarray(0, 5).toString() === "%PDF-") return pdfText(bytes);
  if (bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04") return [...unzip(bytes)].flat().join("\n");
  return bytes.toString("utf8");
}

function pdfText(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), "powrot-pdf-"));
  try {
    writeFileSync(join(folder, "it.pdf"), bytes);
    return runTool("pdftotext", ["-layout", "-enc", "UTF-8", join(folder, "it.pdf"), "-"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The parts of a ZIP file by name. */
function unzip(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    parts.set(name, inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString());
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
