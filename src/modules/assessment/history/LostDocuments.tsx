import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { WorkHistory } from "./contract.ts";
import { SeekForm } from "./HistoryForms.tsx";
import { historyMessages } from "./messages.ts";

/** Papers that are lost, who can give them again, and the task that does it. */
export function LostDocuments({ history }: { history: WorkHistory }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const [asked, ask] = useState("");
  if (history.lost.length === 0) return null;
  const entries = history.lost.map(({ entryId, task }) => {
    const period = history.periods.find(({ id }) => id === entryId);
    const one = history.qualifications.find(({ id }) => id === entryId);
    const name = period
      ? [t("certificate"), period.employer || period.post].filter(Boolean).join(": ")
      : (one?.name ?? "");
    return { entryId, task, name, institution: period?.institution ?? one?.institution ?? "" };
  });
  return (
    <Card title={t("lost")}>
      <ul className="stack-tight" role="list">
        {entries.map(({ entryId, name, institution, task }) => (
          <li key={entryId} className="stack-tight">
            <p>
              <strong>{name}</strong>
              <br />
              <span className="soft">{institution || t("lost.noInstitution")}</span>
            </p>
            {task ? (
              <p>
                <Status tone="active">
                  {t("lost.task", { day: task.dueOn ? formatDay(task.dueOn, lang) : "–", owner: task.owner ?? "–" })}
                </Status>
              </p>
            ) : (
              history.mayWrite && (
                <div>
                  <Button label={`${t("lost.ask")}: ${name}`} onClick={() => ask(entryId)}>
                    {t("lost.ask")}
                  </Button>
                </div>
              )
            )}
          </li>
        ))}
      </ul>
      <Dialog open={asked !== ""} title={t("lost")} onClose={() => ask("")}>
        {asked && (
          <div className="assessments-small-form stack">
            <p>{entries.find(({ entryId }) => entryId === asked)?.name}</p>
            <SeekForm personId={history.personId} entryId={asked} onDone={() => ask("")} />
          </div>
        )}
      </Dialog>
    </Card>
  );
}
