import { useQuery } from "@tanstack/react-query";
import { AppLink, BackLink, DownloadLink, LinkButton, OtherPrints } from "../../platform/ui/Button.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page, PageHeader } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { enrolmentsQuery, projectQuery } from "./api.ts";
import type { EnrolmentLine, ProjectCard } from "./contract.ts";
import { criteriaQuery } from "./criteria/api.ts";
import { RuleList } from "./criteria/RuleList.tsx";
import { projectCardPrint } from "./goals/api.ts";
import { GoalsCard } from "./goals/GoalsCard.tsx";
import { projectMessages } from "./messages.ts";
import { PlanCards } from "./plan/PlanCards.tsx";
import { requiredPersons } from "./rules.ts";

/** The card of a project with its criteria and thresholds, and who takes part. */
export function ProjectScreen() {
  const project = useQuery(projectQuery(useParam("projectId")));
  return (
    <Page>
      <Loaded query={project} lines={8}>
        {(data) => <ProjectOf project={data} />}
      </Loaded>
    </Page>
  );
}

function ProjectOf({ project }: { project: ProjectCard }) {
  const t = useMessages(projectMessages);
  const edits = useHasRole("KIS_COORDINATOR", "PROJECT_COORDINATOR", "CIS_MANAGER");
  const knows = useHasRole(
    "KIS_COORDINATOR",
    "PROJECT_COORDINATOR",
    "CIS_MANAGER",
    "REINTEGRATION_SOCIAL_WORKER",
    "SOCIAL_WORK_MANAGER",
  );
  const percent = (value: number | null) => (value === null ? "–" : t("percentValue", { value }));
  const threshold = (value: number | null) =>
    value === null || project.plannedPersons === null
      ? percent(value)
      : t("threshold.atLeast", {
          percent: percent(value),
          needed: requiredPersons(project.plannedPersons, value),
          persons: project.plannedPersons,
        });
  return (
    <>
      <BackLink to="/projects">{t("projects.title")}</BackLink>
      <PageHeader
        title={project.title}
        facts={<span>{t("people", { count: project.enrolled })}</span>}
        line={
          <>
            <span>{t(`kind.${project.kind}`)}</span>
            <span>
              <DateText day={project.startsOn} /> – {project.endsOn ? <DateText day={project.endsOn} /> : "…"}
            </span>
          </>
        }
        actions={
          <>
            {edits && (
              <LinkButton to={`/projects/${project.id}/card`} icon="edit">
                {t("project.edit")}
              </LinkButton>
            )}
            <LinkButton to="/groups" icon="calendar">
              {t("groups")}
            </LinkButton>
            <DownloadLink href={projectCardPrint(project.id, "normal", t.lang)} icon="print">
              {t("card.print")}
            </DownloadLink>
            <OtherPrints>
              <DownloadLink href={projectCardPrint(project.id, "large", t.lang)}>{t("card.large")}</DownloadLink>
              <DownloadLink href={projectCardPrint(project.id, "edit", t.lang)}>{t("card.edit")}</DownloadLink>
            </OtherPrints>
          </>
        }
      />
      <div className="columns">
        <Card title={t("project.what")}>
          <Definitions
            items={[
              { term: t("number"), value: project.number },
              { term: t("funder"), value: project.funder },
              { term: t("leadPartner"), value: project.leadPartner },
              { term: t("area"), value: project.area },
              { term: t("targetGroup"), value: project.targetGroup },
              { term: t("plannedPersons"), value: project.plannedPersons },
            ]}
          />
        </Card>
        <Card title={t("thresholds")}>
          <Definitions
            items={[
              { term: t("social"), value: threshold(project.socialThresholdPercent) },
              { term: t("employment"), value: threshold(project.employmentThresholdPercent) },
              { term: t("completion"), value: percent(project.completionThresholdPercent) },
              {
                term: t("window"),
                value:
                  project.indicatorWindowDays === null ? "–" : `${project.indicatorWindowDays} ${t("rule.daysUnit")}`,
              },
            ]}
          />
          {project.contractRequired && <p>{t("contractRequired")}</p>}
        </Card>
        <CriteriaCard projectId={project.id} />
      </div>
      <GoalsCard projectId={project.id} />
      <PlanCards projectId={project.id} />
      {knows && <Participants projectId={project.id} />}
    </>
  );
}

function CriteriaCard({ projectId }: { projectId: string }) {
  const t = useMessages(projectMessages);
  const criteria = useQuery(criteriaQuery(projectId));
  return (
    <Card
      title={t("criteria.of")}
      actions={
        <LinkButton to={`/projects/${projectId}/criteria`} kind="plain">
          {t("criteria.title")}
        </LinkButton>
      }
    >
      <Loaded query={criteria}>
        {({ editions: [now] }) =>
          now && now.rules.length > 0 ? <RuleList rules={now.rules} /> : <p>{t("criteria.none")}</p>
        }
      </Loaded>
    </Card>
  );
}

function Participants({ projectId }: { projectId: string }) {
  const t = useMessages(projectMessages);
  const enrolments = useQuery(enrolmentsQuery(projectId));
  return (
    <Card title={t("participants")}>
      <Loaded query={enrolments}>
        {(data) => (
          <>
            <DataTable
              label={t("participants")}
              rows={data.enrolments}
              rowId={(row) => row.id}
              empty={<EmptyState title={t("noParticipants")} text={t("noParticipantsNext")} />}
              columns={[
                {
                  id: "person",
                  label: t("person"),
                  main: true,
                  cell: (row) => (
                    <>
                      {row.personName ? `${row.personName} (${row.personNo})` : `#${row.personNo}`}{" "}
                      {row.exception && <Status tone="due">{t("exception.mark")}</Status>}
                    </>
                  ),
                  sort: (row) => row.personName ?? row.personNo,
                },
                {
                  id: "starts",
                  label: t("startsOn"),
                  cell: (row) => <DateText day={row.startedOn} />,
                  sort: (row) => row.startedOn,
                },
                {
                  id: "state",
                  label: t("state"),
                  cell: (row) =>
                    row.endedOn ? (
                      <>
                        <DateText day={row.endedOn} /> {row.reason && t(`reason.${row.reason}`)}
                      </>
                    ) : (
                      <Status tone="active">{t("takesPart")}</Status>
                    ),
                  sort: (row) => row.endedOn ?? "9",
                },
              ]}
            />
            <ExceptionsLine projectId={projectId} enrolments={data.enrolments} />
            {data.hidden > 0 && <p className="soft">{t("participants.hidden", { count: data.hidden })}</p>}
          </>
        )}
      </Loaded>
    </Card>
  );
}

/** How many were let in by an exception; who may read why has the way to the list. */
function ExceptionsLine({ projectId, enrolments }: { projectId: string; enrolments: readonly EnrolmentLine[] }) {
  const t = useMessages(projectMessages);
  const reads = useHasRole("KIS_COORDINATOR", "CIS_MANAGER", "REINTEGRATION_SOCIAL_WORKER", "SOCIAL_WORK_MANAGER");
  const count = enrolments.filter(({ exception }) => exception).length;
  if (count === 0) return null;
  const words = t("exceptions.count", { count });
  return <p>{reads ? <AppLink to={`/projects/${projectId}/exceptions`}>{words}</AppLink> : words}</p>;
}
