import { useQuery } from "@tanstack/react-query";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { AppLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { plansQuery } from "./api.ts";
import type { PlanSummary } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { endsSoon, isReviewLate } from "./rules.ts";

const shown = 5;

/** What of a plan is due: its late review before its end. */
function dueOf(plan: PlanSummary, day: string): { what: "plans.late" | "plans.ends"; on: string } | null {
  if (plan.reviewDue !== null && isReviewLate(plan, day)) return { what: "plans.late", on: plan.reviewDue };
  if (plan.endOn !== null && isPlainDate(day) && endsSoon(plan, day)) return { what: "plans.ends", on: plan.endOn };
  return null;
}

/** The first screen of who leads programmes: late reviews and those that end soon, longest due first. */
export function HomeReviews() {
  const t = useMessages(planMessages);
  const plans = useQuery(plansQuery);
  return (
    <Card
      title={t("plans.watch")}
      actions={
        <AppLink to="/plans" search={{ waits: "review" }}>
          {t("plans.waitingAll")}
        </AppLink>
      }
    >
      <Loaded query={plans} lines={2}>
        {(answer) => {
          const due = answer.plans
            .flatMap((plan) => {
              const found = dueOf(plan, today());
              return found ? [{ plan, ...found }] : [];
            })
            .toSorted((a, b) => a.on.localeCompare(b.on));
          if (due.length === 0) return <p className="soft">{t("plans.lateNone")}</p>;
          return (
            <ul role="list" className="stack">
              {due.slice(0, shown).map(({ plan, what, on }) => (
                <li key={plan.id}>
                  <AppLink to={`/plans/${plan.id}`}>{plan.personName}</AppLink>
                  <span className="cluster small soft">
                    <span>{t(what)}</span>
                    <RelativeTime at={on} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
