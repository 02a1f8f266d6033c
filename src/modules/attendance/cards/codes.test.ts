import { createHash } from "node:crypto";
import encodeQR from "qr";
import { decodeQR } from "qr/decode.js";
import { expect, test } from "vitest";
import { cardCodeFrom, cardCodeOf, cardFingerprint } from "./codes.ts";
import { runsOf } from "./print.ts";

const code = cardCodeOf("0123456789abcdef0123456789abcdef");

/** The runs of dark points as a picture, each point so many pixels wide, as a camera would see the printed card. */
function pictureOf(rows: readonly (readonly [from: number, length: number])[][], scale = 6) {
  const size = rows.length * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [y, runs] of rows.entries())
    for (const [from, length] of runs)
      for (let line = y * scale; line < (y + 1) * scale; line++)
        for (let at = from * scale; at < (from + length) * scale; at++)
          data.fill(0, (line * size + at) * 4, (line * size + at) * 4 + 3);
  return { width: size, height: size, data };
}

test("what is printed is read back as the card's code", () => {
  const matrix = encodeQR(code, "raw", { ecc: "medium", border: 4 });
  expect(decodeQR(pictureOf(runsOf(matrix)))).toBe(code);
});

test("the register on the server and the screen know a card by the same fingerprint", async () => {
  expect(await cardFingerprint(code)).toBe(createHash("sha256").update(code).digest("base64url"));
});

test.each([
  [`${code}\n`, code],
  [` ${code.toLowerCase()} `, code],
  ["https://example.org", null],
  [code.slice(1), null],
  [`${code}0`, null],
  ["", null],
])("a scanner that types %j is understood as %s", (typed, known) => {
  expect(cardCodeFrom(typed)).toBe(known);
});
