import { sql } from "kysely";
import type { Relation } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { fieldsFor, levelOf } from "./access.ts";
import { areWhereaboutsHidden } from "./whereabouts.ts";

export type PersonContact = {
  phone: string | null;
  email: string | null;
  /** As the person said; null: not asked. */
  safeToContact: boolean | null;
  /** The whereabouts are protected, or somebody marked a victim of violence. */
  inDanger: boolean;
};

/**
 * How a person can be written to, whatever the reader may see: for rules and messages, not for an answer. Of a merged record the
 * one that stays counts, danger of every one. @throws Error when the organisation has no such person
 */
export async function contactOf(
  context: Pick<WorkContext, "tx" | "today"> & { actor: { organisationId: string } },
  personId: string,
): Promise<PersonContact> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<PersonContact>`select root.phone, root.email, root.safe_to_contact, exists (select from person f
        where f.organisation_id = root.organisation_id and coalesce(f.merged_into, f.id) = root.id and (f.protected_whereabouts
          or exists (select from person_fact v where v.organisation_id = f.organisation_id and v.person_id = f.id and v.kind = 'SAFETY_FLAG'
            and v.value = 'VICTIM_OF_VIOLENCE' and v.withdrawn_at is null and v.valid_from <= ${context.today} and coalesce(v.valid_until, ${context.today}) >= ${context.today}))) as in_danger
    from person p join person root on root.organisation_id = p.organisation_id and root.id = coalesce(p.merged_into, p.id)
    where p.organisation_id = ${organisationId} and p.id = ${personId}`.execute(context.tx);
  const [contact] = rows;
  if (!contact) throw new Error("no such person");
  return contact;
}

/** Telephone and e-mail as far as the actor may read them; the caller has checked the reach. */
export async function contactRead(
  context: WorkContext,
  personId: string,
  relation: Relation,
): Promise<Pick<PersonContact, "phone" | "email">> {
  const level = levelOf(context.actor, relation);
  const { phone, email } = await contactOf(context, personId);
  const seen = level ? fieldsFor(level, await areWhereaboutsHidden(context, personId)).read : [];
  return { phone: seen.includes("phone") ? phone : null, email: seen.includes("email") ? email : null };
}
