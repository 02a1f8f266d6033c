import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { formatDay } from "../../platform/ui/format.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { mineQuery, ownContractQuery, ownContractsQuery, ownPlanQuery, ownPlansQuery, ownReadersQuery } from "./api.ts";
import type { MineView } from "./contract.ts";
import { participantMessages } from "./messages.ts";
import { OwnTalks } from "./OwnTalks.tsx";
import "./participant.css";

/** The participant's first screen: what is theirs and who looked at it, in one column and in big words; it prints. */
export function MineScreen() {
  const t = useMessages(participantMessages);
  const mine = useQuery(mineQuery);
  return (
    <Page
      title={mine.data && t("title", { name: mine.data.name.split(" ")[0] ?? "" })}
      lead={t("lead")}
      actions={
        <span className="no-print">
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </span>
      }
      narrow
    >
      <div className="mine stack">
        <Loaded query={mine}>
          {(view) => (
            <>
              <OwnPlan personId={view.personId} />
              <OwnContract personId={view.personId} />
              <OwnTalks personId={view.personId} />
              <OwnAttendance attendance={view.attendance} />
              <OwnReaders />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

/** `late`: the day has passed and nobody has said yet how it went. */
type Line = { id: string; what: string; dueOn: string | null; done: boolean; late?: boolean };

function Promises({ lines }: { lines: readonly Line[] }) {
  const t = useMessages(participantMessages);
  return (
    <ul className="promises" role="list">
      {lines.map((line) => (
        <li key={line.id}>
          {line.what}
          {(line.done || line.dueOn) && (
            <span className="by">
              {line.done
                ? t("done")
                : line.dueOn && t(line.late ? "byLate" : "by", { day: formatDay(line.dueOn, t.lang) })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const livePlans = ["ACTIVE", "AGREED", "APPROVED", "DRAFT"];

function OwnPlan({ personId }: { personId: string }) {
  const t = useMessages(participantMessages);
  const plans = useQuery(ownPlansQuery(personId));
  return (
    <section className="stack">
      <h2>{t("plan.title")}</h2>
      <Loaded query={plans}>
        {(data) => {
          const plan = data.plans.find(({ state }) => livePlans.includes(state));
          return plan ? <PlanOf planId={plan.id} /> : <p>{t("plan.none")}</p>;
        }}
      </Loaded>
    </section>
  );
}

function PlanOf({ planId }: { planId: string }) {
  const t = useMessages(participantMessages);
  const plan = useQuery(ownPlanQuery(planId));
  return (
    <Loaded query={plan} lines={6}>
      {({ goals, tasks, reviewDue }) => {
        const lines = tasks.map((task) => ({
          ...task,
          done: task.outcome === "DONE",
          late: task.outcome === null && task.dueOn !== null && task.dueOn < today(),
        }));
        const mine = lines.filter(({ side }) => side === "PERSON");
        const others = lines.filter(({ side }) => side !== "PERSON");
        return (
          <>
            {mine.length > 0 && <h3>{t("plan.mine")}</h3>}
            <Promises lines={mine} />
            {others.length > 0 && <h3>{t("plan.others")}</h3>}
            <Promises lines={others.map((task) => ({ ...task, what: `${t(`side.${task.side}`)}: ${task.what}` }))} />
            {goals.length > 0 && <h3>{t("plan.goals")}</h3>}
            <Promises lines={goals.map((goal) => ({ ...goal, what: goal.text, done: goal.outcome === "KEPT" }))} />
            {reviewDue && <p>{t("plan.review", { day: formatDay(reviewDue, t.lang) })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

function OwnContract({ personId }: { personId: string }) {
  const t = useMessages(participantMessages);
  const contracts = useQuery(ownContractsQuery(personId));
  return (
    <section className="stack">
      <h2>{t("contract.title")}</h2>
      <Loaded query={contracts}>
        {(data) => {
          const live = data.contracts.filter(({ endedOn }) => endedOn === null);
          return live.length === 0 ? (
            <p>{t("contract.none")}</p>
          ) : (
            live.map(({ id }) => <ContractOf key={id} contractId={id} />)
          );
        }}
      </Loaded>
    </section>
  );
}

function ContractOf({ contractId }: { contractId: string }) {
  const t = useMessages(participantMessages);
  const contract = useQuery(ownContractQuery(contractId));
  return (
    <Loaded query={contract} lines={6}>
      {({ number, duties, signedOn, nextEvaluation }) => (
        <>
          <p>{t("contract.no", { number })}</p>
          {signedOn === null && <p>{t("contract.draft")}</p>}
          {(["PERSON", "OPS", "LEAD"] as const).map((side) => {
            const lines = duties.filter((duty) => duty.side === side);
            return (
              lines.length > 0 && (
                <div key={side} className="stack">
                  <h3>{t(`side.${side}`)}</h3>
                  <Promises lines={lines.map((duty) => ({ ...duty, done: false }))} />
                </div>
              )
            );
          })}
          {nextEvaluation && <p>{t("contract.evaluation", { day: formatDay(nextEvaluation, t.lang) })}</p>}
        </>
      )}
    </Loaded>
  );
}

function OwnAttendance({ attendance }: Pick<MineView, "attendance">) {
  const t = useMessages(participantMessages);
  return (
    <section className="stack">
      <h2>{t("attendance.title")}</h2>
      {attendance.length === 0 && <p>{t("attendance.none")}</p>}
      {attendance.map(({ groupId, groupName, percent }) => (
        <p key={groupId}>
          <strong>{groupName}</strong>: {percent === null ? t("attendance.notYet") : t("attendance.rate", { percent })}
        </p>
      ))}
    </section>
  );
}

/** C4. A few newest days first; all of them on demand. */
function OwnReaders() {
  const t = useMessages(participantMessages);
  const c = useMessages(caseworkMessages);
  const readers = useQuery(ownReadersQuery);
  const [all, setAll] = useState(false);
  return (
    <section className="stack">
      <h2>{t("readers.title")}</h2>
      <p>{t("readers.lead")}</p>
      <Loaded query={readers}>
        {(data) => (
          <>
            {data.readers.length === 0 && <p>{t("readers.none")}</p>}
            <ul className="promises" role="list">
              {data.readers.slice(0, all ? undefined : 10).map((line) => (
                <li key={`${line.day} ${line.readerName} ${line.section}`}>
                  <strong>{line.readerName}</strong>
                  {line.jobTitle && `, ${line.jobTitle}`}
                  <span className="by">
                    {[
                      formatDay(line.day, t.lang),
                      line.section && c.maybe(`section.${line.section}`),
                      t("readers.times", { count: line.times }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
            {!all && data.readers.length > 10 && (
              <div>
                <Button onClick={() => setAll(true)}>{t("readers.all")}</Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
