import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../../platform/messages.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { AppLink, BackLink, Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatDay, formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page, PageHeader } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { interviewHoursToPlan } from "../../project/rules.ts";
import { recruitmentQuery, recruitmentStale } from "../api.ts";
import { windowWords } from "../candidates/rules.ts";
import { recruitmentMessages } from "../messages.ts";
import type { RecruitmentView } from "./contract.ts";
import "./recruitment.css";

/** A recruitment as a path: how far it has come, and where its numbers lead. */
export function RecruitmentScreen() {
  const query = useQuery(recruitmentQuery(useParam("recruitmentId")));
  return (
    <Page>
      <Loaded query={query} lines={8}>
        {(view) => <RecruitmentOf view={view} />}
      </Loaded>
    </Page>
  );
}

/** Of a group that the reader does not see nothing is said. */
const groupName = ({ groups }: RecruitmentView, groupId: string | null): string =>
  groups.find(({ id }) => id === groupId)?.name ?? "";

type Recruitment = NonNullable<RecruitmentView["recruitment"]>;

function RecruitmentOf({ view }: { view: RecruitmentView }) {
  const t = useMessages(recruitmentMessages);
  const { recruitment, recruitmentId } = view;
  const base = `/recruitment/${recruitmentId}`;
  return (
    <>
      <BackLink to="/recruitment">{t("back.all")}</BackLink>
      <PageHeader
        title={view.title}
        line={
          recruitment && (
            <span>
              {[
                `${t("startsOn")}: ${formatDay(recruitment.startsOn, t.lang)}`,
                groupName(view, recruitment.groupId) &&
                  t("forGroup.of", { name: groupName(view, recruitment.groupId) }),
                windowWords(recruitment) && t("window.of", { days: windowWords(recruitment) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          )
        }
        actions={
          view.maySet &&
          !recruitment?.closedOn && (
            <LinkButton to={`${base}/terms`} icon="edit" kind={recruitment ? "quiet" : "main"}>
              {t(recruitment ? "terms.edit" : "terms.title")}
            </LinkButton>
          )
        }
      />
      {recruitment ? <Running view={view} recruitment={recruitment} base={base} /> : <Notice>{t("noneNext")}</Notice>}
    </>
  );
}

function Running({ view, recruitment, base }: { view: RecruitmentView; recruitment: Recruitment; base: string }) {
  const t = useMessages(recruitmentMessages);
  const { counts, mayNamed } = view;
  const { places } = recruitment;
  const inside = counts.pass + counts.fail + counts.missing;
  const to = (formal: string) => (mayNamed ? { to: `${base}/candidates`, search: { formal } } : {});
  const hours = interviewHoursToPlan(places, view.interviewHours);
  const numbers = new Intl.NumberFormat(LOCALE[t.lang]);
  return (
    <>
      {recruitment.closedOn && recruitment.keptUntil && (
        <Notice>
          {t("keptUntil", {
            day: formatDay(recruitment.closedOn, t.lang),
            until: formatDay(recruitment.keptUntil, t.lang),
          })}
        </Notice>
      )}
      {view.beside > 0 && (
        <Notice
          actions={mayNamed && <AppLink to={`/projects/${view.projectId}/exceptions`}>{t("beside.see")}</AppLink>}
        >
          {t("beside", { count: view.beside })}
        </Notice>
      )}
      {!mayNamed && <Notice>{t("numbersOnly")}</Notice>}
      {view.criteriaCount === 0 && (
        <Notice actions={<AppLink to={`/projects/${view.projectId}`}>{t("toCriteria")}</AppLink>}>
          {t("noCriteria")}
        </Notice>
      )}
      {mayNamed && <Steps view={view} recruitment={recruitment} base={base} />}
      <div className="columns">
        <Card>
          <BarFigure
            title={t("figure.check")}
            bars={[
              { id: "pass", name: t("figure.pass"), value: counts.pass, total: inside, ...to("pass") },
              { id: "fail", name: t("figure.fail"), value: counts.fail, total: inside, ...to("fail") },
              { id: "missing", name: t("figure.missing"), value: counts.missing, total: inside, ...to("missing") },
            ]}
          />
        </Card>
        <Card>
          <BarFigure
            title={t("figure.places")}
            bars={[
              {
                id: "accepted",
                name: t("figure.accepted"),
                value: counts.accepted,
                total: places,
                needed: places,
                ...(mayNamed ? { to: `${base}/start` } : {}),
              },
              {
                id: "started",
                name: t("figure.started"),
                value: counts.started,
                total: places,
                ...(mayNamed ? { to: `${base}/start` } : {}),
              },
            ]}
          />
          <p className="soft">
            {t("interview.plan", {
              people: t("people", { count: places }),
              least: numbers.format(hours.least),
              most: numbers.format(hours.most),
            })}
          </p>
        </Card>
      </div>
      <Siblings view={view} recruitment={recruitment} base={base} />
      <Editions view={view} />
      {view.maySet && (recruitment.closedOn ? <Reopen recruitmentId={view.recruitmentId} /> : <Close view={view} />)}
    </>
  );
}

/** The path: each step with what it holds now, in words. */
function Steps({ view, recruitment, base }: { view: RecruitmentView; recruitment: Recruitment; base: string }) {
  const t = useMessages(recruitmentMessages);
  const { counts } = view;
  const { rankingNo } = recruitment;
  const steps = [
    { to: "candidates", name: t("step.candidates"), now: t("step.candidates.now", { count: counts.all }) },
    {
      to: "candidates",
      search: { formal: "missing" },
      name: t("step.check"),
      now: t("step.check.now", { count: counts.missing }),
    },
    { to: "points", name: t("step.points"), now: t("step.points.now", { count: recruitment.points.length }) },
    {
      to: "ranking",
      name: t("step.ranking"),
      now: rankingNo === null ? t("step.ranking.none") : t("step.ranking.now", { no: rankingNo }),
    },
    { to: "interviews", name: t("step.interviews"), now: t("step.interviews.now") },
    { to: "papers", name: t("step.papers"), now: t("step.papers.now") },
    {
      to: "letters",
      name: t("step.letters"),
      now: t("people", { count: counts.accepted + counts.reserve + counts.rejected }),
    },
    { to: "start", name: t("step.start"), now: t("step.start.now", { count: counts.started }) },
    { to: "reserve", name: t("step.reserve"), now: t("step.reserve.now", { count: counts.reserve }) },
  ];
  return (
    <nav aria-label={t("step.all")}>
      <ol className="recruitment-steps">
        {steps.map((step) => (
          <li key={step.name}>
            <AppLink to={`${base}/${step.to}`} search={step.search ?? {}}>
              {step.name}
            </AppLink>
            <span className="soft small">{step.now}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The recruitments of the project, this one among them, and the way to a further one. */
function Siblings({ view, recruitment, base }: { view: RecruitmentView; recruitment: Recruitment; base: string }) {
  const t = useMessages(recruitmentMessages);
  const { others, recruitmentId, maySet } = view;
  if (others.length === 0 && !maySet) return null;
  const own = { recruitmentId, name: recruitment.name, startsOn: recruitment.startsOn, closedOn: recruitment.closedOn };
  const all = [own, ...others].toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return (
    <Card title={t("others.title")}>
      <ul role="list" className="stack">
        {all.map((one) => (
          <li key={one.recruitmentId} className="stack-tight">
            {one.recruitmentId === recruitmentId ? (
              <strong>{one.name || t("others.this")}</strong>
            ) : (
              <AppLink to={`/recruitment/${one.recruitmentId}`}>{one.name || t("others.first")}</AppLink>
            )}
            <span className="soft small">
              {t("startsOn")}: {formatDay(one.startsOn, t.lang)}
              {one.closedOn && `, ${t("closedOn", { day: formatDay(one.closedOn, t.lang) })}`}
            </span>
          </li>
        ))}
      </ul>
      {maySet && (
        <p>
          <LinkButton to={`${base}/next`} icon="plus">
            {t("next.act")}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}

/** What the terms were before, and when a closed recruitment was opened again; nothing while neither happened. */
function Editions({ view }: { view: RecruitmentView }) {
  const { editions, reopenings } = view;
  const t = useMessages(recruitmentMessages);
  if (editions.length < 2 && reopenings.length === 0) return null;
  return (
    <Card title={t("editions.title")}>
      <ul role="list" className="stack">
        {reopenings.map(({ on, by, reason }) => (
          <li key={on}>
            {t("reopen.title")}: {t("reopen.of", { day: formatDay(on, t.lang), by, reason })}
          </li>
        ))}
        {editions.map(({ no, terms, reason, by, at }) => (
          <li key={no} className="stack-tight">
            <strong>{t("editions.no", { no })}</strong>
            <span>
              {t("editions.of", {
                places: terms.places,
                start: formatDay(terms.startsOn, t.lang),
                weeks: terms.vacancyWeeks,
                points: terms.points.length,
              })}
            </span>
            {groupName(view, terms.groupId) && (
              <span>{t("forGroup.of", { name: groupName(view, terms.groupId) })}</span>
            )}
            {windowWords(terms) && <span>{t("window.of", { days: windowWords(terms) })}</span>}
            {reason && <span>{reason}</span>}
            <span className="soft small">
              {formatInstant(at, t.lang)}, {by}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Closing asks a second time: it ends the work of everybody in this recruitment. */
function Close({ view }: { view: RecruitmentView }) {
  const t = useMessages(recruitmentMessages);
  const [asked, setAsked] = useState(false);
  return (
    <Card title={t("close.title")}>
      <p>{t("close.what", { count: view.keepMonths.value })}</p>
      {asked ? (
        <>
          <p>
            <strong>{t("close.sure")}</strong>
          </p>
          <div className="cluster">
            <ActButton
              type="recruitment.close"
              payload={() => ({ recruitmentId: view.recruitmentId })}
              label={t("close.yes")}
              kind="danger"
              messages={t}
              invalidates={recruitmentStale}
            />
            <Button onClick={() => setAsked(false)}>{t("close.no")}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button onClick={() => setAsked(true)}>{t("act.close")}</Button>
        </div>
      )}
    </Card>
  );
}

function Reopen({ recruitmentId }: { recruitmentId: string }) {
  const t = useMessages(recruitmentMessages);
  const form = useCommandForm({
    type: "recruitment.reopen",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({ recruitmentId, reopeningId: uuidv7(), reason }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => toast({ text: t("reopened") }),
  });
  return (
    <Card title={t("reopen.title")}>
      <CommandForm form={form} submit={t("act.reopen")} note={t("reopen.what")}>
        <TextArea label={t("reopen.why")} required maxLength={1000} {...form.field("reason")} />
      </CommandForm>
    </Card>
  );
}
