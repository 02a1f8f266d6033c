import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText, InstantText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import type { CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { stagesAhead } from "./rules.ts";

/** The way of the case whole: each step with who took it, when and why, then the stages that are still ahead. */
export function PathCard({ view }: { view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  const casework = useMessages(caseworkMessages);
  const { ended } = view;
  // how it ended says more than the step that closed it
  const path = view.path.filter(({ act }) => act !== "close" || !ended);
  const stageText = (stage: string) => t.maybe(`stage.${stage}`) ?? stage;
  const ahead = stagesAhead(view.stage);
  return (
    <Card title={t("path.title")}>
      <ol className="stack-tight assessments-path">
        <li>
          <strong>{stageText(path[0]?.from ?? view.stage)}</strong>{" "}
          {path.length === 0 && !ended && <Status tone="active">{t("path.now")}</Status>}
          <br />
          <span className="soft small">
            {t("path.opened")}, <DateText day={view.openedOn} />
          </span>
        </li>
        {path.map(({ to, act, by, at, reason }, place) => (
          <li key={`${at} ${to}`}>
            <strong>{stageText(to)}</strong>{" "}
            {place === path.length - 1 && !ended && <Status tone="active">{t("path.now")}</Status>}
            <br />
            <span className="soft small">
              {t.maybe(`act.${act}`) ?? act} · {by}, <InstantText at={at} />
              {reason && (
                <>
                  <br />
                  {t("path.why", { reason })}
                </>
              )}
            </span>
          </li>
        ))}
        {ended && (
          <li>
            <strong>{stageText("CLOSED")}</strong>
            <br />
            <span className="soft small">
              {t("act.close")} · {ended.by}, <DateText day={ended.on} />
              <br />
              {t("path.why", { reason: casework.maybe(`reason.${ended.reason}`) ?? ended.reason })}
            </span>
          </li>
        )}
      </ol>
      {ahead.length > 0 && !ended && (
        <p className="soft">{t("path.ahead", { stages: ahead.map(stageText).join(" → ") })}</p>
      )}
    </Card>
  );
}
