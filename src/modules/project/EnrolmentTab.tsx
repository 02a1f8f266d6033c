import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { personEnrolmentsQuery, projectsQuery } from "./api.ts";
import type { EndingReason, PersonEnrolments } from "./contract.ts";
import { EnrolmentGrounds } from "./criteria/EnrolmentGrounds.tsx";
import { EntryCheck } from "./criteria/EntryCheck.tsx";
import { projectMessages } from "./messages.ts";

const REASONS: readonly EndingReason[] = [
  "COMPLETED",
  "JOB",
  "TRAINING",
  "RESIGNED",
  "NOT_KEEPING_CONTRACT",
  "HEALTH",
  "MOVED",
  "DIED",
  "OTHER",
];
const stale = [["project"], ["programme"], ["attendance"]];

/** The part "projects" of a person's file: where they take part, a start, an end. */
export function EnrolmentTab({ personId }: { personId: string }) {
  const t = useMessages(projectMessages);
  const enrols = useHasRole("KIS_COORDINATOR", "CIS_MANAGER", "REINTEGRATION_SOCIAL_WORKER");
  const [ending, setEnding] = useState<string>();
  const read = useQuery(personEnrolmentsQuery(personId));
  return (
    <Loaded query={read}>
      {({ enrolments, hidden, openCaseId }) => (
        <div className="stack">
          {hidden && <Notice>{t("tab.hidden")}</Notice>}
          {!hidden && enrolments.length === 0 && <EmptyState title={t("tab.empty")} />}
          {enrolments.map((enrolment) => (
            <Card key={enrolment.id} title={enrolment.projectTitle}>
              <p className="cluster">
                <DateText day={enrolment.startedOn} />
                {enrolment.endedOn ? (
                  <>
                    – <DateText day={enrolment.endedOn} />
                  </>
                ) : (
                  <Status tone="active">{t("takesPart")}</Status>
                )}
              </p>
              {enrolment.explained && <EnrolmentGrounds enrolmentId={enrolment.id} />}
              {enrols && !enrolment.endedOn && (
                <div>
                  <Button onClick={() => setEnding(enrolment.id)}>{t("tab.end")}</Button>
                </div>
              )}
            </Card>
          ))}
          {enrols &&
            (openCaseId ? <Start caseId={openCaseId} enrolments={enrolments} /> : <Notice>{t("tab.noCase")}</Notice>)}
          <Dialog open={ending !== undefined} title={t("tab.end")} onClose={() => setEnding(undefined)}>
            {ending && <End enrolmentId={ending} onDone={() => setEnding(undefined)} />}
          </Dialog>
        </div>
      )}
    </Loaded>
  );
}

function Start({ caseId, enrolments }: { caseId: string; enrolments: PersonEnrolments["enrolments"] }) {
  const t = useMessages(projectMessages);
  const projects = useQuery(projectsQuery);
  const empty = () => ({
    enrolmentId: uuidv7(),
    projectId: "",
    startedOn: today() as string,
    confirmed: {} as Readonly<Record<string, string>>,
    exceptionReason: "",
    waivedReason: "",
    groupId: "",
  });
  const [initial] = useState(empty);
  const form = useCommandForm({
    type: "enrolment.start",
    initial,
    messages: t,
    check: ({ projectId, startedOn, confirmed }) => [
      ...(projectId ? [] : [{ path: "projectId", code: "field.required" }]),
      ...(startedOn ? [] : [{ path: "startedOn", code: "field.required" }]),
      ...Object.entries(confirmed)
        .filter(([, words]) => words.trim() === "")
        .map(([ruleId]) => ({ path: `confirmed.${ruleId}`, code: "field.required" })),
    ],
    build: ({ confirmed, groupId, ...values }) => ({
      ...values,
      groupId: groupId || null,
      caseId,
      confirmed: Object.entries(confirmed).map(([ruleId, words]) => ({ ruleId, on: today(), words: words.trim() })),
    }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("tab.started") });
      form.reset(empty());
    },
  });
  const { projectId, startedOn, groupId, ...answers } = form.values;
  const taken = new Set(enrolments.filter(({ endedOn }) => !endedOn).map(({ projectId }) => projectId));
  const open =
    projects.data?.projects.filter(({ id, endsOn }) => !taken.has(id) && (!endsOn || endsOn >= today())) ?? [];
  if (open.length === 0) return null;
  return (
    <Card title={t("tab.start")}>
      <CommandForm form={form} submit={t("tab.start")}>
        <SelectField
          label={t("tab.project")}
          options={open.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.field("projectId")}
          onChange={(projectId) => form.set({ ...empty(), startedOn, projectId })}
        />
        <DateField label={t("startsOn")} {...form.field("startedOn")} />
        {projectId && isPlainDate(startedOn) && (
          <EntryCheck
            of={{ projectId, caseId, on: startedOn, groupId }}
            answers={answers}
            onChange={(changed) => form.set(changed)}
            onGroup={(id) => form.set({ groupId: id, waivedReason: "" })}
            at={form.at}
          />
        )}
      </CommandForm>
    </Card>
  );
}

function End({ enrolmentId, onDone }: { enrolmentId: string; onDone: () => void }) {
  const t = useMessages(projectMessages);
  const form = useCommandForm({
    type: "enrolment.end",
    initial: { endedOn: today() as string, reason: "" as EndingReason | "", accordingToPath: false, note: "" },
    messages: t,
    check: ({ endedOn, reason }) => [
      ...(endedOn ? [] : [{ path: "endedOn", code: "field.required" }]),
      ...(reason ? [] : [{ path: "reason", code: "field.required" }]),
    ],
    build: ({ note, ...values }) => ({ ...values, enrolmentId, note: note.trim() || null }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("tab.ended") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("tab.end")}>
      <DateField label={t("tab.day")} {...form.field("endedOn")} />
      <SelectField
        label={t("tab.reason")}
        options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        {...form.field("reason")}
      />
      <CheckField label={t("tab.path")} {...form.field("accordingToPath")} />
      <TextArea label={t("tab.note")} maxLength={2000} {...form.field("note")} />
    </CommandForm>
  );
}
