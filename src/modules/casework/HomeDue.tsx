import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { shiftDay } from "../../platform/ui/days.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { deadlinesQuery } from "./api.ts";
import "./casework.css";
import { caseworkMessages } from "./messages.ts";
import { useEnding } from "./endings.ts";
import { DueWords, TaskPerson, useTaskTitle } from "./TaskWords.tsx";

const shownAtMost = 8;

/** The first screen: what is late and what is due in a week. */
export function HomeDue() {
  const t = useMessages(caseworkMessages);
  const deadlines = useQuery(deadlinesQuery);
  const ending = useEnding();
  const title = useTaskTitle();
  const all = (
    <LinkButton to="/tasks" kind="plain" icon="check">
      {t("home.dueAll")}
    </LinkButton>
  );
  return (
    <Card title={t("home.due")} actions={all}>
      <Loaded query={deadlines} lines={3}>
        {({ deadlines: lines }) => {
          const near = lines.filter((line) => line.dueOn <= shiftDay(today(), 7) && !ending.has(line.taskId ?? ""));
          if (near.length === 0) return <p className="soft">{t("home.dueNone")}</p>;
          return (
            <ul role="list" className="team-list">
              {near.slice(0, shownAtMost).map((line) => (
                <li key={line.id}>
                  <span className="task-words">
                    <strong>{title(line)}</strong>
                    <span className="cluster small">
                      <TaskPerson line={line} />
                      {!line.mine && <span className="soft">{t("home.unowned")}</span>}
                    </span>
                  </span>
                  <DueWords day={line.dueOn} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
