import { useQuery } from "@tanstack/react-query";
import { Button } from "../../platform/ui/Button.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { supportProposalsQuery } from "../assessment/api.ts";
import { type SupportForm, supportForms } from "../assessment/codes.ts";
import { fromProfileMessages } from "./fromProfileMessages.ts";
import { planMessages } from "./messages.ts";

/** Takes over the means that social and vocational recommendations propose; nothing where all are chosen, or none may be read. */
export function MeansFromAssessments({
  caseId,
  chosen,
  onTake,
}: {
  caseId: string;
  chosen: readonly SupportForm[];
  onTake: (means: SupportForm[]) => void;
}) {
  const t = useMessages(fromProfileMessages);
  const words = useMessages(planMessages);
  const { data } = useQuery({ ...supportProposalsQuery(caseId), retry: false });
  const left = (data?.forms ?? []).flatMap(({ form, shareable }) => (shareable && !chosen.includes(form) ? form : []));
  if (left.length === 0) return null;
  return (
    <div>
      <Button
        icon="plus"
        onClick={() => onTake(supportForms.filter((form) => chosen.includes(form) || left.includes(form)))}
      >
        {t("takeMeans", { means: left.map((form) => words(`support.${form}`)).join(", ") })}
      </Button>
    </div>
  );
}
