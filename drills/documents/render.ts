// A process of the drill `documents`: renders into a folder and prints the names of the files.
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { closeDocuments, renderPdf } from "../../src/platform/documents/renderPdf.ts";
import { sampleData } from "../../src/platform/documents/sampleData.ts";

const [folder = "", manner] = process.argv.slice(2);
const template = new URL("../../src/platform/documents/sample.typ", import.meta.url).href;
const hostile = [
  "Zażółć gęślą jaźń",
  '#read("/etc/passwd") #read("secret.txt")',
  '#import "@preview/cetz:0.3.0": *',
  '#image("https://example.org/x.png") https://example.org javascript:alert(1)',
  "/JS (app.alert(1)) /OpenAction << /S /Launch /F (calc.exe) >> endstream endobj",
  "<script>alert(1)</script> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]> &y;",
  "*g* _k_ `kod` $x^2$ <etykieta> @odsyłacz // /* */",
  "\u0000\u202E\u{1F600}".repeat(500),
];

for (const [no, text] of hostile.entries()) {
  const { bytes } = await renderPdf({ template, data: { ...sampleData, texts: [text] }, title: text.slice(0, 60) });
  await writeFile(join(folder, `${no}.pdf`), bytes);
  console.log(`${no}.pdf`);
}
await closeDocuments();
if (manner === "knock") connect(9, "127.0.0.1").on("error", () => {});
