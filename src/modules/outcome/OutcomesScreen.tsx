import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { outcomeAccess } from "./access.ts";
import { evidenceQuery, outcomeProjectsQuery, standingsQuery } from "./api.ts";
import type { EvidenceLine, StandingLine } from "./contract.ts";
import { outcomeMessages } from "./messages.ts";

const stateTones: Record<StandingLine["social"], StatusTone> = {
  VERIFIED: "confirmed",
  WAITING: "due",
  OUTSIDE_WINDOW: "neutral",
  MISSING: "neutral",
};

/** What waits for a second pair of eyes, what was decided, and where each participant stands. */
export function OutcomesScreen() {
  const t = useMessages(outcomeMessages);
  const [{ tab }, setFilter] = useUrlFilters({ tab: "queue", project: "" });
  const records = useHasRole(...Object.keys(outcomeAccess["evidence.record"]));
  return (
    <Page
      title={t("outcomes.title")}
      lead={t("outcomes.lead")}
      actions={
        records && (
          <LinkButton to="/outcomes/new" kind="main" icon="plus">
            {t("evidence.new")}
          </LinkButton>
        )
      }
    >
      <Tabs
        label={t("outcomes.title")}
        current={tab}
        onChange={(code) => setFilter({ tab: code })}
        tabs={[
          { code: "queue", label: t("tab.queue") },
          { code: "people", label: t("tab.people") },
          { code: "decided", label: t("tab.decided") },
        ]}
      >
        {tab === "people" ? <People /> : <Proofs decided={tab === "decided"} />}
      </Tabs>
    </Page>
  );
}

function Proofs({ decided }: { decided: boolean }) {
  const t = useMessages(outcomeMessages);
  const session = useSession();
  const proofs = useQuery(evidenceQuery(decided ? "" : "DRAFT"));
  return (
    <>
      {!decided && <Notice title={t("fourEyes.title")}>{t("fourEyes.text")}</Notice>}
      <Loaded query={proofs}>
        {({ evidence }) => (
          <DataTable
            label={t(decided ? "tab.decided" : "tab.queue")}
            rows={evidence.filter((line) => !decided || line.status !== "DRAFT")}
            rowId={(line) => line.id}
            to={(line) => `/outcomes/${line.id}`}
            empty={<EmptyState title={t(decided ? "decided.none" : "queue.none")} />}
            columns={[
              { id: "person", label: t("person"), main: true, cell: personWords, sort: personWords },
              { id: "type", label: t("outcomeType"), cell: (line) => t(`outcome.${line.outcomeType}`) },
              {
                id: "dimension",
                label: t("dimension"),
                cell: (line) => t(`dimension.${line.dimension}`),
                sort: (line) => line.dimension,
              },
              {
                id: "kind",
                label: t("evidenceKind"),
                cell: (line) => (line.evidenceKind ? t(`kind.${line.evidenceKind}`) : "–"),
              },
              {
                id: "occurred",
                label: t("occurredOn"),
                cell: (line) => <DateText day={line.occurredOn} />,
                sort: (line) => line.occurredOn,
              },
              {
                id: "assessor",
                label: t("assessor"),
                cell: (line) => line.assessorName,
                sort: (line) => line.assessorName,
              },
              {
                id: "status",
                label: t("status"),
                cell: (line) =>
                  line.status === "DRAFT" && line.assessorId === session.account.id ? (
                    <Status tone="neutral">{t("fourEyes.own")}</Status>
                  ) : (
                    <ProofStatus line={line} />
                  ),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

const personWords = (line: Pick<EvidenceLine, "personName" | "personNo">) =>
  line.personName ? `${line.personName} · ${line.personNo}` : String(line.personNo);

export function ProofStatus({ line }: { line: EvidenceLine }) {
  const t = useMessages(outcomeMessages);
  const tone = line.status === "VERIFIED" ? "confirmed" : line.status === "REJECTED" ? "danger" : "due";
  return <Status tone={tone}>{t(`status.${line.status}`)}</Status>;
}

function People() {
  const t = useMessages(outcomeMessages);
  const projects = useQuery(outcomeProjectsQuery);
  const [filters, setFilter] = useUrlFilters({ tab: "queue", project: "" });
  const go = useGo();
  const records = useHasRole(...Object.keys(outcomeAccess["evidence.record"]));
  const first = projects.data?.projects[0]?.id ?? "";
  const open = (line: StandingLine) =>
    go("/outcomes/new", { project: filters.project || first, person: line.personId });
  const standings = useQuery(standingsQuery(filters.project || first));
  return (
    <Loaded query={projects}>
      {({ projects: all }) => (
        <>
          <Filters
            filters={[
              {
                code: "project",
                label: t("project"),
                all: all[0]?.title ?? "–",
                options: all.slice(1).map(({ id, title }) => ({ value: id, label: title })),
              },
            ]}
            values={{ project: filters.project }}
            onChange={(change) => setFilter(change)}
          />
          {all.length === 0 ? (
            <EmptyState title={t("people.none")} />
          ) : (
            <Loaded query={standings}>
              {({ people, others }) => (
                <>
                  <DataTable
                    label={t("tab.people")}
                    rows={people}
                    rowId={(line) => line.personId}
                    {...(records ? { onOpen: open } : {})}
                    empty={<EmptyState title={t("people.none")} />}
                    columns={[
                      { id: "person", label: t("person"), main: true, cell: personWords, sort: personWords },
                      {
                        id: "social",
                        label: t("dimension.SOCIAL"),
                        cell: (line) => <Status tone={stateTones[line.social]}>{t(`state.${line.social}`)}</Status>,
                        sort: (line) => line.social,
                      },
                      {
                        id: "employment",
                        label: t("dimension.EMPLOYMENT"),
                        cell: (line) => (
                          <Status tone={stateTones[line.employment]}>{t(`state.${line.employment}`)}</Status>
                        ),
                        sort: (line) => line.employment,
                      },
                    ]}
                  />
                  {others > 0 && <p className="soft">{t("people.others", { count: others })}</p>}
                </>
              )}
            </Loaded>
          )}
        </>
      )}
    </Loaded>
  );
}
