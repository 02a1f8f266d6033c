import { IpzsCards } from "../../modules/centre/ipzs/IpzsCards.tsx";
import { PlanTab as OwnPlan } from "../../modules/plan/PlanTab.tsx";

/** Exit programmes and the social employment programmes of a centre, which stand a floor above, in one part of the file. */
export function PlanTab({ personId }: { personId: string }) {
  return <OwnPlan personId={personId} beside={<IpzsCards personId={personId} />} />;
}
