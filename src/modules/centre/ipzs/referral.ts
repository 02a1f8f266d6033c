import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findEntryFor, followEntry } from "../entry/public.ts";
import type { IpzsView } from "./contract.ts";
import type { StoredIpzs } from "./store.ts";

/** States of a way in that are over before somebody is admitted: what comes then is another one. */
const over = ["NOT_REFERRED", "NOT_ADMITTED", "WITHDRAWN"];
/** What is already past when the act comes here. */
const past = { sign: ["SIGNED", "AGREED", "ADMITTED"], admit: ["ADMITTED"] } as const;

/** The referral to this centre that counts now; null: none is known here. */
async function currentEntry(context: WorkContext, personId: string) {
  const entry = await findEntryFor(context, personId, "CIS");
  return entry && !over.includes(entry.state) ? entry : null;
}

/** The day on which the manager of the OPS agreed to the programme. */
async function agreedOn({ tx, actor }: CommandContext, ipzsId: string): Promise<PlainDate | null> {
  const step = await tx
    .selectFrom("ipzsStep")
    .select("actedOn")
    .where("organisationId", "=", actor.organisationId)
    .where("ipzsId", "=", ipzsId)
    .where("act", "=", "agree")
    .orderBy("no", "desc")
    .limit(1)
    .executeTakeFirst();
  return step?.actedOn ?? null;
}

/** The way in by which the person was referred takes the same step. Where none is known, nothing happens: it may be on paper. Source: docs/domain/rules.md R-CIS-03 */
export async function followReferral(
  context: CommandContext,
  ipzs: Pick<StoredIpzs, "id" | "personId">,
  act: "sign" | "admit",
  on: PlainDate,
): Promise<void> {
  const entry = await currentEntry(context, ipzs.personId);
  if (!entry) return;
  if (!past[act].some((state) => state === entry.state))
    await followEntry(context, { entryId: entry.id, act, on, opsAgreedOn: await agreedOn(context, ipzs.id) });
  await context.tx
    .updateTable("ipzs")
    .set({ referralId: entry.id })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", ipzs.id)
    .execute();
}

/** The referral as the programme shows it. */
export async function referralOf(context: WorkContext, personId: string): Promise<IpzsView["referral"]> {
  const entry = await currentEntry(context, personId);
  return entry && { referredOn: entry.referredOn, number: entry.referralNo, opsAgreedOn: entry.agreedOn };
}
