import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays } from "../../../platform/time/plainDate.ts";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { projectPlanQuery } from "./api.ts";
import type { ProjectPlan } from "./contract.ts";
import { planOfProjectMessages } from "./messages.ts";
import { reportState } from "./rules.ts";

type Report = ProjectPlan["reports"][number];

/** From when on a due report is marked. */
const soonDays = 14;

/** The lists of a project card: with whom and where, what is done, by what it is measured, what is reported, its papers. */
export function PlanCards({ projectId }: { projectId: string }) {
  const plan = useQuery(projectPlanQuery(projectId));
  return (
    <Loaded query={plan} lines={6}>
      {(data) => (
        <>
          <div className="columns">
            <WithWhom plan={data} />
            <Tasks plan={data} />
          </div>
          <Indicators plan={data} />
          <Reports plan={data} />
        </>
      )}
    </Loaded>
  );
}

function WithWhom({ plan }: { plan: ProjectPlan }) {
  const t = useMessages(planOfProjectMessages);
  return (
    <Card
      title={t("partners")}
      actions={
        plan.mayChange && (
          <LinkButton to={`/projects/${plan.projectId}/plan`} kind="plain" icon="edit">
            {t("plan.edit")}
          </LinkButton>
        )
      }
    >
      {plan.partners.length === 0 && <p className="soft">{t("partners.none")}</p>}
      <ul role="list" className="stack-tight">
        {plan.partners.map(({ name, part }) => (
          <li key={`${name} ${part}`}>
            {name}
            {part && <span className="soft small"> – {part}</span>}
          </li>
        ))}
      </ul>
      <h3>{t("communes")}</h3>
      <p className={plan.communes.length === 0 ? "soft" : undefined}>
        {plan.communes.length === 0
          ? t("communes.none")
          : plan.communes.map(({ teryt, name }) => (name ? `${name} (${teryt})` : teryt)).join(", ")}
      </p>
      <h3>{t("documents")}</h3>
      {plan.documents.length === 0 && <p className="soft">{t("documents.none")}</p>}
      <ul role="list" className="stack-tight">
        {plan.documents.map(({ title, number, datedOn, keptAt }) => (
          <li key={`${title} ${number}`}>
            {[title, number, datedOn && formatDay(datedOn, t.lang)].filter(Boolean).join(", ")}
            {keptAt && <span className="soft small"> – {keptAt}</span>}
          </li>
        ))}
      </ul>
      {plan.budgetRef && (
        <p className="soft small">
          {t("plan.budgetRef")}: {plan.budgetRef}
        </p>
      )}
    </Card>
  );
}

function Tasks({ plan }: { plan: ProjectPlan }) {
  const t = useMessages(planOfProjectMessages);
  return (
    <Card title={t("plan.tasks")}>
      {plan.tasks.length === 0 && <p className="soft">{t("tasks.none")}</p>}
      <ol className="rule-list stack-tight">
        {plan.tasks.map(({ title, startsOn, endsOn, result }) => (
          <li key={`${title} ${startsOn}`}>
            {title}
            {(startsOn || endsOn) && (
              <span className="soft small">
                {" "}
                {startsOn ? formatDay(startsOn, t.lang) : "…"} – {endsOn ? formatDay(endsOn, t.lang) : "…"}
              </span>
            )}
            {result && <p className="soft small">{result}</p>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Indicators({ plan }: { plan: ProjectPlan }) {
  const t = useMessages(planOfProjectMessages);
  return (
    <Card title={t("indicators")}>
      <DataTable
        label={t("indicators")}
        rows={plan.indicators}
        rowId={(row) => row.indicatorId}
        empty={<EmptyState title={t("indicators.none")} text={t("indicators.noneNext")} />}
        columns={[
          { id: "code", label: t("indicator.code"), main: true, cell: (row) => row.code },
          { id: "definition", label: t("indicator.definition"), cell: (row) => row.definition },
          {
            id: "target",
            label: t("indicator.target"),
            number: true,
            cell: (row) => (row.target === null ? "–" : t("indicator.targetOf", { target: row.target })),
          },
          { id: "unit", label: t("indicator.unit"), cell: (row) => t(`unit.${row.unit}`) },
          { id: "source", label: t("indicator.source"), wideOnly: true, cell: (row) => row.source || "–" },
          { id: "frequency", label: t("indicator.frequency"), cell: (row) => t(`frequency.${row.frequency}`) },
        ]}
      />
    </Card>
  );
}

const tones = { SENT: "confirmed", LATE: "danger", SOON: "due", LATER: "neutral" } as const;

function Reports({ plan }: { plan: ProjectPlan }) {
  const t = useMessages(planOfProjectMessages);
  const [noting, setNoting] = useState<Report>();
  return (
    <Card title={t("reports")}>
      <DataTable
        label={t("reports")}
        rows={plan.reports}
        rowId={(row) => row.reportId}
        empty={<EmptyState title={t("reports.none")} text={t("reports.noneNext")} />}
        columns={[
          { id: "title", label: t("report.title"), main: true, cell: (row) => row.title },
          {
            id: "period",
            label: t("report.period"),
            cell: (row) => `${formatDay(row.from, t.lang)} – ${formatDay(row.until, t.lang)}`,
          },
          {
            id: "due",
            label: t("report.dueOn"),
            cell: (row) => <DateText day={row.dueOn} />,
            sort: (row) => row.dueOn,
          },
          { id: "state", label: t("report.state"), cell: (row) => <ReportState report={row} /> },
          {
            id: "act",
            label: "",
            cell: (row) =>
              plan.mayChange && row.sentOn === null ? (
                <Button label={t("report.noteSentOf", { title: row.title })} onClick={() => setNoting(row)}>
                  {t("report.noteSent")}
                </Button>
              ) : null,
          },
        ]}
      />
      <Dialog
        open={noting !== undefined}
        title={noting ? t("report.noteSentOf", { title: noting.title }) : ""}
        onClose={() => setNoting(undefined)}
      >
        {noting && <NoteSent reportId={noting.reportId} onDone={() => setNoting(undefined)} />}
      </Dialog>
    </Card>
  );
}

function ReportState({ report }: { report: Report }) {
  const t = useMessages(planOfProjectMessages);
  const state = reportState(report, today(), addDays(today(), soonDays));
  return (
    <>
      <Status tone={tones[state]}>
        {state === "SENT"
          ? t("report.SENT", { day: formatDay(report.sentOn ?? report.dueOn, t.lang) })
          : t(`report.${state}`)}
      </Status>
      {report.reference && <span className="soft small"> {report.reference}</span>}
    </>
  );
}

function NoteSent({ reportId, onDone }: { reportId: string; onDone: () => void }) {
  const t = useMessages(planOfProjectMessages);
  const form = useCommandForm({
    type: "project-plan.note-sent",
    initial: { sentOn: today() as string, reference: "" },
    messages: t,
    check: ({ sentOn }) => (sentOn ? [] : [{ path: "sentOn", code: "field.required" }]),
    build: (values) => ({ reportId, ...values }),
    invalidates: [["project"], ["tasks"]],
    onDone: () => {
      toast({ text: t("report.sentSaved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("report.noteSent")}>
      <DateField label={t("report.sentOn")} {...form.field("sentOn")} />
      <TextField label={t("report.reference")} maxLength={200} {...form.field("reference")} />
    </CommandForm>
  );
}
