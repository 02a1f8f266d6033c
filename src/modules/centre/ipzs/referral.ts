import { sql } from "kysely";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findEntryFor, followEntry, type KnownEntry } from "../entry/public.ts";
import type { IpzsView } from "./contract.ts";
import { type IpzsState, refuseWayIn } from "./rules.ts";
import { refuse } from "./steps.ts";
import type { StoredIpzs } from "./store.ts";

type Programme = Pick<StoredIpzs, "id" | "personId">;

/** States of a way in that are over before somebody is admitted: what comes then is another one. */
const over = ["NOT_REFERRED", "NOT_ADMITTED", "WITHDRAWN"];
/** A way in after the signature. */
const signed = ["SIGNED", "AGREED", "ADMITTED"];
/** States before the signature. */
const beforeAdmission: readonly IpzsState[] = ["DRAFT", "AGREED"];
/** What stands in the way of an admission before the programme is signed; the rest comes with the signature. */
const beforeSigning: readonly string[] = ["ipzs.no_way_in", "entry.not_referred"];

/** Whether the person was admitted by this way with another programme: each admission has a way of its own. */
async function isUsed({ tx, actor }: WorkContext, entryId: string, ipzsId: string): Promise<boolean> {
  const { rows } =
    await sql`select from ipzs i where i.organisation_id = ${actor.organisationId} and i.referral_id = ${entryId}
    and i.id <> ${ipzsId} and exists (select from ipzs_step s where s.organisation_id = i.organisation_id and s.ipzs_id = i.id and s.act = 'admit')`.execute(
      tx,
    );
  return rows.length > 0;
}

/** The way into this centre that counts now for a programme; null: none is known here. */
async function currentEntry(context: WorkContext, { id, personId }: Programme): Promise<KnownEntry | null> {
  const entry = await findEntryFor(context, personId, "CIS");
  if (!entry || over.includes(entry.state)) return null;
  return entry.state === "ADMITTED" && (await isUsed(context, entry.id, id)) ? null : entry;
}

/** The day on which the manager of the OPS agreed to the programme. */
async function agreedOn({ tx, actor }: WorkContext, ipzsId: string): Promise<PlainDate | null> {
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

async function follow(
  context: CommandContext,
  entry: KnownEntry,
  step: { act: "sign" | "admit"; on: PlainDate; opsAgreedOn: PlainDate | null },
): Promise<void> {
  const past = step.act === "sign" ? signed.includes(entry.state) : entry.state === "ADMITTED";
  if (!past) await followEntry(context, { entryId: entry.id, ...step });
}

async function tie({ tx, actor }: CommandContext, ipzsId: string, entryId: string): Promise<void> {
  await tx
    .updateTable("ipzs")
    .set({ referralId: entryId })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", ipzsId)
    .execute();
}

/** The way in learns that the participant has signed; where none is known yet, the admission asks for it. Source: docs/domain/rules.md R-CIS-03 */
export async function followSigning(context: CommandContext, ipzs: Programme, on: PlainDate): Promise<void> {
  const entry = await currentEntry(context, ipzs);
  if (!entry) return;
  await follow(context, entry, { act: "sign", on, opsAgreedOn: null });
  await tie(context, ipzs.id, entry.id);
}

/**
 * Nobody is admitted without a way in to which the OPS has agreed; it takes the steps that are missing of it.
 * Source: docs/domain/rules.md R-CIS-03
 * @throws Problem refused as `refuseWayIn` says
 */
export async function followAdmission(
  context: CommandContext,
  ipzs: Programme,
  { signedOn, admittedOn }: { signedOn: PlainDate; admittedOn: PlainDate },
): Promise<void> {
  const entry = await currentEntry(context, ipzs);
  const opsAgreedOn = await agreedOn(context, ipzs.id);
  refuse(refuseWayIn(entry && { ...entry, opsAgreedOn }));
  if (!entry) return;
  await follow(context, entry, { act: "sign", on: signedOn, opsAgreedOn: null });
  await follow(context, entry, { act: "admit", on: admittedOn, opsAgreedOn });
  await tie(context, ipzs.id, entry.id);
}

/** The way in as the programme shows it, and what of it holds the admission back. */
export async function referralOf(
  context: WorkContext,
  ipzs: Programme & { state: IpzsState },
): Promise<Pick<IpzsView, "referral" | "admissionRefusals">> {
  const entry = await currentEntry(context, ipzs);
  const refusal = refuseWayIn(entry && { ...entry, opsAgreedOn: await agreedOn(context, ipzs.id) });
  const asked =
    ipzs.state === "SIGNED" || (beforeAdmission.includes(ipzs.state) && beforeSigning.includes(refusal ?? ""));
  return {
    referral: entry && {
      entryId: entry.id,
      referredOn: entry.referredOn,
      number: entry.referralNo,
      opsAgreedOn: entry.agreedOn,
    },
    admissionRefusals: asked && refusal ? [refusal] : [],
  };
}
