import { type BinaryLike, constants, createHash, KeyObject, type KeyLike, verify } from "node:crypto";
import type {
  CanonicalizationOrTransformationAlgorithm,
  HashAlgorithm,
  SignatureAlgorithm,
  SignedXml,
} from "xml-crypto";
import { weakDigests } from "./certificate.ts";

const more = "http://www.w3.org/2001/04/xmldsig-more#";
const newer = "http://www.w3.org/2007/05/xmldsig-more#";
const base64 = "http://www.w3.org/2000/09/xmldsig#base64";

const digestNames: Readonly<Record<string, string>> = {
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
  [`${more}sha384`]: "sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
};

/** Node's name of a digest that we accept. */
export const findDigest = (uri: string): string | undefined => digestNames[uri];
export const isWeak = (uri: string): boolean => weakDigests.has(uri);

type Kind = "rsa" | "pss" | "ec";
const methods: readonly [uri: string, kind: Kind, digest: string][] = [
  [`${more}rsa-sha256`, "rsa", "sha256"],
  [`${more}rsa-sha384`, "rsa", "sha384"],
  [`${more}rsa-sha512`, "rsa", "sha512"],
  [`${newer}sha256-rsa-MGF1`, "pss", "sha256"],
  [`${newer}sha384-rsa-MGF1`, "pss", "sha384"],
  [`${newer}sha512-rsa-MGF1`, "pss", "sha512"],
  [`${more}ecdsa-sha256`, "ec", "sha256"],
  [`${more}ecdsa-sha384`, "ec", "sha384"],
  [`${more}ecdsa-sha512`, "ec", "sha512"],
];

/** What a signature may be made with; the key must be of the method's own kind. */
export const signatureAlgorithms: Readonly<Record<string, new () => SignatureAlgorithm>> = Object.fromEntries(
  methods.map(([uri, kind, digest]) => [uri, methodOf(uri, kind, digest)]),
);

function methodOf(uri: string, kind: Kind, digest: string): new () => SignatureAlgorithm {
  return class implements SignatureAlgorithm {
    getAlgorithmName(): string {
      return uri;
    }
    getSignature(_info: BinaryLike, _key: KeyLike): string {
      throw new Error("We sign nothing");
    }
    verifySignature(material: string, key: KeyLike, value: string): boolean {
      if (!(key instanceof KeyObject) || key.asymmetricKeyType !== (kind === "ec" ? "ec" : "rsa")) return false;
      const how =
        kind === "pss"
          ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
          : kind === "ec"
            ? { dsaEncoding: "ieee-p1363" as const }
            : { padding: constants.RSA_PKCS1_PADDING };
      return verify(digest, Buffer.from(material), { key, ...how }, Buffer.from(value, "base64"));
    }
  };
}

/** Digests over text, or over the octets that a text stands for. */
export function digestAlgorithms(octets: (text: string) => Buffer | null): Record<string, new () => HashAlgorithm> {
  const entries = Object.entries(digestNames).map(([uri, name]): [string, new () => HashAlgorithm] => [
    uri,
    class implements HashAlgorithm {
      getAlgorithmName(): string {
        return uri;
      }
      getHash(text: string): string {
        return createHash(name)
          .update(octets(text) ?? text)
          .digest("base64");
      }
    },
  ]);
  return Object.fromEntries(entries);
}

/** Base64 as the last transform: its text behind `mark`, for `digestAlgorithms` to unpack. */
export function base64Transform(mark: string): SignedXml["CanonicalizationAlgorithms"] {
  return {
    [base64]: class implements CanonicalizationOrTransformationAlgorithm {
      getAlgorithmName(): string {
        return base64;
      }
      process(node: Node): string {
        return `${mark}:${(node.textContent ?? "").replace(/\s/g, "")}`;
      }
    },
  };
}
