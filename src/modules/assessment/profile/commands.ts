import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
} from "../../../platform/command.ts";
import { requireOwnFile } from "../../../platform/files/ownFile.ts";
import { asMissing, invalidAt, onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { refuseForDead, requireCase, requirePerson } from "../../casework/public.ts";
import { personIdsOf } from "../../person/public.ts";
import { profileAccess } from "./access.ts";
import type { Sensitivity } from "./codes.ts";
import { type ProfileContent, RecordProfile, RecordProfileAcceptance } from "./contract.ts";
import { profileLookedAt } from "./reviewDue.ts";
import { differencesOf, emptyContent, mergeChanges, refuseAcceptance, refuseEntry } from "./rules.ts";
import {
  contentOf,
  getProfile,
  openTo,
  partsFor,
  partsOf,
  profilesOf,
  type StoredPart,
  sealWords,
  sectionOf,
} from "./stored.ts";

onConstraint("experience_profile_key", "conflict", "record.id_taken");
onConstraint("experience_profile_once", "refused", "profile.already_there");
onConstraint("experience_profile_acceptance_key", "conflict", "record.id_taken");

const mostEntries = 300;
const write = profileAccess["profile.write"];

/** Answers the version that was there and its parts; none for a new profile, which is inserted. */
async function lockOrBegin(
  context: CommandContext,
  { profileId, personId, occasion }: RecordProfile,
): Promise<{ version: number; parts: ReadonlyMap<number, StoredPart[]> }> {
  const ids = await personIdsOf(context, personId);
  const found = await profilesOf(context, ids);
  if (found.some(({ id }) => id === profileId)) {
    await lockRow(context, "experience_profile", profileId, "profile.not_found");
    const { version } = await getProfile(context, profileId);
    const base = context.base ?? 0;
    if (base < 1 || base > version)
      throw new Problem("conflict", "record.changed", { current: version, seen: context.base });
    if (occasion === "FIRST") throw invalidAt("payload.occasion", "field.invalid");
    return { version, parts: await partsOf(context, profileId, [base, version]) };
  }
  if (found.length > 0) throw new Problem("refused", "profile.already_there");
  if (occasion !== "FIRST") throw invalidAt("payload.occasion", "field.invalid");
  await refuseForDead(context, personId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("experienceProfile")
    .values({ organisationId, id: profileId, personId, recordedBy: accountId })
    .execute();
  return { version: 0, parts: new Map() };
}

/**
 * The next version of a profile. What the writer may not see goes over unopened.
 * @throws Problem not_found | conflict `record.changed` with what both changed in `details.both` | refused `profile.*`
 */
async function recordProfile(context: CommandContext, payload: RecordProfile): Promise<Done> {
  const { profileId, personId, caseId, occasion, changes } = payload;
  const relation = await requirePerson(context, write, personId);
  const found = await requireCase(context, write, caseId);
  if (!(await personIdsOf(context, personId)).includes(found.personId))
    throw new Problem("refused", "profile.case_of_another");
  if (!found.open) throw new Problem("refused", "profile.case_ended");
  const { version, parts } = await lockOrBegin(context, payload);
  const opens = await openTo(context, "read", relation, personId);
  const contentAt = (no: number): ProfileContent =>
    no === 0 ? emptyContent : contentOf(context, profileId, parts.get(no) ?? [], opens);
  const current = contentAt(version);
  const { content, conflicts } = mergeChanges(contentAt(context.base ?? version), current, changes);
  if (conflicts.length > 0)
    throw new Problem("conflict", "record.changed", { current: version, seen: context.base, both: conflicts });

  const touched = touchedBy(current, content);
  const writes = await openTo(context, "write", relation, personId);
  refuseIf([
    version > 0 && differencesOf(current, content).length === 0 ? "profile.nothing_changed" : null,
    writes.includes("SOCIAL") &&
    touched.every((one) => writes.includes(one)) &&
    changes.entries.every((entry) => writes.includes(entry.sensitivity))
      ? null
      : "profile.sensitivity_not_yours",
    content.entries.length > mostEntries ? "profile.too_many_entries" : null,
    ...new Set(changes.entries.map((entry) => refuseEntry(entry, context.today))),
  ]);

  const no = version === 0 ? 1 : await bumpVersion(context, "experience_profile", profileId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("experienceProfileVersion")
    .values({ organisationId, profileId, no, caseId, occasion, madeOn: context.today, madeBy: accountId })
    .execute();
  const rows = partsFor(context, profileId, content, opens, parts.get(version) ?? []);
  await context.tx
    .insertInto("experienceProfilePart")
    .values(
      rows.map(({ sensitivity, sealed }) => ({
        organisationId,
        profileId,
        no,
        sensitivity,
        sealed: Buffer.from(sealed),
      })),
    )
    .execute();
  await profileLookedAt(context, profileId);
  await recordEvent(context, {
    personId: found.personId,
    caseId,
    kind: "profile.recorded",
    section: "SOCIAL",
    subject: { type: "experience_profile", id: profileId },
    detail: { no, occasion },
  });
  return {
    ids: { profile: profileId },
    version: no,
    about: { type: "experience_profile", id: profileId, personId: found.personId, section: sectionOf(touched) },
    detail: { occasion },
  };
}

/** Sensitivities of entries that differ, before and after. */
function touchedBy(before: ProfileContent, after: ProfileContent): Sensitivity[] {
  return differencesOf(before, after).flatMap(({ of }) =>
    "text" in of || "list" in of ? [] : [of.before, of.after].flatMap((entry) => entry?.sensitivity ?? []),
  );
}

/** @throws Problem not_found `profile.not_found` | invalid `file.not_found` | refused `profile.*` */
async function recordAcceptance(context: CommandContext, payload: RecordProfileAcceptance): Promise<Done> {
  const { acceptanceId, profileId, versionNo, outcome, way, givenOn, words, fileId } = payload;
  const { personId } = await getProfile(context, profileId);
  await requirePerson(context, write, personId).catch(asMissing("profile.not_found"));
  const { organisationId, accountId } = context.actor;
  const version = await context.tx
    .selectFrom("experienceProfileVersion")
    .select(["madeOn", "caseId"])
    .where("organisationId", "=", organisationId)
    .where("profileId", "=", profileId)
    .where("no", "=", versionNo)
    .executeTakeFirst();
  if (!version) throw new Problem("not_found", "profile.not_found");
  refuseIf([refuseAcceptance({ givenOn, way, fileId }, version.madeOn, context.today)]);
  await requireOwnFile(context, fileId, "payload.fileId");
  const wordsSealed = sealWords(context, acceptanceId, words);
  await context.tx
    .insertInto("experienceProfileAcceptance")
    .values({
      organisationId,
      id: acceptanceId,
      profileId,
      no: versionNo,
      outcome,
      way,
      givenOn,
      wordsSealed,
      fileId,
      recordedBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId: version.caseId,
    kind: outcome === "ACCEPTED" ? "profile.accepted" : "profile.declined",
    section: "SOCIAL",
    subject: { type: "experience_profile", id: profileId },
    detail: { no: versionNo, way },
  });
  return {
    ids: { acceptance: acceptanceId },
    about: { type: "experience_profile", id: profileId, personId, section: "SOCIAL" },
    detail: { no: versionNo, outcome, way },
  };
}

export const profileCommands = [
  defineCommand({
    type: "profile.record",
    v: 1,
    summary: "Writes the experience profile of a person, or its next version",
    payload: RecordProfile,
    verb: write,
    run: recordProfile,
  }),
  defineCommand({
    type: "profile.record-acceptance",
    v: 1,
    summary: "Records what the person says to a version of the profile",
    payload: RecordProfileAcceptance,
    verb: write,
    run: recordAcceptance,
  }),
];
