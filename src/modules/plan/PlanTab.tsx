import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { AnnexLinks } from "./annexes/AnnexParts.tsx";
import { casesQuery, plansOfPersonQuery } from "./api.ts";
import type { PlanSummary } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { PlanState } from "./PlanState.tsx";

/** "Plan" in a person's file: the programmes, the running one first, and the way to a new one. `beside`: programmes of rooms above. */
export function PlanTab({ personId, beside }: { personId: string; beside?: ReactNode }) {
  const t = useMessages(planMessages);
  const plans = useQuery(plansOfPersonQuery(personId));
  return (
    <Loaded query={plans}>
      {({ plans: all, mayWrite }) => (
        <>
          {all.length === 0 && <EmptyState title={t("plans.empty")} />}
          {all.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
          {beside}
          {mayWrite && <BeginPlan personId={personId} main={all.length === 0} />}
        </>
      )}
    </Loaded>
  );
}

function PlanCard({ plan }: { plan: PlanSummary }) {
  const t = useMessages(planMessages);
  return (
    <Card title={t(`kind.${plan.kind}`)} actions={<PlanState plan={plan} />}>
      <p>
        <DateText day={plan.startOn} /> – {plan.endOn ? <DateText day={plan.endOn} /> : "…"}
        {plan.reviewDue && (
          <span className="soft">
            {" "}
            · {t("reviewDue")} <DateText day={plan.reviewDue} />
          </span>
        )}
      </p>
      <div className="cluster">
        <LinkButton to={`/plans/${plan.id}`} icon="right">
          {t("back")}
        </LinkButton>
        <AnnexLinks planId={plan.id} />
      </div>
    </Card>
  );
}

function BeginPlan({ personId, main }: { personId: string; main: boolean }) {
  const t = useMessages(planMessages);
  const cases = useQuery(casesQuery(personId));
  return (
    <Loaded query={cases}>
      {({ cases: all }) => {
        const open = all.find(({ endedOn }) => endedOn === null);
        if (!open) return <p className="soft">{t("plan.noCase")}</p>;
        return (
          <div>
            <LinkButton to={`/cases/${open.id}/plans/new`} kind={main ? "main" : "quiet"} icon="plus">
              {t("plan.begin")}
            </LinkButton>
          </div>
        );
      }}
    </Loaded>
  );
}
