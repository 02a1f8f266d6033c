import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { projectMessages } from "../messages.ts";
import { personCheckQuery } from "./api.ts";
import type { CriterionResult, CriterionRule, PersonCheck } from "./contract.ts";
import { criteriaMessages, lacksWords, ruleWords, valueWords } from "./messages.ts";
import "../project.css";

const tones = { pass: "confirmed", fail: "danger", missing: "due" } as const;

/** `confirmed`: what was shown, by the rule's id; an empty text: ticked, and not said yet what it was. */
export type EntryAnswers = {
  confirmed: Readonly<Record<string, string>>;
  exceptionReason: string;
  waivedReason: string;
};

type Props = {
  of: { projectId: string; caseId: string; on: string; groupId: string };
  answers: EntryAnswers;
  onChange: (answers: EntryAnswers) => void;
  onGroup: (groupId: string) => void;
  at: (path: string) => { id: string; error: string | undefined };
};

type Answering = Omit<Props, "of" | "onGroup">;

/** How the person stands towards the rules, before the start: what is missing is confirmed here, what fails is answered for. */
export function EntryCheck({ of, onGroup, ...rest }: Props) {
  const t = useMessages(projectMessages);
  const check = useQuery({ ...personCheckQuery(of), placeholderData: keepPreviousData });
  return (
    <Loaded query={check}>
      {(data) => (
        <>
          {data.groups.length > 0 && (
            <SelectField
              label={t("startGroup")}
              hint={t("startGroup.hint")}
              options={data.groups.map(({ id, name }) => ({ value: id, label: name }))}
              {...rest.at("groupId")}
              value={of.groupId}
              onChange={onGroup}
            />
          )}
          {data.lacked.length > 0 && <Lacked check={data} {...rest} />}
          {data.results.length > 0 && <Checked check={data} {...rest} />}
        </>
      )}
    </Loaded>
  );
}

/** What is lacked beside the rules, such as a place by the recruitment: a decider may let the person in all the same, with a reason. */
function Lacked({ check, answers, onChange, at }: Answering & { check: PersonCheck }) {
  const t = useMessages(projectMessages);
  return (
    <section className="stack-tight">
      <Notice tone="due">
        {check.lacked.map((code) => (
          <p key={code}>{t.maybe(code, { recruitment: check.recruitment ?? "" }) ?? code}</p>
        ))}
      </Notice>
      {check.mayWaive ? (
        <TextArea
          label={t("waived.why")}
          hint={t("waived.hint")}
          required
          maxLength={2000}
          {...at("waivedReason")}
          value={answers.waivedReason}
          onChange={(waivedReason) => onChange({ ...answers, waivedReason })}
        />
      ) : (
        <p>{t("enrolment.exception_not_yours")}</p>
      )}
    </section>
  );
}

function Checked({ check, answers, onChange, at }: Answering & { check: PersonCheck }) {
  const t = useMessages(criteriaMessages);
  const rules = new Map(check.criteria.rules.map((rule) => [rule.ruleId, rule]));
  return (
    <section className="stack-tight">
      <h3>{t("criteria.title")}</h3>
      <ul role="list" className="stack-tight">
        {check.results.map((result) => {
          const rule = rules.get(result.ruleId);
          return (
            rule && (
              <li key={result.ruleId} className="rule-check stack-tight">
                <ResultLine rule={rule} result={result} />
                {result.result === "missing" && <Confirm rule={rule} answers={answers} onChange={onChange} at={at} />}
              </li>
            )
          );
        })}
      </ul>
      {check.overall === "fail" &&
        (check.mayExcept ? (
          <TextArea
            label={t("exception.why")}
            hint={t("exception.hint")}
            required
            maxLength={2000}
            {...at("exceptionReason")}
            value={answers.exceptionReason}
            onChange={(exceptionReason) => onChange({ ...answers, exceptionReason })}
          />
        ) : (
          <p>{t(check.criteria.exceptionsAllowed ? "criteria.exception_not_yours" : "criteria.failed")}</p>
        ))}
    </section>
  );
}

export function ResultLine({ rule, result }: { rule: CriterionRule; result: CriterionResult }) {
  const t = useMessages(criteriaMessages);
  const lacks = lacksWords(t, rule, result);
  return (
    <>
      <p className="cluster">
        <Status tone={tones[result.result]}>{t(`result.${result.result}`)}</Status>
        <span>{ruleWords(t, rule)}</span>
      </p>
      <p className="soft small">
        {result.value !== null && valueWords(t, result.value, (day) => formatDay(day, t.lang))}
        {result.value !== null && result.evidence && ` (${t(`source.${result.evidence.source}`)})`}
        {lacks && ` ${lacks}`}
      </p>
    </>
  );
}

function Confirm({ rule, answers, onChange, at }: Answering & { rule: CriterionRule }) {
  const t = useMessages(criteriaMessages);
  const words = answers.confirmed[rule.ruleId];
  const put = (next: string | undefined) => {
    const { [rule.ruleId]: _, ...others } = answers.confirmed;
    onChange({ ...answers, confirmed: next === undefined ? others : { ...others, [rule.ruleId]: next } });
  };
  return (
    <>
      <CheckField
        label={t("confirm.seen")}
        {...at(`confirmed.${rule.ruleId}.seen`)}
        value={words !== undefined}
        onChange={(seen) => put(seen ? (rule.paper ?? "") : undefined)}
      />
      {words !== undefined && (
        <TextField
          label={t("confirm.what")}
          required
          maxLength={300}
          {...at(`confirmed.${rule.ruleId}`)}
          value={words}
          onChange={put}
        />
      )}
    </>
  );
}
