import { AppLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import type { DeadlineLine, TaskLine } from "./contract.ts";
import { useLineWords } from "./lineWords.ts";
import { caseworkMessages } from "./messages.ts";

type Line = Pick<TaskLine | DeadlineLine, "kind" | "text" | "detail">;

/** What is to be done: the words somebody typed, else those of the task's kind. */
export function useTaskTitle(): (line: Line) => string {
  const t = useMessages(caseworkMessages);
  const say = useLineWords();
  return (line) => line.text || say?.(line.kind, line.detail) || t("task.column");
}

/** A last day in words; a late one and today's are amber, with a word. */
export function DueWords({ day }: { day: string | null }) {
  const t = useMessages(caseworkMessages);
  if (day === null) return <span className="soft">{t("due.none")}</span>;
  const late = day < today();
  if (!late && day > today())
    return (
      <Status icon="calendar">
        <RelativeTime at={day} />
      </Status>
    );
  return (
    <Status tone="due" icon={late ? "warning" : "clock"}>
      {late ? (
        <>
          {t("due.late")}, <RelativeTime at={day} />
        </>
      ) : (
        t("due.today")
      )}
    </Status>
  );
}

/** Parts of a person's file in which somebody goes on with what a task asks; any other task leads to its first one. */
const partOfKind = new Map([
  ["PROPOSE_FIRST_TALK", "case"],
  ["PROPOSE_ASSESSMENT", "assessments"],
]);

/** The person a task is about, leading to their page. */
export function TaskPerson({ line }: { line: Pick<TaskLine, "personId" | "personName" | "kind"> }) {
  if (!line.personId || !line.personName) return null;
  const tab = partOfKind.get(line.kind);
  return (
    <AppLink to={`/people/${line.personId}`} {...(tab ? { search: { tab } } : {})}>
      {line.personName}
    </AppLink>
  );
}
