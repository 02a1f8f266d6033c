import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { AnnexSnapshot, type AnnexVersions } from "./contract.ts";
import {
  contentOf,
  open,
  purposes,
  readForms,
  readGoals,
  readSteps,
  readsReasons,
  type StoredAnnex,
  seal,
} from "./store.ts";

type Reasons = Record<string, string>;

/** Keeps the annex as it stands now; it is locked. Reasons of goals lie apart, under their own key. Answers the number, from 1. */
export async function makeAnnexVersion(context: CommandContext, annex: StoredAnnex): Promise<number> {
  const { organisationId, accountId } = context.actor;
  const { id } = annex;
  const no = annex.versionNo + 1;
  const goals = await readGoals(context, id, true);
  const content = annex.kind === "VOCATIONAL" ? { id, ...contentOf(context, annex) } : null;
  const [steps, forms] = [await readSteps(context, id), await readForms(context, id)];
  const snapshot = AnnexSnapshot.parse({ content, steps, goals: goals.map((it) => ({ ...it, reason: null })), forms });
  const reasons: Reasons = Object.fromEntries(goals.flatMap((it) => (it.reason ? [[it.id, it.reason]] : [])));
  const key = `${id}/${no}`;
  await context.tx
    .insertInto("planAnnexVersion")
    .values({
      organisationId,
      annexId: id,
      no,
      sealed: seal(context, purposes.version, key, snapshot),
      reasonsSealed: Object.keys(reasons).length > 0 ? seal(context, purposes.reasons, key, reasons) : null,
      madeBy: accountId,
      madeOn: context.today,
    })
    .execute();
  return no;
}

/** All versions, oldest first; reasons only for those who may know them. */
export async function readAnnexVersions(context: WorkContext, annex: StoredAnnex): Promise<AnnexVersions["versions"]> {
  const { rows } = await sql<{
    no: number;
    madeOn: PlainDate;
    madeBy: string;
    sealed: Buffer;
    reasonsSealed: Buffer | null;
  }>`
    select v.no, v.made_on, coalesce(m.display_name, '–') as made_by, v.sealed, v.reasons_sealed from plan_annex_version v
    left join membership m on m.organisation_id = v.organisation_id and m.account_id = v.made_by
    where v.organisation_id = ${context.actor.organisationId} and v.annex_id = ${annex.id} order by v.no ${atMost}`.execute(
    context.tx,
  );
  const mayKnow = readsReasons(context, annex.relation);
  return rows.map(({ sealed, reasonsSealed, ...version }) => {
    const key = `${annex.id}/${version.no}`;
    const content = AnnexSnapshot.parse(open(context, purposes.version, key, sealed));
    const reasons =
      mayKnow && reasonsSealed ? (open(context, purposes.reasons, key, reasonsSealed) as Reasons) : undefined; // sealed above
    const goals = content.goals.map((goal) => ({ ...goal, reason: reasons?.[goal.id] ?? null }));
    return { ...version, content: { ...content, goals } };
  });
}
