import { constants, inflateSync } from "node:zlib";

/** What in a PDF acts, starts, opens or carries something along. */
export const activePdfNames =
  /\/(JS|JavaScript|OpenAction|AA|Launch|EmbeddedFile|EmbeddedFiles|URI|GoToR|SubmitForm|ImportData|RichMedia|XFA)\b/;

/** Where the last byte of a stream is a line break, it is taken for the one before "endstream". */
const whole = { finishFlush: constants.Z_SYNC_FLUSH };

/** Everything in the file in clear: its own words, and every stream unpacked in place. */
export function pdfObjects(pdf: Buffer): string {
  return pdf.toString("latin1").replace(/(?<=>>\s*stream\r?\n)[^]*?(?=\r?\n?endstream)/g, (body) => {
    const bytes = Buffer.from(body, "latin1");
    return (bytes[0] === 0x78 ? inflateSync(bytes, whole) : bytes).toString("latin1");
  });
}
