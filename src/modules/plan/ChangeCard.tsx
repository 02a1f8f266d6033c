import { LinkButton } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { ActButton } from "./ActButton.tsx";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { Difference } from "./PlanDifference.tsx";

/** The change of a running plan that waits for the manager, with what it changes; and the last one that was returned. */
export function ChangeCard({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const [last] = plan.changes;
  if (plan.state !== "ACTIVE" || !last || !plan.description) return null;
  if (last.state === "RETURNED")
    return (
      <Notice tone="due" title={t("change.returned", { by: last.endedBy ?? "–" })}>
        <p>{last.answer}</p>
      </Notice>
    );
  if (last.state !== "WAITING" || !last.description) return null;
  const frame = { goals: [], tasks: [] };
  const payload = () => ({ changeId: last.id });
  return (
    <Card title={t("change.waits")}>
      <p className="soft small">
        <DateText day={last.proposedOn} />, {last.proposedBy}
      </p>
      <p>
        <span className="soft small">{t("version.reason")}:</span> {last.reason}
      </p>
      <Difference
        proposed
        before={{ ...frame, description: plan.description }}
        after={{ ...frame, description: { ...last.description, endOn: plan.description.endOn } }}
      />
      <div className="cluster">
        {plan.mayApproveChange && (
          <ActButton type="plan.approve-change" kind="main" label={t("act.approveChange")} payload={payload} />
        )}
        {plan.mayReturnChange && <LinkButton to={`/plans/${plan.id}/return-change`}>{t("act.return")}</LinkButton>}
        {plan.mayWrite && <ActButton type="plan.withdraw-change" label={t("act.withdrawChange")} payload={payload} />}
      </div>
    </Card>
  );
}
