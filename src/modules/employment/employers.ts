import {
  type CommandContext,
  type Done,
  bumpVersion,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../platform/command.ts";
import { checkNip } from "../../platform/identifiers/nip.ts";
import { checkRegon } from "../../platform/identifiers/regon.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { employmentAccess } from "./access.ts";
import { CompleteDeclaration, RecordDeclaration, RecordEmployer } from "./contract.ts";
import { requireOwnFile } from "./files.ts";

onConstraint("employer_key", "conflict", "record.id_taken");
onConstraint("employer_nip_once", "refused", "employer.already_known");
onConstraint("employer_declaration_key", "conflict", "record.id_taken");
onConstraint("employer_declaration_of_employer", "not_found", "employer.not_found");
onConstraint("employer_declaration_file", "invalid", "file.not_found");

/** @throws Problem invalid (NIP or REGON with its reason) | refused `employer.already_known` */
async function recordEmployer(context: CommandContext, payload: RecordEmployer): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const nip = payload.nip === null ? null : checkNip(payload.nip);
  const regon = payload.regon === null ? null : checkRegon(payload.regon);
  const errors = [
    ...(nip?.valid === false ? [{ path: "payload.nip", code: nip.reason }] : []),
    ...(regon?.valid === false ? [{ path: "payload.regon", code: regon.reason }] : []),
  ];
  if (errors.length > 0) throw new Problem("invalid", "request.invalid", undefined, errors);
  const { employerId, ...content } = payload;
  await context.tx
    .insertInto("employer")
    .values({
      ...content,
      organisationId,
      id: employerId,
      nip: nip?.valid ? nip.normalised : null,
      regon: regon?.valid ? regon.normalised : null,
      recordedBy: accountId,
    })
    .execute();
  return { ids: { employer: employerId }, version: 1, about: { type: "employer", id: employerId } };
}

/** @throws Problem not_found `employer.not_found` | refused `declaration.signed_in_future` */
async function recordDeclaration(context: CommandContext, payload: RecordDeclaration): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  if (payload.signedOn > context.today) throw new Problem("refused", "declaration.signed_in_future");
  await requireOwnFile(context, payload.fileId, "payload.fileId");
  const { declarationId, ...content } = payload;
  await context.tx
    .insertInto("employerDeclaration")
    .values({ ...numeric(content), organisationId, id: declarationId, recordedBy: accountId })
    .execute();
  await recordEvent(context, {
    personId: null,
    kind: "declaration.recorded",
    section: "EMPLOYMENT",
    subject: { type: "declaration", id: declarationId },
    detail: { personsCount: payload.personsCount },
  });
  return { ids: { declaration: declarationId }, version: 1, about: { type: "declaration", id: declarationId } };
}

/**
 * Fills in or corrects what was declared; fewer persons than places already used is refused.
 * @throws Problem not_found | conflict `record.changed` | refused `employment.declaration_full`
 */
async function completeDeclaration(context: CommandContext, payload: CompleteDeclaration): Promise<Done> {
  const { organisationId } = context.actor;
  const { declarationId, ...content } = payload;
  await lockRow(context, "employer_declaration", declarationId, "declaration.not_found");
  const known = await context.tx
    .selectFrom("employerDeclaration")
    .select(["version", "fileId"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", declarationId)
    .executeTakeFirstOrThrow();
  requireBase(context, known.version);
  if (payload.fileId !== known.fileId) await requireOwnFile(context, payload.fileId, "payload.fileId");
  await context.tx
    .updateTable("employerDeclaration")
    .set(numeric(content))
    .where("organisationId", "=", organisationId)
    .where("id", "=", declarationId)
    .execute();
  const version = await bumpVersion(context, "employer_declaration", declarationId);
  return { ids: { declaration: declarationId }, version, about: { type: "declaration", id: declarationId } };
}

/** Decimals travel to the database as exact text. */
function numeric<T extends { workingTimeFraction: number | null; weeklyHours: number | null }>(content: T) {
  const { workingTimeFraction, weeklyHours } = content;
  return {
    ...content,
    workingTimeFraction: workingTimeFraction === null ? null : String(workingTimeFraction),
    weeklyHours: weeklyHours === null ? null : String(weeklyHours),
  };
}

export const employerCommands = [
  defineCommand({
    type: "employer.record",
    v: 1,
    summary: "Records an employer",
    payload: RecordEmployer,
    verb: employmentAccess["employer.write"],
    run: recordEmployer,
  }),
  defineCommand({
    type: "declaration.record",
    v: 1,
    summary: "Records what an employer has declared in writing",
    payload: RecordDeclaration,
    verb: employmentAccess["declaration.write"],
    run: recordDeclaration,
  }),
  defineCommand({
    type: "declaration.complete",
    v: 1,
    summary: "Completes or corrects a declaration",
    payload: CompleteDeclaration,
    verb: employmentAccess["declaration.write"],
    run: completeDeclaration,
  }),
];
