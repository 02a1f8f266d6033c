import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { personIdsOf } from "../../person/public.ts";
import { requireGround, stateAfter, tell, tellReferrer, writeStep } from "./acts.ts";
import type { EntryService, EntryState } from "./codes.ts";
import { entriesOf, findEntry, isToUs, lockEntry, type StoredEntry } from "./store.ts";

/** What rooms above learn of the way into a centre or a club of ours. */
export type KnownEntry = {
  id: string;
  /** Who keeps it; another organisation where a partner referred. */
  ownerOrganisationId: string;
  state: EntryState;
  /** The referral came on paper. */
  onPaper: boolean;
  /** Null: not referred yet. */
  referredOn: PlainDate | null;
  referralNo: string | null;
  issuer: string | null;
  /** The agreement of the OPS manager; null: none. */
  agreedOn: PlainDate | null;
};

function known(entry: StoredEntry): KnownEntry {
  const referral = entry.steps.findLast(({ act }) => act === "refer");
  const agreement = entry.steps.findLast(({ act }) => act === "agree");
  const onPaper = entry.steps.findLast(({ opsAgreedOn }) => opsAgreedOn !== null);
  return {
    id: entry.id,
    ownerOrganisationId: entry.organisationId,
    state: entry.state,
    onPaper: entry.origin === "PAPER",
    referredOn: referral?.doneOn ?? null,
    referralNo: referral?.referralNo ?? null,
    issuer: referral?.issuer ?? null,
    agreedOn: agreement?.doneOn ?? onPaper?.opsAgreedOn ?? null,
  };
}

/** The newest way into a centre (or club) of ours of a person of ours, kept here or received; null: none. The caller has checked the reach. */
export async function findEntryFor(
  context: WorkContext,
  personId: string,
  service: EntryService,
): Promise<KnownEntry | null> {
  const entries = await entriesOf(context, { personIds: await personIdsOf(context, personId) });
  const entry = entries
    .filter((one) => one.service === service && isToUs(context, one))
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return entry ? known(entry) : null;
}

/**
 * Takes the step of a way in that another room's act is: the programme was signed, the person was admitted or not. The caller has
 * checked who acts. Source: docs/domain/rules.md R-CIS-03
 * @throws Problem refused as the rule says: not referred, not signed, the OPS manager has not agreed
 */
export async function followEntry(
  context: CommandContext,
  wish: {
    entryId: string;
    act: "sign" | "admit" | "decline";
    on: PlainDate;
    reason?: string | null;
    /** The day on which the OPS manager agreed, as the other room knows it; it counts where the referral came on paper. */
    opsAgreedOn?: PlainDate | null;
  },
): Promise<void> {
  const { entryId, act, on, reason = null } = wish;
  await lockEntry(context, entryId);
  const entry = await findEntry(context, entryId);
  if (!entry) throw new Error("a way in that was just found");
  const opsAgreedOn = entry.origin === "PAPER" && act === "admit" ? (wish.opsAgreedOn ?? null) : null;
  const state = stateAfter(context, entry, act, opsAgreedOn);
  const ground = act === "admit" ? await requireGround(context, entry) : null;
  if (act !== "sign") await tellReferrer(context, entry, { admitted: act === "admit", feedback: null });
  await writeStep(context, entry, { stepId: uuidv7(), act, state }, { doneOn: on, words: reason, opsAgreedOn, ground });
  await tell(context, entry, { act, state, no: entry.steps.length + 1 });
}
