import type { Reach, Role } from "../../../platform/access.ts";
import { type CommandContext, type Done, lockRow, recordEvent } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { sortLines } from "../lines.ts";
import {
  type AnnexKind,
  type LineKind,
  nouns,
  purposes,
  readAnnex,
  requireAnnex,
  type StoredAnnex,
  seal,
} from "./store.ts";
import { makeAnnexVersion } from "./versions.ts";

onConstraint("plan_annex_line_key", "conflict", "record.id_taken");

/** An annex locked for an act. @throws Problem not_found `annex.not_found` | refused `annex.closed` */
export async function lockAnnex(
  context: CommandContext,
  verb: Readonly<Partial<Record<Role, Reach>>>,
  kind: AnnexKind,
  annexId: string,
): Promise<StoredAnnex> {
  await requireAnnex(context, verb, kind, annexId);
  await lockRow(context, "plan_annex", annexId, "annex.not_found");
  const annex = await requireAnnex(context, verb, kind, annexId);
  if (annex.state === "CLOSED") throw new Problem("refused", "annex.closed");
  return annex;
}

/** Tells the timeline; `kind` is the key of its line. */
export function tell(context: CommandContext, annex: StoredAnnex, kind: string, detail: Record<string, unknown> = {}) {
  const { id, personId, caseId } = annex;
  const subject = { type: "plan", id: annex.planId };
  return recordEvent(context, {
    personId,
    caseId,
    kind,
    section: "SOCIAL",
    subject,
    detail: { ...detail, annexId: id },
  });
}

export function done(
  { id, kind, personId }: Pick<StoredAnnex, "id" | "kind" | "personId">,
  more: Partial<Done> = {},
): Done {
  return { ids: { annex: id }, about: { type: nouns[kind], id, personId, section: "SOCIAL" }, ...more };
}

const changed = { VOCATIONAL: "vocational-plan.changed", INTERPERSONAL: "interpersonal-path.changed" } as const;

/** A change of an annex in force is its next version; the draft has none yet. */
export async function keepChange(context: CommandContext, annex: StoredAnnex): Promise<void> {
  if (annex.state !== "IN_FORCE") return;
  const now = await readAnnex(context, annex.id);
  await tell(context, annex, changed[annex.kind], { version: await makeAnnexVersion(context, now) });
}

type Columns = {
  code: string | null;
  fromOn?: PlainDate | null;
  untilOn?: PlainDate | null;
  hours?: number | null;
  mover?: string | null;
  lacksDocument?: boolean;
  words: Record<string, string>;
  reason?: string;
};
type Sent = { lineId: string; base: number | null };

/**
 * Adds, changes and removes lines of one kind; what others added stays.
 * @throws Problem conflict `annex.line_changed` with the ids in `details.lines`
 */
export async function setLines<L extends Sent>(
  context: CommandContext,
  annex: StoredAnnex,
  change: {
    kind: LineKind;
    standing: readonly { id: string; version: number }[];
    lines: readonly L[];
    removed: readonly { lineId: string; base: number }[];
    columnsOf: (line: L) => Columns;
  },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const code = "annex.line_changed";
  const named = change.lines.map((line) => ({ ...line, id: line.lineId }));
  const { fresh, changed } = sortLines(change.standing, named, code);
  const leaving = change.removed.map(({ lineId: id, base }) => ({ id, base }));
  const gone = sortLines(change.standing, leaving, code).changed;
  const values = (line: L) => {
    const { words, reason, code, fromOn = null, untilOn = null, hours = null, ...step } = change.columnsOf(line);
    return {
      code,
      fromOn,
      untilOn,
      hours: hours === null ? null : String(hours),
      mover: step.mover ?? null,
      lacksDocument: step.lacksDocument ?? false,
      sealed: seal(context, purposes.line, line.lineId, words),
      reasonSealed: reason ? seal(context, purposes.reason, line.lineId, reason) : null,
    };
  };
  if (fresh.length > 0)
    await context.tx
      .insertInto("planAnnexLine")
      .values(
        fresh.map((line) => ({
          organisationId,
          id: line.id,
          annexId: annex.id,
          kind: change.kind,
          addedBy: accountId,
          ...values(line),
        })),
      )
      .execute();
  for (const line of changed)
    await context.tx
      .updateTable("planAnnexLine")
      .set((it) => ({ ...values(line), version: it("version", "+", 1) }))
      .where("organisationId", "=", organisationId)
      .where("id", "=", line.id)
      .execute();
  if (gone.length > 0)
    await context.tx
      .insertInto("planAnnexLineRemoval")
      .values(gone.map(({ id }) => ({ organisationId, lineId: id, removedBy: accountId })))
      .execute();
}

/** What an annex in force must not lose. */
export function stayWhole(annex: StoredAnnex, refusals: readonly string[]): void {
  if (annex.state === "IN_FORCE") refuseIf(refusals);
}
