import type { WorkContext } from "../command.ts";
import type { PlainDate } from "../time/plainDate.ts";
import type { PdfRequest } from "./renderPdf.ts";

/** A paper that waits for a signature. `kind`: a code that the packet has words for; `id`: of the paper within its kind. */
export type WaitingPaper = {
  kind: string;
  id: string;
  personId: string;
  /** The number it is told by, such as KS/2026/001; null when it has none. */
  number: string | null;
  /** Who still signs: code of the block on paper, and the name that is expected there. */
  waitsFor: readonly { signedAs: string; name: string }[];
  since: PlainDate;
  /** Where its screen is. */
  to: string;
};

/** The paper ready to be printed, or why it cannot be signed today (message keys that the source's room has words for). */
export type PacketPaper =
  | { paper: PdfRequest; blocked: null }
  | { paper: null; blocked: readonly { code: string; text: string }[] };

/**
 * What a room has waiting for signatures. Rooms register theirs in `src/app/rooms.ts`; each asks for its own reach and
 * tells nothing of people beyond it.
 */
export type PacketSource = {
  kind: string;
  /** Of one person (merged records with it), or of all people that the reader reaches; at most 500. */
  waiting(context: WorkContext, personId: string | null): Promise<readonly WaitingPaper[]>;
  /** @throws Problem not_found when the reader does not reach it */
  open(context: WorkContext, id: string, largePrint: boolean): Promise<PacketPaper>;
};

/** A paper that the checklist of a stage asks for: there since a day, or not. */
export type PaperFact = { code: string; since: PlainDate | null; to: string | null };

/** What a room knows of the papers of one person. The caller has checked the reach; tells of no content. */
export type PaperSource = (context: WorkContext, personId: string) => Promise<readonly PaperFact[]>;
