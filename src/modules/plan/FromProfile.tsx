import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { profileProposalsQuery } from "../assessment/api.ts";
import type { GoalView } from "./contract.ts";
import { fromProfileMessages } from "./fromProfileMessages.ts";
import { planMessages } from "./messages.ts";

type Taken = Pick<GoalView, "sphere" | "text">;

/** Goals that the profile asks for, each with the sentence it comes from; nothing where there is no profile, or none to read. */
export function GoalsFromProfile({
  caseId,
  goals,
  onTake,
}: {
  caseId: string;
  goals: readonly Taken[];
  onTake: (goal: Taken) => void;
}) {
  const t = useMessages(fromProfileMessages);
  const words = useMessages(planMessages);
  const { data } = useQuery({ ...profileProposalsQuery(caseId), retry: false });
  const [open] = useState(goals.length === 0); // taking one does not fold the others away
  if (!data || data.versionNo === null || data.goals.length === 0) return null;
  return (
    <details className="plan-from-profile" open={open}>
      <summary>
        {t("title")} ({data.goals.length})
      </summary>
      <p className="soft">{t("lead", { no: data.versionNo })}</p>
      {!data.accepted && <Notice tone="due">{t("notAccepted")}</Notice>}
      <ul role="list">
        {data.goals.map(({ sphere, text, source, sensitivity }, at) => (
          <li key={at} className="record-line">
            <span className="soft small">{words(`sphere.${sphere}`)}</span>
            <strong>{text}</strong>
            <span className="soft small">{source}</span>
            {sensitivity !== "SOCIAL" && <span className="small">{t("closed")}</span>}
            {goals.some((goal) => goal.sphere === sphere && goal.text === text) ? (
              <span className="soft small">{t("taken")}</span>
            ) : (
              <div>
                <Button icon="plus" onClick={() => onTake({ sphere, text })}>
                  {t("add", { text })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Puts the situation as the profile tells it into the field, after what already stands there. */
export function SituationFromProfile({
  caseId,
  value,
  onTake,
}: {
  caseId: string;
  value: string;
  onTake: (text: string) => void;
}) {
  const t = useMessages(fromProfileMessages);
  const { data } = useQuery({ ...profileProposalsQuery(caseId), retry: false });
  if (!data?.situation || value.includes(data.situation)) return null;
  return (
    <div>
      <Button
        icon="plus"
        onClick={() => onTake(value.trim() === "" ? data.situation : `${value}\n\n${data.situation}`)}
      >
        {t(value.trim() === "" ? "takeText" : "appendText")}
      </Button>
    </div>
  );
}
