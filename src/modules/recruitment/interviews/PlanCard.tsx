import { useState } from "react";
import { postQuery } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { problemSentence } from "../../../platform/ui/problemText.ts";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { ProgressNotice } from "../../../platform/ui/Waiting.tsx";
import type { CandidateState } from "../codes.ts";
import { proposalAddress } from "./api.ts";
import { planMost, weeksMost } from "./codes.ts";
import type { InterviewList, InterviewProposal } from "./contract.ts";
import { interviewMessages } from "./messages.ts";
import { Proposal } from "./Proposal.tsx";
import { isWithout } from "./standing.ts";

const groups = {
  ACCEPTED: ["ACCEPTED", "ADMITTED", "STARTED"],
  PASS: ["PASS"],
  RESERVE: ["RESERVE", "OFFERED"],
} as const satisfies Readonly<Record<string, readonly CandidateState[]>>;
type Group = keyof typeof groups;
const groupCodes: readonly Group[] = ["ACCEPTED", "PASS", "RESERVE"];

const peopleOf = ({ people }: InterviewList, group: Group) =>
  people.filter((one) => isWithout(one) && (groups[group] as readonly CandidateState[]).includes(one.state));

/** Whom to talk with, when and how long; the answer is a proposal that nobody has kept yet. */
export function PlanCard({ list }: { list: InterviewList }) {
  const t = useMessages(interviewMessages);
  const ui = useMessages(uiMessages);
  const first = groupCodes.find((group) => peopleOf(list, group).length > 0) ?? "ACCEPTED";
  const [group, setGroup] = useState<Group | "">(first);
  const [from, setFrom] = useState<string>(today());
  const [weeks, setWeeks] = useState<number | undefined>(4);
  const [hours, setHours] = useState<number | undefined>(list.hours.least);
  const [consultantIds, setConsultantIds] = useState<readonly string[]>([]);
  const [proposal, setProposal] = useState<InterviewProposal>();
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const waiting = group === "" ? [] : peopleOf(list, group);
  const isReady =
    waiting.length > 0 && from !== "" && weeks && weeks <= weeksMost && hours && hours >= 0.25 && hours <= 8;
  const propose = async () => {
    setWorking(true);
    setProblem(undefined);
    try {
      setProposal(
        await postQuery<InterviewProposal>(proposalAddress(list.recruitmentId), {
          recruitmentId: list.recruitmentId,
          candidateIds: waiting.slice(0, planMost).map(({ candidateId }) => candidateId),
          consultantIds,
          from,
          weeks,
          minutes: Math.round((hours ?? 0) * 60),
        }),
      );
    } catch (error) {
      setProblem(problemSentence(error, t, ui));
    } finally {
      setWorking(false);
    }
  };
  if (proposal) return <Proposal list={list} proposal={proposal} onDone={() => setProposal(undefined)} />;
  return (
    <Card title={t("plan.title")}>
      <div className="form-column">
        {problem && (
          <div role="alert">
            <Notice tone="danger">{problem}</Notice>
          </div>
        )}
        <ChoiceField
          label={t("plan.whom")}
          options={groupCodes.map((value) => ({
            value,
            label: t(`plan.${value}`, { count: peopleOf(list, value).length }),
          }))}
          value={group}
          onChange={setGroup}
        />
        {waiting.length === 0 && <p className="soft">{t("plan.nobody")}</p>}
        {waiting.length > planMost && <Notice>{t("plan.most", { most: planMost })}</Notice>}
        <DateField label={t("plan.from")} required quick={["today", "tomorrow"]} value={from} onChange={setFrom} />
        <NumberField label={t("plan.weeks")} required value={weeks} onChange={setWeeks} />
        <NumberField label={t("plan.hours")} required decimals={2} value={hours} onChange={setHours} />
        {list.consultants.length > 1 && (
          <MultiChoice
            label={t("plan.consultants")}
            hint={t("plan.consultantsHint")}
            options={list.consultants.map(({ id, name }) => ({ value: id, label: name }))}
            value={consultantIds}
            onChange={setConsultantIds}
          />
        )}
        {isWorking && <ProgressNotice text={t("plan.propose")} />}
        <div>
          <Button kind="main" disabled={!isReady || isWorking} onClick={() => void propose()}>
            {t("plan.propose")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
