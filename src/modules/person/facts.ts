import { type CommandContext, type Done, defineCommand, lockRow, recordEvent } from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { type FactKind, factValues } from "./codes.ts";
import { AddFact, EndFact, WithdrawFact } from "./contract.ts";
import { requireStanding } from "./reach.ts";
import { safetyFlagEnd } from "./rules.ts";

onConstraint("person_fact_key", "conflict", "record.id_taken");
onConstraint("person_fact_period", "invalid", "field.ends_before_it_starts", "payload.validUntil");

/**
 * Adds a fact with the day from which it holds; earlier ones stay as they were. A safety flag runs out by itself, and the same
 * flag again while it holds is a renewal that needs a reason. Source: docs/domain/rules.md R-OUT-11, R-CAP-04
 * @throws Problem refused `person.flag_renewal_without_reason`; invalid for a value that its kind does not know
 */
async function addFact(context: CommandContext, fact: AddFact): Promise<Done> {
  const { factId, personId, kind, value, validFrom, detail } = fact;
  await requireStanding(context, personAccess["person.add-fact"], personId);
  await lockRow(context, "person", personId, "person.not_found");
  const known: readonly string[] | null = factValues[kind];
  if (known && !known.includes(value))
    throw new Problem("invalid", "request.invalid", undefined, [{ path: "payload.value", code: "field.invalid" }]);
  const { organisationId, accountId } = context.actor;
  const flag = kind === "SAFETY_FLAG";
  const validUntil = flag ? safetyFlagEnd(validFrom, fact.validUntil) : fact.validUntil;
  if (flag && !detail.reason) {
    const held = await context.tx
      .selectFrom("personFact")
      .select("id")
      .where("organisationId", "=", organisationId)
      .where("personId", "=", personId)
      .where("kind", "=", kind)
      .where("value", "=", value)
      .where("withdrawnAt", "is", null)
      .where("id", "<>", factId)
      .limit(1)
      .executeTakeFirst();
    if (held) throw new Problem("refused", "person.flag_renewal_without_reason");
  }
  await context.tx
    .insertInto("personFact")
    .values({
      organisationId,
      id: factId,
      personId,
      kind,
      value,
      detail: JSON.stringify(detail),
      validFrom,
      validUntil,
      recordedBy: accountId,
    })
    .execute();
  await tell(context, "person.fact_added", { personId, factId, kind, value });
  return { ids: { fact: factId }, about: { type: "person_fact", id: factId, personId, section: "CORE" } };
}

async function tell(
  context: CommandContext,
  event: string,
  { personId, factId, kind, value }: { personId: string; factId: string; kind: string; value: string },
): Promise<void> {
  await recordEvent(context, {
    personId,
    kind: event,
    section: "CORE",
    subject: { type: "person_fact", id: factId },
    detail: { kind, value },
  });
}

async function lockFact(context: CommandContext, factId: string, verb: "person.end-fact" | "person.withdraw-fact") {
  await lockRow(context, "person_fact", factId, "person.not_found");
  const fact = await context.tx
    .selectFrom("personFact")
    .select(["personId", "kind", "value", "withdrawnAt"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .executeTakeFirstOrThrow();
  await requireStanding(context, personAccess[verb], fact.personId);
  if (fact.withdrawnAt) throw new Problem("refused", "person.fact_withdrawn");
  return { ...fact, factId, kind: fact.kind as FactKind }; // the check constraint knows the same list
}

/** @throws Problem not_found | refused `person.fact_withdrawn` | invalid when it would end before it starts */
async function endFact(context: CommandContext, { factId, validUntil }: EndFact): Promise<Done> {
  const fact = await lockFact(context, factId, "person.end-fact");
  await context.tx
    .updateTable("personFact")
    .set({ validUntil })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .execute();
  await tell(context, "person.fact_ended", fact);
  return {
    ids: { fact: factId },
    about: { type: "person_fact", id: factId, personId: fact.personId, section: "CORE" },
  };
}

/** Says that a fact was recorded wrongly; it stays visible as such. @throws Problem not_found | refused `person.fact_withdrawn` */
async function withdrawFact(context: CommandContext, { factId }: WithdrawFact): Promise<Done> {
  const fact = await lockFact(context, factId, "person.withdraw-fact");
  await context.tx
    .updateTable("personFact")
    .set({ withdrawnAt: context.now })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", factId)
    .execute();
  await tell(context, "person.fact_withdrawn", fact);
  return {
    ids: { fact: factId },
    about: { type: "person_fact", id: factId, personId: fact.personId, section: "CORE" },
  };
}

export const factCommands = [
  defineCommand({
    type: "person.add-fact",
    v: 1,
    summary: "Adds a dated fact: housing, labour market, registration, capacity, safety flag",
    payload: AddFact,
    verb: personAccess["person.add-fact"],
    run: addFact,
  }),
  defineCommand({
    type: "person.end-fact",
    v: 1,
    summary: "Says until when a fact held",
    payload: EndFact,
    verb: personAccess["person.end-fact"],
    run: endFact,
  }),
  defineCommand({
    type: "person.withdraw-fact",
    v: 1,
    summary: "Withdraws a fact that was recorded wrongly",
    payload: WithdrawFact,
    verb: personAccess["person.withdraw-fact"],
    run: withdrawFact,
  }),
];
