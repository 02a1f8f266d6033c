import { createHash, X509Certificate } from "node:crypto";
import { Certificate, CertificateChainValidationEngine } from "pkijs";
import type { SignatureProblem } from "./checkResult.ts";

const commonName = "2.5.4.3";
const givenName = "2.5.4.42";
const surname = "2.5.4.4";
const organisationName = "2.5.4.10";
const smallestRsaBits = 2048;

/** @throws Error when the bytes are no certificate */
export function readCertificate(der: Uint8Array): Certificate {
  return Certificate.fromBER(new Uint8Array(der));
}

type Name = Certificate["subject"];

/** What a certificate's name says in words; never its serial number, which holds a PESEL in Polish certificates. */
export function nameOf(name: Name): string | null {
  const read = (type: string) => {
    const found = name.typesAndValues.find((one) => one.type === type);
    const value: unknown = found?.value.valueBlock.value;
    return typeof value === "string" && value.trim() !== "" ? value.slice(0, 200) : null;
  };
  const person = [read(givenName), read(surname)].filter((part) => part !== null).join(" ");
  return (person || read(commonName)) ?? read(organisationName);
}

export type Validity = { at: Date; roots: readonly Certificate[]; others: readonly Certificate[] };

/** What of a signer's certificate speaks against the signature, and what is known of who issued it. */
export async function judgeCertificate(
  certificate: Certificate,
  { at, roots, others }: Validity,
): Promise<{ problems: SignatureProblem[]; issuer: "NOT_CHECKED" | "TRUSTED" | "NOT_TRUSTED" }> {
  const problems: SignatureProblem[] = [];
  if (at < certificate.notBefore.value || at > certificate.notAfter.value) problems.push("certificate_expired");
  if (isWeakKey(certificate)) problems.push("algorithm_weak");
  if (roots.length === 0) return { problems, issuer: "NOT_CHECKED" };
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [...roots],
    // The engine takes the last one as the one that is asked about.
    certs: [...others.filter((one) => one !== certificate), certificate],
    checkDate: at,
  });
  const { result } = await engine.verify().catch(() => ({ result: false }));
  if (!result) problems.push("issuer_not_trusted");
  return { problems, issuer: result ? "TRUSTED" : "NOT_TRUSTED" };
}

function isWeakKey(certificate: Certificate): boolean {
  const { asymmetricKeyDetails } = new X509Certificate(derOf(certificate)).publicKey;
  return (asymmetricKeyDetails?.modulusLength ?? smallestRsaBits) < smallestRsaBits;
}

/** Node's names of the digests that we accept; anything older is told as weak. */
export const digestByOid: Readonly<Record<string, "sha256" | "sha384" | "sha512">> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
export const weakDigests: ReadonlySet<string> = new Set([
  "1.3.14.3.2.26",
  "1.2.840.113549.2.5",
  "1.2.840.113549.2.2",
  "http://www.w3.org/2000/09/xmldsig#sha1",
  "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
  "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
  "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
  "http://www.w3.org/2001/04/xmldsig-more#md5",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
]);

export function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema().toBER());
}

export function digestOf(algorithm: string, bytes: Uint8Array): Buffer {
  return createHash(algorithm).update(bytes).digest();
}
