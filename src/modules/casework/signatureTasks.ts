import type { CommandContext } from "../../platform/command.ts";
import { openEdition, readEditions } from "../../platform/signatures/editions.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "./sourceTasks.ts";

/** Design choice: after this many days a waiting signature is due. */
const remindAfterDays = 7;
/** Where the task that waits for signatures under a paper comes from. */
export const signatureTasksOf = (paperId: string) => ({ type: "paper_signature", id: paperId });

type Signed = { id: string; personId: string; caseId: string | null };
type Now = { awaited: readonly string[]; isFirst: boolean };

/** A task with `ownerId` for as long as somebody who signs a paper is awaited, from the first signature on. */
export async function followSignatures(
  context: CommandContext,
  { id, personId, caseId }: Signed,
  { awaited, isFirst }: Now,
  ownerId: string,
): Promise<void> {
  if (awaited.length === 0) return endTasksFrom(context, signatureTasksOf(id), "DONE");
  if (!isFirst) return;
  const dueOn = addDays(context.today, remindAfterDays);
  await addTaskFor(context, {
    personId,
    caseId,
    ownerId,
    kind: "paper.signature_waits",
    dueOn,
    source: signatureTasksOf(id),
  });
}

/** The paper is agreed again in the words that some have signed: whoever has not is awaited again. `type`: as editions name the paper. */
export async function awaitSignatures(
  context: CommandContext,
  { type, ...paper }: Signed & { type: string },
  ownerId: string,
): Promise<void> {
  const edition = openEdition(await readEditions(context, { type, id: paper.id }));
  if (!edition) return;
  const signed = new Set(edition.signatures.map(({ party }) => party));
  const awaited = edition.parties.filter((party) => !signed.has(party));
  if (awaited.length > 0) await followSignatures(context, paper, { awaited, isFirst: true }, ownerId);
}

/** The paper was changed or has ended: nobody is awaited for what somebody had signed. */
export function dropSignatureTask(context: CommandContext, paperId: string): Promise<void> {
  return endTasksFrom(context, signatureTasksOf(paperId), "NO_LONGER_RELEVANT");
}
