// Real time stamps for tests, made by OpenSSL.
import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const config = `
[req]
distinguished_name = name
[name]
[tsa_ext]
extendedKeyUsage = critical,timeStamping
[ca_ext]
basicConstraints = critical,CA:true
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** `over`: a token over a value; `root`: the certificate behind the stamping one, DER. */
export function openTimeStamping(): { over: (value: Buffer) => Buffer; root: Uint8Array; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "powrot-stamps-"));
  const run = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  writeFileSync(join(folder, "ts.cnf"), config);
  writeFileSync(join(folder, "serial"), "01\n");
  const key = ["-newkey", "rsa:2048", "-nodes", "-config", "ts.cnf", "-days", "40000"];
  run(
    "req",
    "-x509",
    ...key,
    "-subj",
    "/CN=Stamp root",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-extensions",
    "ca_ext",
  );
  run("req", ...key.slice(0, -2), "-new", "-subj", "/CN=Stamps", "-keyout", "tsa.key", "-out", "tsa.csr");
  const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "40000", "-sha256"];
  run("x509", "-req", "-in", "tsa.csr", ...by, "-extfile", "ts.cnf", "-extensions", "tsa_ext", "-out", "tsa.pem");
  return {
    over: (value) => {
      writeFileSync(join(folder, "value"), value);
      run("ts", "-query", "-data", "value", "-sha256", "-cert", "-out", "query");
      const reply = ["-reply", "-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-config", "ts.cnf"];
      run("ts", ...reply, "-chain", "ca.pem", "-token_out", "-out", "token");
      return readFileSync(join(folder, "token"));
    },
    root: new Uint8Array(new X509Certificate(readFileSync(join(folder, "ca.pem"))).raw),
    close: () => rmSync(folder, { recursive: true }),
  };
}
