import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../../platform/ui/Words.tsx";
import { ipzsQuery } from "./api.ts";
import { CoursePicture } from "./CoursePicture.tsx";
import { provisionKinds } from "./codes.ts";
import type { IpzsView } from "./contract.ts";
import { DaysOffCard } from "./DaysOffCard.tsx";
import { IpzsPrints, LetterPrints } from "./IpzsPrints.tsx";
import { IpzsState } from "./IpzsState.tsx";
import { IpzsVersionsCard } from "./IpzsVersionsCard.tsx";
import { ipzsMessages } from "./messages.ts";
import { actVerbs, figuresOf, type IpzsAct, moveIpzs } from "./rules.ts";
import { WayIn } from "./WayIn.tsx";
import { withKind } from "./withKind.ts";
import "../../../platform/ui/record.css";
import "./ipzs.css";

/** One social employment programme: what is due, its course, scopes, days off, what was provided, history and prints. */
export function IpzsScreen() {
  const t = useMessages(ipzsMessages);
  const query = useQuery(ipzsQuery(useParam("ipzsId")));
  const ipzs = query.data;
  return (
    <Page
      title={ipzs ? `${ipzs.personName}: ${t("ipzs")}` : t("ipzs")}
      lead={ipzs && <IpzsState state={ipzs.state} />}
      back={ipzs ? { to: `/people/${ipzs.personId}`, label: ipzs.personName } : undefined}
    >
      <Loaded query={query}>{(view) => <Whole ipzs={view} />}</Loaded>
    </Page>
  );
}

function Whole({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const { content } = ipzs;
  const hours = (value: number | null) => (value === null ? "" : `, ${value.toLocaleString(lang)} ${t("hours.unit")}`);
  return (
    <>
      <Due ipzs={ipzs} />
      {ipzs.mayWrite && ipzs.refusals.length > 0 && (
        <Notice tone="due" title={t("missing")}>
          <ul>
            {ipzs.refusals.map((code) => (
              <li key={code}>{t.maybe(code, figuresOf(ipzs.limits)) ?? code}</li>
            ))}
          </ul>
        </Notice>
      )}
      <WayIn ipzs={ipzs} />
      <Acts ipzs={ipzs} />
      <div className="record-columns">
        <div className="stack">
          {ipzs.days && (
            <Card title={t("course")}>
              <CoursePicture ipzs={ipzs} />
            </Card>
          )}
          <Card title={t("socialScope")}>
            <Lines
              lines={content.socialScope.map((it) => ({
                id: it.id,
                text: `${it.form}${hours(it.hours)}`,
                soft: it.leader && `${t("leader")}: ${it.leader}`,
              }))}
            />
          </Card>
          <Card title={t("vocationalScope")}>
            <Lines
              lines={content.vocationalScope.map((it) => ({
                id: it.id,
                text: `${withKind(t(`kind.${it.kind}`), it.name)}${hours(it.hours)}`,
              }))}
            />
          </Card>
          <Card title={t("responsible")}>
            <Lines lines={content.responsible.map((it) => ({ id: it.id, text: it.name, soft: it.area }))} />
          </Card>
          <Card title={t("obligations")}>
            {content.obligations ? <p className="kept">{content.obligations}</p> : <p className="soft">{t("none")}</p>}
          </Card>
          {ipzs.versionNo > 0 && <IpzsVersionsCard ipzsId={ipzs.id} />}
        </div>
        <div className="stack">
          <Facts ipzs={ipzs} />
          {ipzs.versionNo > 0 && <DaysOffCard ipzs={ipzs} />}
          {ipzs.extensions.length > 0 && <Extensions ipzs={ipzs} />}
          {ipzs.versionNo > 0 && <Provisions ipzs={ipzs} />}
          <Prints ipzs={ipzs} />
          <History ipzs={ipzs} />
        </div>
      </div>
    </>
  );
}

function Lines({ lines }: { lines: readonly { id: string; text: string; soft?: string }[] }) {
  const t = useMessages(ipzsMessages);
  if (lines.length === 0) return <p className="soft">{t("none")}</p>;
  return (
    <ul role="list">
      {lines.map(({ id, text, soft }) => (
        <li key={id} className="record-line">
          <span>{text}</span>
          {soft && <span className="soft small">{soft}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What comes next and when, in one sentence. */
function Due({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { due } = ipzs;
  if (!due) return null;
  return (
    <Notice tone="due">
      {t(`due.${due.what}`)}
      {due.on && (
        <>
          {" "}
          · <DateText day={due.on} /> (<RelativeTime at={due.on} />)
        </>
      )}
    </Notice>
  );
}

function Facts({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const { content, days, referral, ending, job } = ipzs;
  const dayOf = (day: string | null | undefined) => (day ? <DateText day={day} /> : undefined);
  const number = (it: { number: string | null; day: string | null }) =>
    t("referral.known", { number: it.number ?? "–", day: it.day ? formatDay(it.day, lang) : "–" });
  return (
    <Card title={t("facts")}>
      <Definitions
        items={[
          { term: t("preparedBy"), value: ipzs.preparedBy },
          {
            term: t("referral"),
            value: referral ? number({ number: referral.number, day: referral.referredOn }) : t("referral.none"),
          },
          { term: t("trialFrom"), value: dayOf(days?.trialFrom) },
          { term: t("trialTo"), value: dayOf(days?.trialTo) },
          { term: t("participationTo"), value: dayOf(days?.participationTo) },
          { term: t("lastDay"), value: dayOf(days?.lastDay) },
          {
            term: t("weeklyHours"),
            value:
              content.weeklyHours === null
                ? undefined
                : `${content.weeklyHours.toLocaleString(lang)} ${t("hours.unit")}${content.capped ? ` (${t("capped.yes")})` : ""}`,
          },
          ...(content.dailyHours === null
            ? []
            : [{ term: t("dailyHours"), value: `${content.dailyHours.toLocaleString(lang)} ${t("hours.unit")}` }]),
          {
            term: t("benefit"),
            value:
              content.benefitApplied && content.benefitAppliedOn
                ? t("benefit.applied", { day: formatDay(content.benefitAppliedOn, lang) })
                : t("benefit.notApplied"),
          },
          ...(content.bankAccount ? [{ term: t("bankAccount"), value: content.bankAccount }] : []),
          ...(job
            ? [
                {
                  term: t("course.AFTER_JOB"),
                  value: (
                    <>
                      <DateText day={job.takenOn} /> – <DateText day={job.until} />
                    </>
                  ),
                },
              ]
            : []),
          ...(ending
            ? [
                {
                  term: t("ending"),
                  value: (
                    <>
                      {t(`end.${ending.reason}`)}, <DateText day={ending.on} />, {ending.by}
                    </>
                  ),
                },
                {
                  term: t("certificate"),
                  value:
                    ipzs.certificates.length > 0
                      ? ipzs.certificates.map(({ no, number, issuedOn, reason }) => (
                          <div key={no}>
                            {t("certificate.of", { number, day: formatDay(issuedOn, lang) })}
                            {reason && <span className="soft small"> {reason}</span>}
                          </div>
                        ))
                      : undefined,
                },
                {
                  term: t("graduate"),
                  value: dayOf(ipzs.graduateUntil) ?? t("graduate.no", { months: ipzs.limits.graduateMonths }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Extensions({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  return (
    <Card title={t("extensions")}>
      {ipzs.extensions.map(({ id, askedOn, askedBy, months, opinion, decision, by }) => (
        <div key={id} className="record-line">
          <p>{t("extension.line", { day: formatDay(askedOn, lang), months, who: t(`askedBy.${askedBy}`) })}</p>
          <p className="soft small">
            {t("opinion")} ({by}): {opinion}
          </p>
          {decision && (
            <p>
              {decision.months === null
                ? t("extension.refused", { day: formatDay(decision.on, lang), by: decision.by })
                : t("extension.given", { months: decision.months, day: formatDay(decision.on, lang), by: decision.by })}
              <span className="soft small"> {decision.reason}</span>
            </p>
          )}
          {!decision && ipzs.mayDecide && (
            <div>
              <LinkButton to={`/ipzs/${ipzs.id}/extensions/${id}`} kind="main">
                {t("act.decideExtension")}
              </LinkButton>
            </div>
          )}
        </div>
      ))}
    </Card>
  );
}

/** What the manager provides, each with the newest day on which it was given. Source: docs/domain/rules.md R-CIS-08 */
function Provisions({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const may = ipzs.mayRecord && moveIpzs(ipzs.state, "provide").state !== null;
  return (
    <Card title={t("provisions")}>
      <p className="soft">{t("provisions.lead")}</p>
      <Definitions
        items={provisionKinds.map((kind) => {
          const given = ipzs.provisions.find((one) => one.kind === kind);
          return {
            term: t(`provision.${kind}`),
            value: given
              ? [
                  t("provision.given", { day: formatDay(given.givenOn, lang) }),
                  given.until && t("provision.until", { day: formatDay(given.until, lang) }),
                ]
                  .filter(Boolean)
                  .join(", ")
              : t("provision.notYet"),
          };
        })}
      />
      {may && (
        <div>
          <LinkButton to={`/ipzs/${ipzs.id}/provide`} icon="plus">
            {t("act.provide")}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

const letters = ["admit", "qualify", "disqualify", "extend", "refuse-extension", "end"] as const;
type Printed = (typeof letters)[number] | "certify";

function Prints({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { id } = ipzs;
  const written: readonly Printed[] = [
    ...letters.filter((act) => ipzs.steps.some((step) => step.act === act)),
    ...(ipzs.certificate ? (["certify"] as const) : []),
  ];
  return (
    <Card title={t("print")}>
      <div className="cluster">
        <IpzsPrints ipzsId={id} />
        {ipzs.state !== "DRAFT" && (
          <LinkButton to={`/ipzs/${id}/signatures`} icon="pen">
            {t("signatures")}
          </LinkButton>
        )}
      </div>
      {written.map((act) => (
        <div key={act} className="record-line">
          <span>{act === "certify" ? t("certificate") : t("letter", { what: t(`step.${act}`) })}</span>
          <div className="cluster">
            <LetterPrints ipzsId={id} act={act} />
          </div>
        </div>
      ))}
    </Card>
  );
}

function History({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  return (
    <Card title={t("history")}>
      {ipzs.steps.toReversed().map(({ no, act, on, by, words }) => (
        <div key={no} className="record-line">
          <span>
            {t.maybe(`step.${act}`) ?? act}, <DateText day={on} />, {by}
          </span>
          {words && <span className="soft small">{words}</span>}
        </div>
      ))}
    </Card>
  );
}

type Way = { act: IpzsAct; path: string; label: ReactNode; main?: boolean };

/** The acts that this reader has in this state, the next one first. */
function Acts({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { id, state } = ipzs;
  const may = { "ipzs.write": ipzs.mayWrite, "ipzs.decide": ipzs.mayDecide, "ipzs.record": ipzs.mayRecord };
  const ready = ipzs.refusals.length === 0;
  const ways: readonly Way[] = [
    { act: "change", path: "edit", label: t("act.edit"), main: !ready },
    ...(ready ? [{ act: "agree" as const, path: "agree", label: t("act.agree"), main: true }] : []),
    { act: "sign", path: "signatures", label: t("act.sign"), main: true },
    { act: "admit", path: "admit", label: t("act.admit"), main: state === "SIGNED" },
    { act: "qualify", path: "trial", label: t("act.trial"), main: true },
    { act: "ask-days-off", path: "days-off", label: t("act.askDaysOff") },
    ...(ipzs.extensionsAsked === 0
      ? [{ act: "ask-extension" as const, path: "extension", label: t("act.askExtension") }]
      : []),
    { act: "amend", path: "amend", label: t("act.amend") },
    { act: "record-job", path: "job", label: t("act.job") },
    { act: "redraft", path: "redraft", label: t("act.redraft") },
    { act: "withdraw", path: "withdraw", label: t("act.withdraw") },
    { act: "resign", path: "resign", label: t("act.resign") },
    { act: "end", path: "end", label: t("act.end") },
    {
      act: "certify",
      path: "certify",
      label: t(ipzs.certificate ? "act.mend" : "act.certify"),
      main: ipzs.certificate === null,
    },
  ];
  const possible = ways.filter(({ act }) => may[actVerbs[act]] && moveIpzs(state, act).state !== null);
  if (possible.length === 0) return null;
  return (
    <div className="cluster">
      {possible.map(({ act, path, label, main }) => (
        <LinkButton key={act} to={`/ipzs/${id}/${path}`} kind={main ? "main" : "quiet"}>
          {label}
        </LinkButton>
      ))}
    </div>
  );
}
