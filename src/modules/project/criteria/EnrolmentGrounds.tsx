import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDay } from "../../../platform/ui/format.ts";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { projectMessages } from "../messages.ts";
import { enrolmentCheckQuery } from "./api.ts";
import type { EnrolmentCheck } from "./contract.ts";
import { ResultLine } from "./EntryCheck.tsx";
import { criteriaMessages } from "./messages.ts";
import "../project.css";

/** What somebody's start was explained by; read only when it is opened, because each reading is written down. */
export function EnrolmentGrounds({ enrolmentId }: { enrolmentId: string }) {
  const t = useMessages(projectMessages);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("grounds.title")}</summary>
      {open && <Grounds enrolmentId={enrolmentId} />}
    </details>
  );
}

function Grounds({ enrolmentId }: { enrolmentId: string }) {
  const query = useQuery(enrolmentCheckQuery(enrolmentId));
  return (
    <Loaded query={query}>
      {({ waived, criteria }) => (
        <div className="stack">
          {waived && <Waived waived={waived} />}
          {criteria && <ByRules criteria={criteria} />}
        </div>
      )}
    </Loaded>
  );
}

function Waived({ waived }: { waived: NonNullable<EnrolmentCheck["waived"]> }) {
  const t = useMessages(projectMessages);
  return (
    <section className="stack-tight">
      <p className="cluster">
        <Status tone="due">{t("exception.mark")}</Status>
        <span className="soft small">{t("grounds.by", { day: formatDay(waived.on, t.lang), by: waived.by })}</span>
      </p>
      {waived.conditions.map((code) => (
        <p key={code}>{t.maybe(`kept.${code}`) ?? t.maybe(code) ?? code}</p>
      ))}
      <p>{t("exception.because", { reason: waived.reason })}</p>
    </section>
  );
}

function ByRules({ criteria }: { criteria: NonNullable<EnrolmentCheck["criteria"]> }) {
  const t = useMessages(projectMessages);
  const of = useMessages(criteriaMessages);
  const rules = new Map(criteria.rules.map((rule) => [rule.ruleId, rule]));
  return (
    <section className="stack-tight">
      <p className="soft small">
        {t("grounds.edition", { no: criteria.no, set: formatDay(criteria.setOn, t.lang) })}{" "}
        {t("grounds.by", { day: formatDay(criteria.on, t.lang), by: criteria.by })}
      </p>
      <p>{of(`outcome.${criteria.outcome}`)}</p>
      {criteria.exceptionReason && <p>{t("exception.because", { reason: criteria.exceptionReason })}</p>}
      <ul role="list" className="stack-tight">
        {criteria.results.map((result) => {
          const rule = rules.get(result.ruleId);
          return (
            rule && (
              <li key={result.ruleId} className="rule-check stack-tight">
                <ResultLine rule={rule} result={result} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
