import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { plansQuery } from "./api.ts";
import { planMessages } from "./messages.ts";
import { waitsForManager } from "./rules.ts";

const shown = 5;

/** The first screen of who approves programmes: those that wait, longest first. */
export function HomeApprovals() {
  const t = useMessages(planMessages);
  const plans = useQuery(plansQuery);
  return (
    <Card
      title={t("plans.waiting")}
      actions={
        <AppLink to="/plans" search={{ waits: "approval" }}>
          {t("plans.waitingAll")}
        </AppLink>
      }
    >
      <Loaded query={plans} lines={2}>
        {(answer) => {
          const waiting = answer.plans.filter(waitsForManager).toSorted((a, b) => a.since.localeCompare(b.since));
          if (waiting.length === 0) return <p className="soft">{t("plans.waitingNone")}</p>;
          return (
            <ul role="list" className="stack">
              {waiting.slice(0, shown).map((plan) => (
                <li key={plan.id}>
                  <AppLink to={`/plans/${plan.id}`}>{plan.personName}</AppLink>
                  <span className="cluster small soft">
                    <span>{t(`kind.${plan.kind}`)}</span>
                    <RelativeTime at={plan.since} />
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
