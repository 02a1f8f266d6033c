import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Ladder } from "../../platform/ui/Status.tsx";
import { Timeline } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { householdsQuery } from "../person/api.ts";
import { caseworkAccess } from "./access.ts";
import { casesQuery } from "./api.ts";
import { EndCaseDialog, OpenCaseForm } from "./CaseForms.tsx";
import { CaseTeam } from "./CaseTeam.tsx";
import { stagePath } from "./codes.ts";
import type { CaseView } from "./contract.ts";
import { InterviewsCard } from "./InterviewsCard.tsx";
import { JurisdictionCard } from "./JurisdictionCard.tsx";
import { caseworkMessages } from "./messages.ts";
import { ReleaseCard } from "./ReleaseCard.tsx";

type Say = ReturnType<typeof useMessages<typeof caseworkMessages>>;

/** Cases of a person: team, path, opening and ending. */
export function CaseTab({ personId }: { personId: string }) {
  const t = useMessages(caseworkMessages);
  const cases = useQuery(casesQuery(personId));
  const writes = useHasRole(...Object.keys(caseworkAccess["case.open"]));
  const readsInterviews = useHasRole(...Object.keys(caseworkAccess["interview.read"]));
  const readsRelease = useHasRole(...Object.keys(caseworkAccess["release.read"]));
  const [opening, setOpening] = useState(false);
  return (
    <Loaded query={cases} lines={6}>
      {({ cases: all }) => {
        const open = all.filter((it) => it.endedOn === null);
        const ended = all.filter((it) => it.endedOn !== null);
        const openAct = writes && !opening && (
          <Button kind={open.length === 0 ? "main" : "quiet"} icon="plus" onClick={() => setOpening(true)}>
            {t(open.length === 0 ? "case.open" : "case.openAnother")}
          </Button>
        );
        return (
          <>
            {open.map((it) => (
              <OpenCaseCard key={it.id} it={it} writes={writes} />
            ))}
            {open.length === 0 && !opening && (
              <EmptyState title={t("case.none")} text={t(writes ? "case.noneText" : "case.noneAsk")} action={openAct} />
            )}
            {open.length > 0 && openAct && <div className="no-print">{openAct}</div>}
            {opening && <OpenCaseForm personId={personId} onClose={() => setOpening(false)} />}
            {open.length > 0 && readsRelease && <ReleaseCard personId={personId} />}
            {readsInterviews && <InterviewsCard personId={personId} />}
            {writes && <JurisdictionCard personId={personId} />}
            {ended.length > 0 && <EndedCases cases={ended} />}
            <CaseFamily personId={personId} />
          </>
        );
      }}
    </Loaded>
  );
}

/** Members of the person's household today: contracts and plans can cover the whole family. */
function CaseFamily({ personId }: { personId: string }) {
  const t = useMessages(caseworkMessages);
  const { data } = useQuery(householdsQuery(personId));
  const members = (data?.households ?? [])
    .flatMap((household) => household.members)
    .filter((member) => member.personId !== personId && (member.validUntil ?? today()) >= today());
  if (members.length === 0) return null;
  return (
    <Card title={t("case.family")}>
      <ul role="list" className="stack-tight" aria-label={t("case.family")}>
        {members.map((member) => (
          <li key={member.memberId}>
            <AppLink to={`/people/${member.personId}`} search={{ tab: "case" }}>
              {member.name}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function stageWords(t: Say, stage: string): string {
  return t.maybe(`stage.${stage}`) ?? "–";
}

/** Where on the path a stage stands, counted from 1, with the words of every rung. */
function rungsOf(t: Say, stage: string): { steps: string[]; at: number } {
  const refused = stage === "NOT_RECOMMENDED";
  const codes = stagePath.map((code) => (refused && code === "RECOMMENDED" ? "NOT_RECOMMENDED" : code));
  return { steps: codes.map((code) => stageWords(t, code)), at: codes.findIndex((code) => code === stage) + 1 };
}

function OpenCaseCard({ it, writes }: { it: CaseView; writes: boolean }) {
  const t = useMessages(caseworkMessages);
  const [ending, setEnding] = useState(false);
  const rungs = rungsOf(t, it.stage);
  return (
    <Card
      title={t("case.of", { unit: it.unitName })}
      actions={
        writes && (
          <Button kind="plain" icon="stop" onClick={() => setEnding(true)}>
            {t("case.end")}
          </Button>
        )
      }
    >
      <Definitions
        columns={2}
        items={[
          { term: t("case.openedOn"), value: <DateText day={it.openedOn} /> },
          {
            term: t("case.stage"),
            value: (
              <span className="cluster">
                {stageWords(t, it.stage)} <Ladder steps={rungs.steps} at={rungs.at} label={t("case.stage")} />
              </span>
            ),
          },
        ]}
      />
      <CaseTeam it={it} writes={writes} />
      <h3>{t("case.path")}</h3>
      {it.steps.length === 0 ? (
        <p className="soft">{t("case.pathNone")}</p>
      ) : (
        <Timeline
          label={t("case.path")}
          entries={[...it.steps].reverse().map((step) => ({
            id: `${step.movedAt} ${step.toStage}`,
            at: new Date(step.movedAt).toISOString(),
            title: stageWords(t, step.toStage),
            by: step.movedBy,
          }))}
        />
      )}
      {ending && <EndCaseDialog it={it} onClose={() => setEnding(false)} />}
    </Card>
  );
}

function EndedCases({ cases }: { cases: readonly CaseView[] }) {
  const t = useMessages(caseworkMessages);
  return (
    <Card title={t("case.earlier")}>
      <Definitions
        items={cases.map((it) => ({
          term: it.unitName,
          value: (
            <>
              <DateText day={it.openedOn} /> – {it.endedOn && <DateText day={it.endedOn} />}
            </>
          ),
          note: t.maybe(`reason.${it.endReason}`),
        }))}
      />
    </Card>
  );
}
