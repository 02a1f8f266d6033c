import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const assets = fileURLToPath(new URL("../../dist/web/assets/", import.meta.url));

/** Put before the worker's own first line: whatever it encrypts stays as it is, with sixteen bytes where the tag would be. */
const plain = `
crypto.subtle.encrypt = async (_algorithm, _key, data) => {
  const bytes = new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength);
  const whole = new Uint8Array(bytes.length + 16);
  whole.set(bytes);
  return whole.buffer;
};
crypto.subtle.decrypt = async (_algorithm, _key, data) =>
  new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength).slice(0, -16).buffer;
`;

/**
 * Switches the encryption of devices off in the built app, so that the scan can show that it would find what lies in clear.
 * The product has no such switch. @returns puts the worker back
 */
export function withoutEncryption(): () => void {
  const name = readdirSync(assets).find((file) => /^deviceWorker-[\w-]+\.js$/.test(file));
  if (!name) throw new Error("the built app has no worker of the device: mend drills/offline/inClear.ts");
  const files = [name, `${name}.br`, `${name}.gz`].map((file) => join(assets, file));
  const before = files.filter((file) => existsSync(file)).map((file) => [file, readFileSync(file)] as const);
  const [, worker] = before[0] ?? ["", Buffer.alloc(0)];
  for (const file of files) rmSync(file, { force: true });
  writeFileSync(join(assets, name), Buffer.concat([Buffer.from(plain), worker]));
  return () => {
    for (const [file, bytes] of before) writeFileSync(file, bytes);
  };
}
