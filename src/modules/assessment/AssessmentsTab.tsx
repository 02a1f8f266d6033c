import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { AssessmentsPanel } from "./AssessmentsPanel.tsx";
import { caseAssessmentsQuery, casesQuery } from "./api.ts";
import { assessmentMessages } from "./messages.ts";
import { STAGES } from "./rules.ts";

/** "Diagnoza" in a person's file: of the open case that came furthest, else of the last one; the other open ones are a press away. */
export function AssessmentsTab({ personId }: { personId: string }) {
  const t = useMessages(assessmentMessages);
  const cases = useQuery(casesQuery(personId));
  const [chosenId, choose] = useState("");
  const ladder: readonly string[] = STAGES;
  return (
    <Loaded query={cases}>
      {({ cases: all }) => {
        const open = all
          .filter(({ endedOn }) => endedOn === null)
          .sort((one, other) => ladder.indexOf(other.stage) - ladder.indexOf(one.stage));
        const shown = open.find(({ id }) => id === chosenId) ?? open[0] ?? all[0];
        if (!shown) return <EmptyState title={t("none")} text={t("noCase")} />;
        return (
          <div className="stack">
            {open.length > 1 && (
              <ChoiceField
                label={t("ofCase")}
                options={open.map(({ id, unitName }) => ({ value: id, label: unitName }))}
                value={shown.id}
                onChange={choose}
              />
            )}
            <OfCase key={shown.id} caseId={shown.id} />
          </div>
        );
      }}
    </Loaded>
  );
}

function OfCase({ caseId }: { caseId: string }) {
  const query = useQuery(caseAssessmentsQuery(caseId));
  return <Loaded query={query}>{(view) => <AssessmentsPanel view={view} />}</Loaded>;
}
