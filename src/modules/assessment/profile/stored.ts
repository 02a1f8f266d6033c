import { sql } from "kysely";
import { z } from "zod";
import { may, type Relation } from "../../../platform/access.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson } from "../../../platform/keys/sealedJson.ts";
import { sealText, unsealText } from "../../../platform/keys/sealedText.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { areWhereaboutsHidden } from "../../person/public.ts";
import { entryAccess } from "./access.ts";
import { type Sensitivity, sensitivities } from "./codes.ts";
import { ProfileContent, ProfileEntry } from "./contract.ts";
import { emptyContent } from "./rules.ts";

const purposes = {
  /** Each sensitivity by itself, so that one opens without another. */
  part: (sensitivity: Sensitivity) => `profile.part/${sensitivity}`,
  words: "profile.acceptance",
} as const;

export const sealWords = (context: WorkContext, acceptanceId: string, words: string): Buffer | null =>
  words === "" ? null : sealText(context, purposes.words, acceptanceId, words);

export const openWords = (context: WorkContext, acceptanceId: string, sealed: Uint8Array | null): string =>
  sealed === null ? "" : unsealText(context, purposes.words, acceptanceId, sealed);

/** Sensitivities that the actor may read, or write, of this person. Source: docs/domain/rules.md R-ACC matrix */
export async function openTo(
  context: WorkContext,
  act: "read" | "write",
  relation: Relation,
  personId: string,
): Promise<Sensitivity[]> {
  const open = sensitivities.filter((one) => may(context.actor, entryAccess[one][act], relation));
  // a stay that goes on says where somebody is whose whereabouts are kept from this reader (C7)
  if (relation.own || !(await areWhereaboutsHidden(context, personId))) return open;
  return act === "write" ? [] : open.filter((one) => one !== "SOCIAL");
}

/** The section of the file that a read or a change of these entries is audited under: the one that is most protected. */
export function sectionOf(touched: readonly Sensitivity[]): Sensitivity {
  return sensitivities.findLast((one) => touched.includes(one)) ?? "SOCIAL";
}

export type StoredProfile = { id: string; personId: string; version: number };

/** @throws Problem not_found `profile.not_found`, also for a profile of another organisation */
export async function getProfile(context: WorkContext, profileId: string): Promise<StoredProfile> {
  const row = await context.tx
    .selectFrom("experienceProfile")
    .select(["id", "personId", "version"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", profileId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "profile.not_found");
  return row;
}

/** Profiles of a person and of records merged into it, the one that was written last first. */
export async function profilesOf(
  context: WorkContext,
  personIds: readonly string[],
): Promise<(StoredProfile & { madeOn: PlainDate })[]> {
  const { rows } = await sql<StoredProfile & { madeOn: PlainDate }>`
    select p.id, p.person_id, p.version, v.made_on from experience_profile p
    join experience_profile_version v on v.organisation_id = p.organisation_id and v.profile_id = p.id and v.no = p.version
    where p.organisation_id = ${context.actor.organisationId} and p.person_id = any (${[...personIds]}::uuid[])
    order by v.recorded_at desc, p.id desc limit 20`.execute(context.tx);
  return rows;
}

/** How sensitive the entries of a version are, each once. */
export async function sensitivitiesOf(context: WorkContext, profileId: string, no: number): Promise<string[]> {
  const rows = await context.tx
    .selectFrom("experienceProfilePart")
    .select("sensitivity")
    .where("organisationId", "=", context.actor.organisationId)
    .where("profileId", "=", profileId)
    .where("no", "=", no)
    .execute();
  return rows.map(({ sensitivity }) => sensitivity);
}

export type StoredPart = { sensitivity: Sensitivity; sealed: Uint8Array };

/** The sealed parts of some versions of a profile; a version that is not there has none. */
export async function partsOf(
  context: WorkContext,
  profileId: string,
  versions: readonly number[],
): Promise<Map<number, StoredPart[]>> {
  const rows = await context.tx
    .selectFrom("experienceProfilePart")
    .select(["no", "sensitivity", "sealed"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("profileId", "=", profileId)
    .where("no", "in", [...versions])
    .execute();
  return Map.groupBy(
    rows.map(({ no, sensitivity, sealed }) => ({ no, sensitivity: z.enum(sensitivities).parse(sensitivity), sealed })),
    ({ no }) => no,
  );
}

const Entries = z.array(ProfileEntry);

/** What a version says to somebody who opens these sensitivities; other parts are not decrypted. */
export function contentOf(
  context: WorkContext,
  profileId: string,
  parts: readonly StoredPart[],
  opens: readonly Sensitivity[],
): ProfileContent {
  let content: ProfileContent = { ...emptyContent, entries: [] };
  for (const one of sensitivities) {
    const part = parts.find(({ sensitivity }) => sensitivity === one);
    if (!part || !opens.includes(one)) continue;
    const opened: unknown = unsealJson(context, purposes.part(one), profileId, part.sealed);
    content =
      one === "SOCIAL"
        ? ProfileContent.parse(opened)
        : { ...content, entries: [...content.entries, ...Entries.parse(opened)] };
  }
  return content;
}

/**
 * The parts of the next version: those that the writer opens are made of `content`, the others are taken over sealed as they
 * are. A part without an entry has no row, but for `SOCIAL`, which holds the texts.
 */
export function partsFor(
  context: WorkContext,
  profileId: string,
  content: ProfileContent,
  opens: readonly Sensitivity[],
  before: readonly StoredPart[],
): StoredPart[] {
  return sensitivities.flatMap((one): StoredPart[] => {
    if (!opens.includes(one)) return before.filter(({ sensitivity }) => sensitivity === one);
    const entries = content.entries.filter(({ sensitivity }) => sensitivity === one);
    if (one !== "SOCIAL" && entries.length === 0) return [];
    const text = JSON.stringify(one === "SOCIAL" ? { ...content, entries } : entries);
    return [{ sensitivity: one, sealed: sealText(context, purposes.part(one), profileId, text) }];
  });
}
