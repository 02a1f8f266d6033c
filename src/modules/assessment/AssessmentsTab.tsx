import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { AssessmentsPanel } from "./AssessmentsPanel.tsx";
import { caseAssessmentsQuery, casesQuery } from "./api.ts";
import { assessmentMessages } from "./messages.ts";

/** "Diagnoza" in a person's file: of the open case, else of the last one. */
export function AssessmentsTab({ personId }: { personId: string }) {
  const t = useMessages(assessmentMessages);
  const cases = useQuery(casesQuery(personId));
  return (
    <Loaded query={cases}>
      {({ cases: all }) => {
        const shown = all.find(({ endedOn }) => endedOn === null) ?? all[0];
        return shown ? <OfCase caseId={shown.id} /> : <EmptyState title={t("none")} text={t("noCase")} />;
      }}
    </Loaded>
  );
}

function OfCase({ caseId }: { caseId: string }) {
  const query = useQuery(caseAssessmentsQuery(caseId));
  return <Loaded query={query}>{(view) => <AssessmentsPanel view={view} />}</Loaded>;
}
