import { X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const mostFiles = 500;
let folder: string | undefined;

/** Where an administrator puts the roots of issuers that the house trusts; a folder that is not there holds none. */
export function trustIssuersIn(path: string): void {
  folder = path;
}

/** The trusted roots, DER; read at each check, so that a file put there counts at once. Files that are no PEM certificate are passed over. */
export async function trustedIssuers(): Promise<Uint8Array[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch(() => []);
  const found: Uint8Array[] = [];
  for (const name of names.filter((one) => /\.(pem|crt|cer)$/i.test(one)).slice(0, mostFiles)) {
    const text = await readFile(join(folder, name), "utf8").catch(() => "");
    for (const [pem] of text.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)) {
      const der = derOf(pem);
      if (der) found.push(der);
    }
  }
  return found;
}

function derOf(pem: string): Uint8Array | null {
  try {
    return new Uint8Array(new X509Certificate(pem).raw);
  } catch {
    return null;
  }
}
