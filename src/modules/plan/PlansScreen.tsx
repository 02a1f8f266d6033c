import { useQuery } from "@tanstack/react-query";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { AppLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../platform/ui/Words.tsx";
import { plansQuery } from "./api.ts";
import type { PlanSummary } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { PlanState } from "./PlanState.tsx";
import { endsSoon, isReviewLate, waitsForManager } from "./rules.ts";

const templateReaders = ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER", "SOCIAL_WORK_MANAGER", "CIS_MANAGER"] as const;

/** Programmes of the people one works with; those waiting for somebody stand first. */
export function PlansScreen() {
  const t = useMessages(planMessages);
  const plans = useQuery(plansQuery);
  const [filters, setFilters] = useUrlFilters({ waits: "" });
  const seesTemplates = useHasRole(...templateReaders);
  const day = today();
  const which: Record<string, (plan: PlanSummary) => boolean> = {
    approval: waitsForManager,
    review: (plan) => isReviewLate(plan, day),
    end: (plan) => isPlainDate(day) && endsSoon(plan, day),
  };
  const chosen = (plan: PlanSummary) => which[filters.waits]?.(plan) ?? true;
  const columns: Column<PlanSummary>[] = [
    { id: "person", label: t("person"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    { id: "kind", label: t("kind"), cell: (row) => t(`kind.${row.kind}`), sort: (row) => row.kind, wideOnly: true },
    { id: "state", label: t("state"), cell: (row) => <PlanState plan={row} />, sort: (row) => t(`state.${row.state}`) },
    {
      id: "review",
      label: t("reviewDue"),
      cell: (row) =>
        row.reviewDue === null ? (
          "–"
        ) : isReviewLate(row, day) ? (
          <Status tone="due" icon="warning">
            <RelativeTime at={row.reviewDue} />
          </Status>
        ) : (
          <RelativeTime at={row.reviewDue} />
        ),
      sort: (row) => row.reviewDue,
    },
    {
      id: "end",
      label: t("endOn"),
      cell: (row) => (row.endOn ? <DateText day={row.endOn} /> : "–"),
      sort: (row) => row.endOn,
    },
  ];
  return (
    <Page
      title={t("plans")}
      lead={t("plans.lead")}
      actions={seesTemplates && <AppLink to="/plan-templates">{t("templates")}</AppLink>}
    >
      <Filters
        filters={[
          {
            code: "waits",
            label: t("plans.which"),
            all: t("plans.all"),
            options: [
              { value: "approval", label: t("waits.approval") },
              { value: "review", label: t("plans.late") },
              { value: "end", label: t("plans.ends") },
            ],
          },
        ]}
        values={filters}
        onChange={setFilters}
      />
      <Loaded query={plans}>
        {(answer) => (
          <DataTable
            label={t("plans")}
            columns={columns}
            rows={answer.plans.filter(chosen)}
            rowId={(row) => row.id}
            to={(row) => `/plans/${row.id}`}
            empty={
              filters.waits ? (
                <EmptyState title={t(filters.waits === "approval" ? "plans.waitingNone" : "plans.chosenNone")} />
              ) : (
                <EmptyState title={t("plans.empty")} text={t("plans.emptyNext")} />
              )
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
