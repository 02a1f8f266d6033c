import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { benefitAccess } from "../access.ts";
import { refuseSettling, sharesOf } from "../advance/rules.ts";
import { openAdvances } from "../advance/store.ts";
import { nextNo } from "../list/chosen.ts";
import { aboutList } from "../list/commands.ts";
import { lockUnit, requireUnit } from "../list/reach.ts";
import { getList, purposes, seal } from "../list/store.ts";
import { AskRefund, RecordRefund } from "./contract.ts";
import { changesTaken, leftOf, refuseAsking, refuseReceipt } from "./rules.ts";
import { changesFor, findRefund, refundsOf } from "./store.ts";

onConstraint("benefit_refund_key", "conflict", "record.id_taken");
onConstraint("benefit_refund_received_once", "refused", "benefit.refund_received");

const said = { source: "R-CIS-27" };

/**
 * Asks the starosta for the benefits of a paid list with contributions. What came back and was not paid again is not asked for, and
 * what was paid anew after its request was answered stands in the next one; what an overpaid participant paid back is left out; a bonus
 * never is asked for. What advances cover is taken out of them. @throws Problem not_found | refused as `refuseAsking` and `refuseSettling` say
 */
async function ask(context: CommandContext, payload: AskRefund): Promise<Done> {
  const { refundId, listId, number, askedOn, contributionsGrosze, office, reason, advanceGrosze } = payload;
  const { unitId } = await getList(context, listId);
  await requireUnit(context, benefitAccess["benefit.ask-refund"], unitId);
  await lockUnit(context, unitId);
  const list = await getList(context, listId);
  const [before] = await refundsOf(context, listId);
  const changes = changesTaken(list.benefitGrosze, await changesFor(context, { listId, unitId }));
  const benefitGrosze = changes.reduce((sum, { changeGrosze }) => sum + changeGrosze, list.benefitGrosze);
  const asked = { paidOn: list.paidOn, benefitGrosze, before: before ? { received: before.received !== null } : null };
  refuseIf([refuseAsking(asked, { askedOn, reason, contributionsGrosze }, context.today)], said);
  const advances = await openAdvances(context, { unitId, listId });
  const askedGrosze = benefitGrosze + contributionsGrosze;
  refuseIf([refuseSettling(advances, { advanceGrosze, askedGrosze })], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitRefund")
    .values({
      organisationId,
      id: refundId,
      listId,
      no: await nextNo(context, "benefit_refund", { listId }),
      number,
      askedOn,
      benefitGrosze,
      contributionsGrosze,
      sealed: seal(context, purposes.refund, refundId, { office, reason }),
      askedBy: accountId,
    })
    .execute();
  const rows = changes.map((change) => ({ organisationId, refundId, ...change }));
  for (let from = 0; from < rows.length; from += 500)
    await context.tx
      .insertInto("benefitRefundChange")
      .values(rows.slice(from, from + 500))
      .execute();
  const shares = sharesOf(advances, advanceGrosze).map((share) => ({ organisationId, refundId, ...share }));
  if (shares.length > 0) await context.tx.insertInto("benefitAdvanceSettlement").values(shares).execute();
  const detail = { benefitGrosze, contributionsGrosze, ...(advanceGrosze > 0 ? { advanceGrosze } : {}) };
  return { ids: { refund: refundId }, ...aboutList(listId), detail };
}

/** What came from the starosta, and when. @throws Problem not_found | refused as `refuseReceipt` says, `benefit.refund_received` */
async function receive(context: CommandContext, { refundId, receivedOn, amountGrosze }: RecordRefund): Promise<Done> {
  const refund = await findRefund(context, refundId);
  if (!refund) throw new Problem("not_found", "benefit.not_found");
  const { unitId } = await getList(context, refund.listId);
  await requireUnit(context, benefitAccess["benefit.record-refund"], unitId);
  await lockUnit(context, unitId);
  const [newest] = await refundsOf(context, refund.listId);
  const replaced = newest?.id !== refundId;
  const leftGrosze = leftOf(refund);
  const came = { receivedOn, amountGrosze };
  refuseIf([refuseReceipt({ askedOn: refund.askedOn, replaced, leftGrosze }, came, context.today)], said);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("benefitRefundReceipt")
    .values({ organisationId, refundId, receivedOn, amountGrosze, recordedBy: accountId })
    .execute();
  return { ids: { refund: refundId }, ...aboutList(refund.listId), detail: { amountGrosze } };
}

export const refundCommands = [
  defineCommand({
    type: "benefit.ask-refund",
    v: 1,
    summary: "Asks the starosta for the refund of a paid month",
    payload: AskRefund,
    verb: benefitAccess["benefit.ask-refund"],
    run: ask,
  }),
  defineCommand({
    type: "benefit.record-refund",
    v: 1,
    summary: "Records the refund that came",
    payload: RecordRefund,
    verb: benefitAccess["benefit.record-refund"],
    run: receive,
  }),
];
