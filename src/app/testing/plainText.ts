import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTool } from "../../platform/testing/tool.ts";
import { unzip } from "../../platform/testing/unzip.ts";

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
