import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { ContractBehind } from "./rules.ts";
import { isOurs, type StoredEntry } from "./store.ts";

/** The social contract of a person that holds on a day; null: none. */
export type ClubContractOf = (
  context: WorkContext,
  personId: string,
  day: PlainDate,
) => Promise<{ number: string; signedOn: PlainDate } | null>;

/** Contracts are of a room above this one: the composition says how they are found; nothing holds on its own. */
export const clubContracts: { holdingOn: ClubContractOf } = { holdingOn: async () => null };

/** Whether the organisation that referred shows a contract that holds; null where it shares nothing of the kind. */
async function sharedContractHolds(context: WorkContext, entry: StoredEntry): Promise<boolean | null> {
  if (!entry.shareId || !entry.sections?.includes("SOCIAL")) return null;
  const { rows } =
    await sql`select from shared_social(${entry.shareId}) where kind = 'CONTRACT' and state = 'ACTIVE'`.execute(
      context.tx,
    );
  return rows.length > 0;
}

/**
 * The social contract on which a way into a club rests: of our own file, else of the organisation that referred, as far as it
 * shows it, else of the paper. Source: docs/domain/rules.md R-KIS-02, R-SC-06
 */
export async function contractBehind(context: WorkContext, entry: StoredEntry): Promise<ContractBehind> {
  const known = await clubContracts.holdingOn(context, entry.personId, context.today);
  if (known) return { ...known, elsewhere: false };
  const elsewhere = isOurs(context, entry)
    ? entry.origin === "PAPER"
    : (await sharedContractHolds(context, entry)) !== false;
  return { number: null, signedOn: null, elsewhere };
}
