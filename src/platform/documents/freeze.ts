import { createHash } from "node:crypto";
import { canonicalJson } from "./canonicalJson.ts";

/** A value as it is kept for good: its canonical JSON and the SHA-256 of that in hex. Source: docs/domain/reporting.md §1 (4) */
export function freeze(value: unknown): { content: string; contentHash: string } {
  const content = canonicalJson(value);
  return { content, contentHash: createHash("sha256").update(content).digest("hex") };
}
