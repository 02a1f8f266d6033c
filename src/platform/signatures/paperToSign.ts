import type { WorkContext } from "../command.ts";
import type { PacketPaper } from "../documents/packet.ts";
import type { PdfRequest } from "../documents/renderPdf.ts";
import { translate } from "../messages.ts";
import { holdsWords, openEdition, readEditions } from "./editions.ts";
import type { Subject } from "./proofs.ts";
import { signingMessages } from "./signingMessages.ts";

const t = translate(signingMessages, "pl");

/** The paper of a packet, as long as the words under its first signature are the ones that hold. Source: docs/domain/rules.md R-DOC-02 */
export async function paperToSign(
  context: WorkContext,
  subject: Subject,
  words: string,
  paper: () => Promise<PdfRequest>,
): Promise<PacketPaper> {
  const edition = openEdition(await readEditions(context, subject));
  if (!edition || holdsWords(edition, words)) return { paper: await paper(), blocked: null };
  const code = "signature.words_changed";
  return { paper: null, blocked: [{ code, text: t(code) }] };
}
