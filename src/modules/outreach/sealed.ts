import { z } from "zod";
import type { WorkContext } from "../../platform/command.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";

/** What of this room is sealed; each has a key of its own. */
export type Purpose =
  | "outreach.place"
  | "outreach.health"
  | "outreach.step"
  | "outreach.note"
  | "outreach.reason"
  | "outreach.reflections"
  | "outreach.intervention"
  | "outreach.incident"
  | "outreach.assistance";

/** Any value as JSON, sealed for one record; null stays null. */
export const seal = (context: WorkContext, purpose: Purpose, recordId: string, value: unknown): Buffer | null =>
  sealJson(context, purpose, recordId, value);

/** What `seal` sealed. The caller knows the shape, and the answer's schema checks it. @throws SealBroken */
export const unseal = (context: WorkContext, purpose: Purpose, recordId: string, sealed: Uint8Array | null): unknown =>
  unsealJson(context, purpose, recordId, sealed);

const Text = z.string().nullable();

/** Words that `seal` sealed; null where there are none. @throws SealBroken */
export const unsealText = (
  context: WorkContext,
  purpose: Purpose,
  recordId: string,
  sealed: Uint8Array | null,
): string | null => (sealed === null ? null : Text.parse(unseal(context, purpose, recordId, sealed)));
