import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import { type CommandContext, type Done, lockRow, recordEvent, type WorkContext } from "../../platform/command.ts";
import { asMissing, onConstraint, Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { CloseSide, OpenSide, SharedPart, ShareId, SideOf, SidesView } from "./contract.ts";
import { requireOpenShare, sectionsOf, tellGiver } from "./received.ts";
import { shareState } from "./rules.ts";

onConstraint("share_side_key", "conflict", "record.id_taken");

type Part = Omit<SharedPart, "type">;

/** A kind of record that several organisations promise something in. Rooms above register theirs with `app`. */
export interface SideSource {
  type: SideOf["type"];
  /** Sides that a partner can take there, and its goals. @throws Problem not_found where the actor may not write it */
  requireSides(
    context: WorkContext,
    id: string,
  ): Promise<{ personId: string; sides: readonly string[]; goalIds: readonly string[] }>;
  /** What of it a share to us opens at this moment, its words opened with the giver's keys. */
  readParts: (context: WorkContext, shareId: string) => Promise<Part[]>;
}

type SideRow = Omit<SidesView["sides"][number], "state"> & {
  validFrom: PlainDate;
  withdrawnAt: string | null;
};

/** The acts and reads on partners' sides of the records that `sources` know. */
export function makeSides(sources: readonly SideSource[]) {
  const sourceOf = (type: SideOf["type"]): SideSource => {
    const source = sources.find((one) => one.type === type);
    if (!source) throw new Error(`nobody keeps ${type}`);
    return source;
  };

  /** Which partner has which side, and the shares of today that could open one. */
  async function listSides(context: WorkContext, { type, recordId }: SideOf): Promise<SidesView> {
    const { personId } = await sourceOf(type).requireSides(context, recordId);
    const { organisationId } = context.actor;
    const { rows } = await sql<SideRow>`
      with open as materialized (select * from share_side where organisation_id = ${organisationId}
        and coalesce(contract_id, plan_id) = ${recordId} and ended_at is null limit 10),
      shares as materialized (select s.* from share s where s.organisation_id = ${organisationId} and s.id in (select share_id from open))
      select d.id, d.share_id, d.side, d.goal_ids, o.name as organisation_name, s.valid_from, s.valid_until, s.withdrawn_at
      from open d join shares s on s.id = d.share_id
      join organisation_names(array(select to_organisation_id from shares)) o on o.organisation_id = s.to_organisation_id
      order by d.side ${atMost}`.execute(context.tx);
    return {
      personId,
      sides: rows.map(({ validFrom, withdrawnAt, ...row }) => ({
        ...row,
        state: shareState({ validFrom, validUntil: row.validUntil, withdrawnAt }, context.today),
      })),
      shares: await usableShares(context, personId),
    };
  }

  /**
   * Lets a partner read its own side of a contract or programme, with the goals that are named, under a share that holds today and
   * gives the social part. Another partner's, or an earlier one's, ends.
   * @throws Problem not_found | refused `share.side_not_there`, `share.side_needs_share`, `share.goal_not_there`, `share.whereabouts_protected_words`
   */
  async function openSide(context: CommandContext, payload: OpenSide): Promise<Done> {
    const { sideId, shareId, type, recordId, side } = payload;
    const goalIds = [...new Set(payload.goalIds)];
    const record = await sourceOf(type).requireSides(context, recordId);
    if (!record.sides.includes(side)) throw new Problem("refused", "share.side_not_there");
    if (goalIds.some((id) => !record.goalIds.includes(id))) throw new Problem("refused", "share.goal_not_there");
    const { organisationId, accountId } = context.actor;
    if (await isProtected(context, record.personId)) throw new Problem("refused", "share.whereabouts_protected_words");
    const share = (await usableShares(context, record.personId)).find(({ id }) => id === shareId);
    if (!share) throw new Problem("refused", "share.side_needs_share");
    await lockRow(context, "share", shareId, "share.not_found");
    await sql`update share_side set ended_at = ${context.now}, ended_by = ${accountId} where organisation_id = ${organisationId}
      and coalesce(contract_id, plan_id) = ${recordId} and side = ${side} and ended_at is null`.execute(context.tx);
    await context.tx
      .insertInto("shareSide")
      .values({
        organisationId,
        id: sideId,
        shareId,
        contractId: type === "contract" ? recordId : null,
        planId: type === "plan" ? recordId : null,
        side,
        goalIds,
        openedBy: accountId,
        openedAt: context.now,
      })
      .execute();
    const about = { shareId, personId: record.personId, toOrganisationId: share.toOrganisationId };
    await tell(context, "share.open-side", "share.side_opened", about);
    return { ids: { side: sideId }, about: aboutShare(about), detail: { side, type, goals: goalIds.length } };
  }

  /** From its commit on nothing is read there. @throws Problem not_found `share.side_not_found` */
  async function closeSide(context: CommandContext, { sideId }: CloseSide): Promise<Done> {
    await lockRow(context, "share_side", sideId, "share.side_not_found");
    const { organisationId, accountId } = context.actor;
    const { rows } = await sql<{ recordId: string; type: SideOf["type"]; shareId: string; toOrganisationId: string }>`
      select coalesce(d.contract_id, d.plan_id) as record_id, case when d.plan_id is null then 'contract' else 'plan' end as type, d.share_id, s.to_organisation_id
      from share_side d join share s on s.organisation_id = d.organisation_id and s.id = d.share_id
      where d.organisation_id = ${organisationId} and d.id = ${sideId} and d.ended_at is null`.execute(context.tx);
    const [open] = rows;
    if (!open) throw new Problem("not_found", "share.side_not_found");
    const { personId } = await sourceOf(open.type)
      .requireSides(context, open.recordId)
      .catch(asMissing("share.side_not_found"));
    await sql`update share_side set ended_at = ${context.now}, ended_by = ${accountId} where organisation_id = ${organisationId} and id = ${sideId}`.execute(
      context.tx,
    );
    const about = { shareId: open.shareId, personId, toOrganisationId: open.toOrganisationId };
    await tell(context, "share.close-side", "share.side_closed", about);
    return { ids: { side: sideId }, about: aboutShare(about) };
  }

  /** Our own side of what partners share with us, at this moment. Both organisations get an audit entry. */
  async function readPart(context: WorkContext, { shareId }: ShareId): Promise<{ parts: SharedPart[] }> {
    const share = await requireOpenShare(context, shareId);
    const parts: SharedPart[] = [];
    if ((await sectionsOf(context, share)).includes("SOCIAL"))
      for (const { type, readParts } of sources)
        parts.push(...(await readParts(context, shareId)).map((part) => ({ ...part, type })));
    await tellGiver(context, "share.read-part", share);
    return { parts };
  }

  return { listSides, openSide, closeSide, readPart };
}

type UsableShare = SidesView["shares"][number] & { toOrganisationId: string };

/** Shares of the person that hold today and give the social part, newest first. */
async function usableShares(context: WorkContext, personId: string): Promise<UsableShare[]> {
  const { organisationId } = context.actor;
  const { rows } = await sql<UsableShare>`
    with held as materialized (select s.* from share s
      where s.organisation_id = ${organisationId} and s.person_id = any (same_person(${personId})) and 'SOCIAL' = any (s.sections)
        and s.withdrawn_at is null and s.valid_from <= ${context.today} and s.valid_until >= ${context.today}
      order by s.given_at desc, s.id desc limit 50)
    select s.id, s.to_organisation_id, o.name as organisation_name, s.purpose, s.valid_until
    from held s join organisation_names(array(select to_organisation_id from held)) o on o.organisation_id = s.to_organisation_id
    order by s.given_at desc, s.id desc ${atMost}`.execute(context.tx);
  return rows;
}

async function isProtected(context: WorkContext, personId: string): Promise<boolean> {
  const { rows } = await sql`select from person where organisation_id = ${context.actor.organisationId}
    and id = any (same_person(${personId})) and protected_whereabouts limit 1`.execute(context.tx);
  return rows.length > 0;
}

type About = { shareId: string; personId: string; toOrganisationId: string };
const aboutShare = ({ shareId, personId }: About) => ({ type: "share", id: shareId, personId }) as const;

/** The partner's audit entry, which does not know our person's id, and the person's timeline. Our entry is written by the runner. */
async function tell(
  context: CommandContext,
  action: "share.open-side" | "share.close-side",
  kind: "share.side_opened" | "share.side_closed",
  { shareId, personId, toOrganisationId }: About,
): Promise<void> {
  await context.auditShare(toOrganisationId, { action, objectId: shareId, personId: null });
  await recordEvent(context, { personId, kind, section: "SOCIAL", subject: { type: "share", id: shareId } });
}
