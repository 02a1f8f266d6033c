import { sql } from "kysely";
import { z } from "zod";
import { may, type Relation } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { asMissing } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { requireCase, requirePerson } from "../../casework/public.ts";
import { personIdsOf, shortName } from "../../person/public.ts";
import { historyAccess } from "../history/access.ts";
import { workHistoryOf } from "../history/stored.ts";
import { isInOpenOffer, STAGES } from "../rules.ts";
import { profileAccess } from "./access.ts";
import { occasions, type Sensitivity } from "./codes.ts";
import {
  AcceptanceView,
  PersonProfile,
  type ProfileContent,
  ProfileProposals,
  ProfileVersionView,
  ProfileView,
  type WorkStay,
} from "./contract.ts";
import { proposeGoals, proposeTexts } from "./proposals.ts";
import { differencesOf, emptyContent, monthsHomeless } from "./rules.ts";
import {
  contentOf,
  getProfile,
  openTo,
  openWords,
  partsOf,
  profilesOf,
  type StoredProfile,
  sectionOf,
} from "./stored.ts";

const Occasion = z.enum(occasions);
type VersionRow = { no: number; madeOn: PlainDate; madeBy: string; occasion: string };

/** Newest first. */
async function versionRows(context: WorkContext, profileId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.no, v.made_on, v.occasion, coalesce(m.display_name, '–') as made_by from experience_profile_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.profile_id = ${profileId}
    order by v.no desc ${atMost}`.execute(context.tx);
  return rows;
}

async function acceptancesOf(context: WorkContext, profileId: string): Promise<AcceptanceView[]> {
  const { rows } = await sql<Omit<AcceptanceView, "words"> & { wordsSealed: Buffer | null }>`
    select a.id, a.no as version_no, a.outcome, a.way, a.given_on, a.words_sealed, a.file_id is not null as has_file,
      coalesce(m.display_name, '–') as recorded_by
    from experience_profile_acceptance a
    left join membership m on m.organisation_id = a.organisation_id and m.account_id = a.recorded_by
    where a.organisation_id = ${context.actor.organisationId} and a.profile_id = ${profileId}
    order by a.no desc, a.given_on desc, a.recorded_at desc, a.id desc ${atMost}`.execute(context.tx);
  return rows.map(({ wordsSealed, ...row }) =>
    AcceptanceView.parse({ ...row, words: openWords(context, row.id, wordsSealed) }),
  );
}

/** What somebody who reads the conclusions alone sees, and entries of sections that are open to them. */
function summaryOf(content: ProfileContent): ProfileContent {
  const { summaryForPlans, resources, interests } = content.texts;
  return {
    ...emptyContent,
    texts: { ...emptyContent.texts, summaryForPlans, resources, interests },
    entries: content.entries.filter(({ sensitivity }) => sensitivity !== "SOCIAL"),
  };
}

/** The profile as this reader may see it; `opens` as `openTo` answers it. */
export async function viewOf(
  context: WorkContext,
  { id, personId, version }: StoredProfile,
  opens: readonly Sensitivity[],
): Promise<ProfileView> {
  const isWhole = opens.includes("SOCIAL");
  const parts = (await partsOf(context, id, [version])).get(version) ?? [];
  const content = contentOf(context, id, parts, isWhole ? opens : ["SOCIAL", ...opens]);
  const [last] = await versionRows(context, id);
  if (!last) throw new Error("a profile without a version");
  return {
    id,
    personId,
    version,
    madeOn: last.madeOn,
    madeBy: last.madeBy,
    occasion: Occasion.parse(last.occasion),
    content: isWhole ? content : summaryOf(content),
    monthsHomeless: isWhole
      ? monthsHomeless(
          content.entries.filter((entry) => entry.kind === "HOMELESSNESS"),
          context.today,
        )
      : { least: 0, most: 0 },
    acceptances: isWhole ? await acceptancesOf(context, id) : [],
  };
}

/** Periods of work, for those who read the work history. Source: docs/domain/forms.md F-24 `workExperience` */
export async function workOf(context: WorkContext, personId: string, relation: Relation): Promise<WorkStay[]> {
  if (!may(context.actor, historyAccess["work-history.read"], relation)) return [];
  const cut = { YEAR: 4, MONTH: 7, DAY: 10 } as const;
  return (await workHistoryOf(context, personId)).map(({ id, from, to, exactness, employer, post }) => ({
    id,
    from: from.slice(0, cut[exactness]),
    to: to && to.slice(0, cut[exactness]),
    what: [post, employer].filter(Boolean).join(", "),
  }));
}

async function readPerson(
  context: WorkContext,
  personId: string,
  profileId: string | undefined,
): Promise<PersonProfile> {
  const { actor } = context;
  const relation = await requirePerson(context, profileAccess["profile.read"], personId);
  const ids = await personIdsOf(context, personId);
  const all = await profilesOf(context, ids);
  const shown = all.find(({ id }) => id === profileId) ?? all[0];
  const opens = await openTo(context, "read", relation, personId);
  const isWhole = opens.includes("SOCIAL");
  const mayWrite = isWhole && may(actor, profileAccess["profile.write"], relation);
  const { rows } = await sql<{ personName: string; cases: { id: string; stage: string }[] }>`
    select ${shortName("p")} as person_name,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'stage', c.stage) order by c.opened_on desc, c.id) from open_case o
        join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
        where o.organisation_id = p.organisation_id and o.person_id = any (${ids}::uuid[])), '[]') as cases
    from person p where p.organisation_id = ${actor.organisationId} and p.id = ${ids[0] ?? personId}`.execute(
    context.tx,
  );
  const cases = rows[0]?.cases ?? [];
  const stages = STAGES.filter((stage) => cases.some((one) => one.stage === stage));
  // of several open cases the one that came furthest on the path
  const caseId = cases.find(({ stage }) => stage === stages.at(-1))?.id ?? null;
  return {
    personId: ids[0] ?? personId,
    personName: rows[0]?.personName ?? "",
    sees: isWhole ? "WHOLE" : "SUMMARY",
    mayWrite: mayWrite && caseId !== null,
    opens,
    writes: mayWrite ? await openTo(context, "write", relation, personId) : [],
    caseId,
    beforeRecommendation: stages.length > 0 && stages.every(isInOpenOffer),
    profile: shown ? await viewOf(context, shown, opens) : null,
    others: all.filter(({ id }) => id !== shown?.id).map(({ id, madeOn }) => ({ id, madeOn })),
    work: await workOf(context, personId, relation),
  };
}

/** Every version against the one before, newest first, as far as the reader may see. */
async function readVersions(context: WorkContext, profileId: string) {
  const { personId } = await getProfile(context, profileId);
  const relation = await requirePerson(context, profileAccess["profile.read-whole"], personId).catch(
    asMissing("profile.not_found"),
  );
  const opens = await openTo(context, "read", relation, personId);
  const rows = await versionRows(context, profileId);
  const parts = await partsOf(
    context,
    profileId,
    rows.map(({ no }) => no),
  );
  const contentAt = (no: number) => contentOf(context, profileId, parts.get(no) ?? [], opens);
  let after: ProfileContent | undefined;
  const versions = rows.map((row, at): ProfileVersionView => {
    const content = after ?? contentAt(row.no);
    const before = rows[at + 1];
    after = before && contentAt(before.no);
    return {
      ...row,
      occasion: Occasion.parse(row.occasion),
      differences: after ? differencesOf(after, content) : [],
    };
  });
  return { personId, opens, versions };
}

/**
 * What the newest profile of a person gives to plans and contracts, in Polish as those papers are; texts hold only what every
 * reader of those papers may see. The caller has checked that the actor reads the profile whole (`relation`).
 */
export async function profileForPlans(
  context: WorkContext,
  personId: string,
  relation: Relation,
): Promise<ProfileProposals> {
  const [profile] = await profilesOf(context, await personIdsOf(context, personId));
  if (!profile)
    return {
      personId,
      versionNo: null,
      madeOn: null,
      accepted: false,
      goals: [],
      situation: "",
      resources: "",
      barriers: "",
      actionsSoFar: "",
    };
  const { content, acceptances, version, madeOn } = await viewOf(
    context,
    profile,
    await openTo(context, "read", relation, personId),
  );
  return {
    personId,
    versionNo: version,
    madeOn,
    accepted: acceptances.find(({ versionNo }) => versionNo === version)?.outcome === "ACCEPTED",
    goals: proposeGoals(content, "pl"),
    ...proposeTexts(content, context.today, "pl"),
  };
}

const shownSection = (content: ProfileContent) => sectionOf(content.entries.map(({ sensitivity }) => sensitivity));

export const profileQueries = [
  defineQuery({
    name: "profile.read",
    method: "GET",
    path: "/people/:personId/profile",
    summary: "The experience profile of a person, as far as the reader may see it",
    input: z.strictObject({ personId: z.uuid(), profileId: z.uuid().optional() }),
    answer: PersonProfile,
    verb: profileAccess["profile.read"],
    audit: ({ personId }, { profile }) => ({
      objectType: "person",
      objectId: personId,
      personId,
      section: profile ? shownSection(profile.content) : "SOCIAL",
    }),
    run: (context, { personId, profileId }) => readPerson(context, personId, profileId),
  }),
  defineQuery({
    name: "profile.list-versions",
    method: "GET",
    path: "/profiles/:profileId/versions",
    summary: "Versions of a profile with what changed from one to the next",
    input: z.strictObject({ profileId: z.uuid() }),
    answer: z.object({ personId: z.uuid(), versions: z.array(ProfileVersionView) }),
    verb: profileAccess["profile.read-whole"],
    audit: ({ profileId }, { personId, versions }) => ({
      objectType: "experience_profile",
      objectId: profileId,
      personId,
      section: sectionOf(
        versions.flatMap(({ differences }) =>
          differences.flatMap(({ of }) =>
            "text" in of || "list" in of ? [] : [of.before, of.after].flatMap((entry) => entry?.sensitivity ?? []),
          ),
        ),
      ),
    }),
    run: async (context, { profileId }) => {
      const { personId, versions } = await readVersions(context, profileId);
      return { personId, versions };
    },
  }),
  defineQuery({
    name: "profile.propose",
    method: "GET",
    path: "/cases/:caseId/profile-proposals",
    summary: "Goals and texts that the experience profile gives to the plan and the contract of a case",
    input: z.strictObject({ caseId: z.uuid() }),
    answer: ProfileProposals,
    verb: profileAccess["profile.write"],
    audit: ({ caseId }, { personId, goals }) => ({
      objectType: "case",
      objectId: caseId,
      personId,
      section: sectionOf(goals.map(({ sensitivity }) => sensitivity)),
    }),
    run: async (context, { caseId }) => {
      const { personId } = await requireCase(context, profileAccess["profile.write"], caseId);
      const relation = await requirePerson(context, profileAccess["profile.write"], personId);
      return profileForPlans(context, personId, relation);
    },
  }),
];
