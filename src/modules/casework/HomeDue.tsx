import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { shiftDay } from "../../platform/ui/days.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { deadlinesQuery } from "./api.ts";
import "./casework.css";
import type { DeadlineLine } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";
import { useEnding } from "./endings.ts";
import { DueWords, TaskPerson, useTaskTitle } from "./TaskWords.tsx";

const lateAtMost = 4;
const nextAtMost = 8;

/** The first screen: what is due in a week, after the newest of what is late; all late ones are one key away. */
export function HomeDue() {
  const t = useMessages(caseworkMessages);
  const deadlines = useQuery(deadlinesQuery);
  const ending = useEnding();
  const all = (
    <LinkButton to="/tasks" kind="plain" icon="check">
      {t("home.dueAll")}
    </LinkButton>
  );
  return (
    <Card title={t("home.due")} actions={all}>
      <Loaded query={deadlines} lines={3}>
        {({ deadlines: lines }) => {
          const open = lines.filter((line) => !ending.has(line.taskId ?? ""));
          const late = open.filter((line) => line.dueOn < today());
          const next = open.filter((line) => line.dueOn >= today() && line.dueOn <= shiftDay(today(), 7));
          if (late.length + next.length === 0) return <p className="soft">{t("home.dueNone")}</p>;
          return (
            <>
              <ul role="list" className="team-list">
                {[...late.slice(-lateAtMost), ...next.slice(0, nextAtMost)].map((line) => (
                  <DueLine key={line.id} line={line} />
                ))}
              </ul>
              {late.length > lateAtMost && (
                <div>
                  <LinkButton to="/tasks" search={{ when: "late" }} kind="plain" icon="warning">
                    {t("home.lateAll", { count: late.length })}
                  </LinkButton>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function DueLine({ line }: { line: DeadlineLine }) {
  const t = useMessages(caseworkMessages);
  const title = useTaskTitle();
  return (
    <li>
      <span className="task-words">
        <strong>{title(line)}</strong>
        <span className="cluster small">
          <TaskPerson line={line} />
          {!line.mine && <span className="soft">{t("home.unowned")}</span>}
        </span>
      </span>
      <DueWords day={line.dueOn} />
    </li>
  );
}
