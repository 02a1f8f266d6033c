import { sql } from "kysely";
import type { Role } from "../../../platform/access.ts";
import type { CommandContext } from "../../../platform/command.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import type { EntryState } from "./codes.ts";
import { isUnderWay, type NextStep, nextOf } from "./rules.ts";
import type { StoredEntry } from "./store.ts";

export const entryTasks = "centre_entry";
/** Tasks of a stay in a club, by the way in that led to it. */
export const stayTasks = "club_stay";
/** `accountId` null: the house itself. */
type By = Pick<CommandContext, "tx"> & { actor: { organisationId: string; accountId: string | null } };
type Of = { id: string; personId: string; service: StoredEntry["service"]; no: number };

/**
 * Who takes a step: whoever acts now if it is theirs, else those of the person's case teams, else those of the units that work with
 * the person. At most five: a task of more would be nobody's.
 */
async function whoActs({ tx, actor }: By, personId: string, roles: readonly Role[]): Promise<string[]> {
  const { organisationId, accountId } = actor;
  const { rows } = await sql<{ id: string }>`select c.id from (
      select m.account_id as id, m.display_name, rank() over (order by (m.account_id = ${accountId}::uuid) desc nulls last,
          exists (select from case_member t join open_case o on o.organisation_id = t.organisation_id and o.case_id = t.case_id
            where t.organisation_id = m.organisation_id and t.account_id = m.account_id and o.person_id = any (same_person(${personId}))) desc) as place
      from membership m where m.organisation_id = ${organisationId} and m.ended_at is null
        and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id and r.role = any (${[...roles]}::text[]))
        and exists (select from membership_unit u join person_unit p on p.organisation_id = u.organisation_id and p.unit_id = u.unit_id
          where u.organisation_id = m.organisation_id and u.account_id = m.account_id and p.person_id = any (same_person(${personId})))) c
    where c.place = 1 order by c.display_name, c.id limit 5`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Gives a step to whoever takes it; the law sets no term for it. `no`: the step before, which it follows. */
export async function giveStep(by: By, { id, personId, service, no }: Of, { act, roles }: NextStep): Promise<void> {
  const { organisationId, accountId } = by.actor;
  for (const ownerId of await whoActs(by, personId, roles))
    await addTaskFor(
      { tx: by.tx, actor: { organisationId, accountId: accountId ?? ownerId } },
      {
        personId,
        ownerId,
        kind: `centre-entry.next.${act}`,
        detail: { service, no },
        dueOn: null,
        source: { type: entryTasks, id },
      },
    );
}

/**
 * Ends the tasks of the step that was taken and gives the next one, where it is one of ours; the other organisation's come by
 * `passOnEntries`. `no`: the step that was just taken.
 */
export async function keepTasks(
  context: CommandContext,
  entry: Pick<StoredEntry, "organisationId" | "toOrganisationId" | "id" | "personId" | "service" | "origin" | "letter">,
  { state, no }: { state: EntryState; no: number },
): Promise<void> {
  const source = { type: entryTasks, id: entry.id };
  await endTasksFrom(context, source, isUnderWay(state) || state === "ADMITTED" ? "DONE" : "NO_LONGER_RELEVANT");
  const next = nextOf({ ...entry, state });
  const whose = next?.by === "centre" ? (entry.toOrganisationId ?? entry.organisationId) : entry.organisationId;
  if (state === "ADMITTED" && entry.service === "KIS")
    await addTaskFor(context, {
      personId: entry.personId,
      ownerId: context.actor.accountId,
      kind: "club-stay.next",
      dueOn: null,
      source: { type: stayTasks, id: entry.id },
    });
  if (next && whose === context.actor.organisationId) await giveStep(context, { ...entry, no }, next);
}
