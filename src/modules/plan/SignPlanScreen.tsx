import { useQuery } from "@tanstack/react-query";
import { SignPaper } from "../../platform/signatures/SignPaper.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { planQuery } from "./api.ts";
import { planMessages } from "./messages.ts";
import { PlanPrints } from "./PlanPrints.tsx";

/** Who has signed a programme and who is awaited; each signs on paper, in a file, or leaves a working proof. */
export function SignPlanScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  const plan = query.data;
  return (
    <Page
      title={plan ? `${plan.personName}: ${t("sign.title")}` : t("sign.title")}
      lead={plan && t(`kind.${plan.kind}`)}
      back={{ to: `/plans/${planId}`, label: t("back") }}
    >
      <Loaded query={query}>
        {(view) => (
          <SignPaper
            noun="plan"
            path="/plans"
            paperId={view.id}
            messages={t}
            stale={[["plans"], ["timeline"], ["tasks"]]}
            prints={
              <div className="cluster">
                <PlanPrints planId={view.id} />
              </div>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
