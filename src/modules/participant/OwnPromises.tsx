import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { formatDay } from "../../platform/ui/format.ts";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { sides } from "../plan/codes.ts";
import { ownPromisesQuery } from "./api.ts";
import type { MinePromises, OwnLine, PromiseLine } from "./contract.ts";
import { promiseMessages } from "./promiseMessages.ts";
import type { LineStanding } from "./rules.ts";

const tones: Record<LineStanding, StatusTone> = { OPEN: "neutral", LATE: "due", PARTLY: "active", DONE: "confirmed" };

/** Until when, or how it went; a day that has passed is told as a fact, whoever promised. */
function Standing({ line: { standing, dueOn } }: { line: OwnLine }) {
  const t = useMessages(promiseMessages);
  const day = dueOn ? formatDay(dueOn, t.lang) : null;
  if (standing === "OPEN") return day && <span className="by">{t("line.OPEN", { day })}</span>;
  const words = standing === "LATE" ? t("line.LATE", { day: day ?? "" }) : t(`line.${standing}`);
  return (
    <span className="by">
      <Status tone={tones[standing]}>{words}</Status>
    </span>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly OwnLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="stack">
      <h3>{title}</h3>
      <ul className="promises" role="list">
        {lines.map((line) => (
          <li key={line.id}>
            {line.what}
            <Standing line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One's own promises first, then those of each other side. */
function BySide({ promises }: { promises: readonly PromiseLine[] }) {
  const t = useMessages(promiseMessages);
  const late = promises.some(({ standing }) => standing === "LATE");
  return (
    <>
      {sides.map((side) => {
        const lines = promises.filter((line) => line.side === side);
        const by = lines[0]?.by;
        const name = t(`side.${side}`);
        return (
          <Lines key={side} title={side === "PERSON" ? t("mine") : t("theirs", { name: by || name })} lines={lines} />
        );
      })}
      {late && <p>{t("late.help")}</p>}
    </>
  );
}

function NextMeeting({ day, coming, passed }: { day: string | null; coming: string; passed: string }) {
  if (day === null) return null;
  return <p>{day < today() ? passed : coming}</p>;
}

function Plan({ plan }: { plan: MinePromises["plans"][number] }) {
  const t = useMessages(promiseMessages);
  const { id, kind, state, waitsForApproval, startOn, endOn, reviewOn, goals, promises } = plan;
  const to = endOn ? formatDay(endOn, t.lang) : null;
  const running = to ? t("plan.runsTo", { to }) : t("plan.runs", { from: formatDay(startOn, t.lang) });
  const said = state === "ACTIVE" ? running : t(waitsForApproval ? "plan.waits" : `plan.${state}`);
  const review = reviewOn ? formatDay(reviewOn, t.lang) : "";
  return (
    <div className="stack">
      <p>
        <strong>{t(`plan.kind.${kind}`)}</strong>
        <span className="by">{said}</span>
      </p>
      <NextMeeting
        day={reviewOn}
        coming={t("plan.review", { day: review })}
        passed={t("plan.reviewPassed", { day: review })}
      />
      <BySide promises={promises} />
      <Lines title={t("goals")} lines={goals} />
      {state !== "DRAFT" && (
        <Papers
          plain={`/api/plans/${id}/document?print=plain&lang=${t.lang}`}
          whole={`/api/plans/${id}/document?lang=${t.lang}`}
        />
      )}
    </div>
  );
}

function Contract({ contract }: { contract: MinePromises["contracts"][number] }) {
  const t = useMessages(promiseMessages);
  const { id, number, state, activeFrom, endedOn, evaluationOn, goals, promises } = contract;
  const day = endedOn ?? activeFrom;
  const evaluation = evaluationOn ? formatDay(evaluationOn, t.lang) : "";
  return (
    <div className="stack">
      <p>
        <strong>{t("contract.no", { number })}</strong>
        <span className="by">{t(`contract.${state}`, { day: day ? formatDay(day, t.lang) : "" })}</span>
      </p>
      <NextMeeting
        day={endedOn === null ? evaluationOn : null}
        coming={t("contract.evaluation", { day: evaluation })}
        passed={t("contract.evaluationPassed", { day: evaluation })}
      />
      <BySide promises={promises} />
      <Lines title={t("goals")} lines={goals.map((goal) => ({ ...goal, dueOn: null, standing: "OPEN" }))} />
      {state !== "DRAFT" && (
        <Papers plain={`/api/contracts/${id}/document?plain=true`} whole={`/api/contracts/${id}/document`} />
      )}
    </div>
  );
}

/** One's own copy, in plain words and as it is signed. A file stays on the computer: whoever sits at a shared one is told. */
function Papers({ plain, whole }: { plain: string; whole: string }) {
  const t = useMessages(promiseMessages);
  return (
    <div className="stack-tight no-print">
      <div className="cluster">
        <DownloadLink href={plain}>{t("paper.plain")}</DownloadLink>
        <DownloadLink href={whole}>{t("paper.whole")}</DownloadLink>
      </div>
      <p className="by">{t("paper.shared")}</p>
    </div>
  );
}

function Programme({ programme }: { programme: NonNullable<MinePromises["programme"]> }) {
  const t = useMessages(promiseMessages);
  const { state, trialTo, lastDay, endedOn } = programme;
  const day = endedOn ?? (state === "TRIAL" ? trialTo : lastDay);
  const dated = state === "DRAFT" || state === "AGREED" || state === "SIGNED" || day !== null;
  return <p>{dated ? t(`programme.${state}`, { day: day ? formatDay(day, t.lang) : "" }) : t("programme.noDay")}</p>;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What was promised to the person and by them, where the papers stand and when they are talked about next. Source: docs/domain/journeys.md J14 */
export function OwnPromises() {
  const t = useMessages(promiseMessages);
  const query = useQuery(ownPromisesQuery);
  return (
    <Loaded query={query} lines={6}>
      {({ plans, contracts, programme }) => (
        <>
          <Section title={t("plan.title")}>
            {plans.length === 0 ? <p>{t("plan.none")}</p> : plans.map((plan) => <Plan key={plan.id} plan={plan} />)}
          </Section>
          <Section title={t("contract.title")}>
            {contracts.length === 0 ? (
              <p>{t("contract.none")}</p>
            ) : (
              contracts.map((contract) => <Contract key={contract.id} contract={contract} />)
            )}
          </Section>
          {programme && (
            <Section title={t("programme.title")}>
              <Programme programme={programme} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
