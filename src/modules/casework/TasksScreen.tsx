import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CutNote } from "../../platform/ui/CutNote.tsx";
import { today } from "../../platform/ui/clock.ts";
import { shiftDay } from "../../platform/ui/days.ts";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { caseworkAccess } from "./access.ts";
import { tasksQuery } from "./api.ts";
import "./casework.css";
import { tasksAtMost } from "./codes.ts";
import type { TaskLine } from "./contract.ts";
import { EndTaskDialog } from "./EndTaskDialog.tsx";
import { endSoon, useEnding } from "./endings.ts";
import { caseworkMessages } from "./messages.ts";
import { DueWords, TaskPerson, useTaskTitle } from "./TaskWords.tsx";

function fits(line: TaskLine, when: string): boolean {
  if (when === "late") return line.dueOn !== null && line.dueOn < today();
  if (when === "week") return line.dueOn !== null && line.dueOn <= shiftDay(today(), 7);
  if (when === "none") return line.dueOn === null;
  return true;
}

/** Open tasks, soonest first; each is ended where it stands. */
export function TasksScreen() {
  const t = useMessages(caseworkMessages);
  const [filters, setFilters] = useUrlFilters({ whose: "", when: "" });
  const tasks = useQuery(tasksQuery(filters.whose === "unit" ? "unit" : "mine"));
  const ending = useEnding();
  const writes = useHasRole(...Object.keys(caseworkAccess["task.write"]));
  const seesInterviews = useHasRole(...Object.keys(caseworkAccess["interview.read-register"]));
  const add = (
    <>
      {seesInterviews && <AppLink to="/interviews">{t("tasks.interviews")}</AppLink>}
      {writes && (
        <LinkButton to="/tasks/new" kind="main" icon="plus">
          {t("tasks.add")}
        </LinkButton>
      )}
    </>
  );
  return (
    <Page title={t("tasks.title")} lead={t("tasks.lead")} actions={add} narrow>
      <Filters
        filters={[
          {
            code: "whose",
            label: t("tasks.whose"),
            all: t("tasks.mine"),
            options: [{ value: "unit", label: t("tasks.unit") }],
          },
          {
            code: "when",
            label: t("tasks.when"),
            options: [
              { value: "late", label: t("tasks.late") },
              { value: "week", label: t("tasks.week") },
              { value: "none", label: t("tasks.noDay") },
            ],
          },
        ]}
        values={filters}
        onChange={setFilters}
      />
      <Loaded query={tasks}>
        {({ tasks: all }) => {
          const shown = all.filter((line) => !ending.has(line.id) && fits(line, filters.when));
          if (shown.length > 0)
            return (
              <>
                <CutNote count={all.length} most={tasksAtMost} />
                <TaskList lines={shown} label={t("tasks.title")} writes={writes} />
              </>
            );
          return all.length > 0 && filters.when ? (
            <EmptyState title={t("tasks.noneHere")} />
          ) : (
            <EmptyState title={t("tasks.none")} text={t("tasks.noneText")} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function TaskList({ lines, label, writes }: { lines: readonly TaskLine[]; label: string; writes: boolean }) {
  const [asked, setAsked] = useState<TaskLine>();
  return (
    <>
      <ul role="list" className="task-list" aria-label={label}>
        {lines.map((line) => (
          <li key={line.id} className="task-line">
            <TaskWords line={line} />
            <TaskActs line={line} writes={writes} onAsk={() => setAsked(line)} />
          </li>
        ))}
      </ul>
      {asked && <EndTaskDialog key={asked.id} line={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function TaskWords({ line }: { line: TaskLine }) {
  const title = useTaskTitle();
  return (
    <div className="task-words">
      <strong>{title(line)}</strong>
      <span className="cluster small">
        <TaskPerson line={line} />
        <DueWords day={line.dueOn} />
      </span>
    </div>
  );
}

function TaskActs({ line, writes, onAsk }: { line: TaskLine; writes: boolean; onAsk: () => void }) {
  const t = useMessages(caseworkMessages);
  const queries = useQueryClient();
  const what = useTaskTitle()(line);
  // an emergency opening ends with a verdict, not with a tick
  if (line.sourceType === "break_glass" && line.sourceId)
    return (
      <LinkButton to={`/glass/${line.sourceId}`} icon="lock">
        {t("task.review")}
      </LinkButton>
    );
  // looking at the list is the review
  if (line.sourceType === "audit")
    return (
      <LinkButton to="/audit" search={{ tab: "unusual" }}>
        {t("task.review")}
      </LinkButton>
    );
  // so does what a second person has to confirm
  if (line.kind === "CONFIRM_NOTE_SUBSTITUTE")
    return (
      <LinkButton to="/note-substitutes" icon="lock">
        {t("task.review")}
      </LinkButton>
    );
  if (line.sourceType === "card-draw" && typeof line.detail.month === "string")
    return (
      <LinkButton to="/street-work/month" search={{ month: line.detail.month, unit: String(line.detail.unitId) }}>
        {t("task.review")}
      </LinkButton>
    );
  if (line.sourceType === "evidence" && line.sourceId)
    return (
      <LinkButton to={`/outcomes/${line.sourceId}`} icon="check">
        {t("task.review")}
      </LinkButton>
    );
  // ended by the act itself
  if (line.sourceType === "centre_entry" && line.sourceId)
    return (
      <LinkButton to={`/centre-entries/${line.sourceId}`} icon="right">
        {t("task.review")}
      </LinkButton>
    );
  if (line.sourceType === "gathering" && line.sourceId)
    return (
      <LinkButton to={`/activities/gatherings/${line.sourceId}`} icon="right">
        {t("task.review")}
      </LinkButton>
    );
  if (line.sourceType === "class-programme" && typeof line.detail.month === "string")
    return (
      <LinkButton to="/month/classes" search={{ month: line.detail.month, unit: String(line.sourceId) }}>
        {t("task.review")}
      </LinkButton>
    );
  if (
    (line.sourceType === "benefit-advance" || line.sourceType === "benefit-debt") &&
    typeof line.detail.unitId === "string"
  )
    return (
      <LinkButton
        to={`/benefits/${line.detail.unitId}/${line.sourceType === "benefit-advance" ? "advances" : "debts"}`}
        icon="right"
      >
        {t("task.review")}
      </LinkButton>
    );
  if (!writes) return null;
  const done = () =>
    endSoon(
      line.id,
      {
        closing: t("task.closing", { what }),
        closed: t("task.closed", { what }),
        failed: t("task.backAgain", { what }),
      },
      () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: ["tasks"] }),
          queries.invalidateQueries({ queryKey: ["caseload"] }),
          queries.invalidateQueries({ queryKey: ["timeline", line.personId] }),
        ]),
    );
  return (
    <div className="cluster">
      <Button icon="check" label={t("task.doneFor", { what })} onClick={done}>
        {t("task.done")}
      </Button>
      <Button kind="plain" label={t("task.otherFor", { what })} onClick={onAsk}>
        {t("task.other")}
      </Button>
    </div>
  );
}
