import type { QueryKey } from "@tanstack/react-query";
import type { Messages, Translate } from "../messages.ts";
import { getJson } from "../ui/api.ts";
import type { SignatureMethod } from "./methods.ts";
import type { Signing } from "./proofContract.ts";

/** A block on paper as the browser knows it. `role`: whose it is, in words; `expected`: the name that is expected there. */
export type SignPlace = {
  signedAs: string;
  role: string;
  expected: string;
  name: string | null;
  signedOn: string | null;
  method: SignatureMethod | null;
};

/** A paper as its room gives it to the parts that have it signed. */
export type Signable = {
  /** Its address; signing, issued files and proofs lie under it. */
  address: string;
  /** What an address ends with, such as `?annexId=…`. */
  suffix?: string;
  signingKey: QueryKey;
  commands: { paper: string; issue: string; file: string; drawing: string };
  /** What names it in payloads, and what else a signature on paper is sent with. */
  ids: object;
  onPaper: object;
  places: readonly SignPlace[];
  /** Whether the next signature is what comes next here. */
  isNext: boolean;
  /** The room's translator, for its refusals. */
  messages: Pick<Translate<Messages>, "maybe">;
  stale: readonly QueryKey[];
};

/** What was handed out and what proves each signature. */
export const proofsQuery = ({ address, suffix = "", signingKey }: Signable) => ({
  queryKey: signingKey,
  queryFn: ({ signal }: { signal: AbortSignal }) => getJson<Signing>(`${address}/signing${suffix}`, { signal }),
});
