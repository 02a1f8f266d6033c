import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { PacketSource } from "../../../platform/documents/packet.ts";
import { translate } from "../../../platform/messages.ts";
import { asMissing } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personInReach, requirePerson } from "../../casework/public.ts";
import { capacitiesOn, getPersonNames } from "../../person/public.ts";
import { profileAccess } from "./access.ts";
import { profilePaper } from "./document.ts";
import { profileDocumentMessages } from "./documentMessages.ts";
import { getProfile, openTo, sensitivitiesOf } from "./stored.ts";

const read = profileAccess["profile.read-whole"];
const t = translate(profileDocumentMessages, "pl");

/**
 * Profiles of people with an open case whose newest version nobody has answered yet. Whoever may not open every entry does not
 * print it for signing: the person would sign what is not there. Source: docs/domain/forms.md F-24 acceptedByPerson
 */
export const profilesToSign: PacketSource = {
  kind: "PROFILE",
  waiting: async (context, personId) => {
    const { rows } = await sql<{ id: string; personId: string; since: PlainDate }>`
      select p.id, p.person_id, v.made_on as since from experience_profile p
      join experience_profile_version v on v.organisation_id = p.organisation_id and v.profile_id = p.id and v.no = p.version
      where p.organisation_id = ${context.actor.organisationId} and ${personInReach(context, read, sql`p.person_id`)}
        and ${personId === null ? sql`true` : sql`p.person_id = any (same_person(${personId}))`}
        and exists (select from open_case o where o.organisation_id = p.organisation_id and o.person_id = any (same_person(p.person_id)))
        and not exists (select from experience_profile_acceptance a
          where a.organisation_id = p.organisation_id and a.profile_id = p.id and a.no = p.version)
      order by v.made_on, p.id ${atMost}`.execute(context.tx);
    const people = rows.map((row) => row.personId);
    const names = await getPersonNames(context, people);
    const capacities = await capacitiesOn(context, people, context.today);
    return rows.map((row) => ({
      kind: "PROFILE",
      id: row.id,
      personId: row.personId,
      number: null,
      waitsFor: (capacities.get(row.personId)?.blocks ?? []).map(({ who }) => ({
        signedAs: who,
        name: who === "PERSON" ? (names.get(row.personId) ?? "") : "",
      })),
      since: row.since,
      to: `/people/${row.personId}/profile/answer`,
    }));
  },
  open: async (context, id, largePrint) => {
    const profile = await getProfile(context, id);
    const relation = await requirePerson(context, read, profile.personId).catch(asMissing("profile.not_found"));
    const opens: readonly string[] = await openTo(context, "read", relation, profile.personId);
    if ((await sensitivitiesOf(context, id, profile.version)).some((one) => !opens.includes(one)))
      return { paper: null, blocked: [{ code: "profile.closed_entries", text: t("profile.closed_entries") }] };
    const wish = { lang: "pl", print: largePrint ? "large" : "normal", words: "full" } as const;
    return { paper: (await profilePaper(context, profile, relation, wish)).paper, blocked: null };
  },
};
