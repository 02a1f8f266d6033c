import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { rankingQuery, recruitmentStale } from "../api.ts";
import { CandidateStatus } from "../candidates/CandidateStatus.tsx";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import { type CandidateState, type Decision, decisions } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import type { RankingView } from "../ranking/contract.ts";
import { rankingMessages } from "../ranking/messages.ts";
import { holdsPlace, refuseDecision, suggested } from "./rules.ts";
import "../setup/recruitment.css";

/** Decisions about everybody who can still be decided of, each in a row of its own; nothing is chosen before a person does. */
export function DecideScreen() {
  const t = useMessages(rankingMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(rankingQuery(recruitmentId, ""));
  return (
    <Page
      title={t("decide.title")}
      lead={t("decide.lead")}
      back={{ to: `/recruitment/${recruitmentId}/ranking`, label: t("title") }}
    >
      <Loaded query={query} lines={8}>
        {(view) => {
          const [version] = view.versions;
          if (!version) return <EmptyState title={t("decide.needsList")} />;
          return (
            <>
              <HiddenCount count={view.hidden} />
              <DecideForm key={version.id} view={view} rankingId={version.id} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

type Line = {
  candidateId: string;
  no: number;
  name: string | null;
  rank: number | null;
  state: CandidateState;
  decision: Decision | null;
  declined: boolean;
  formal: RankingView["rows"][number]["formal"];
};
type Choice = { decision: Decision | ""; reason: string };

const settled = new Set<CandidateState>(["CARRIED", "ADMITTED", "STARTED", "LEFT", "WITHDRAWN", "ERASED"]);
const linesOf = (view: RankingView): Line[] =>
  [...view.rows, ...view.outside.map((one) => ({ ...one, rank: null }))].filter(({ state }) => !settled.has(state));

function DecideForm({ view, rankingId }: { view: RankingView; rankingId: string }) {
  const t = useMessages(rankingMessages);
  const of = useMessages(recruitmentMessages);
  const go = useGo();
  const [filled, setFilled] = useState(false);
  const lines = linesOf(view);
  const called = (line: Line) => line.name ?? t("gone", { no: line.no });
  const words = { maybe: (key: string) => t.maybe(key) ?? of.maybe(key) };
  const form = useCommandForm<{ choices: Record<string, Choice> }>({
    type: "candidate.decide",
    messages: words,
    draft: false,
    initial: { choices: {} },
    build: ({ choices }) => ({
      recruitmentId: view.recruitmentId,
      rankingId,
      decisions: chosen(choices).map(({ candidateId, decision, reason }) => ({
        decisionId: uuidv7(),
        candidateId,
        decision,
        reason,
      })),
    }),
    check: ({ choices }) => {
      const given = chosen(choices);
      if (given.length === 0) return [{ path: "choices", code: "decide.nothing" }];
      return given.flatMap(({ candidateId, decision, reason }) => {
        const line = lines.find((one) => one.candidateId === candidateId);
        const refusal = line && refuseDecision({ ...line, personId: null }, { decision, reason }, view);
        const part = refusal === "decision.reason_missing" ? "reason" : "decision";
        return refusal ? [{ path: `choices.${candidateId}.${part}`, code: refusal }] : [];
      });
    },
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("decide.saved") });
      go(`/recruitment/${view.recruitmentId}/ranking`);
    },
  });
  const { choices } = form.values;
  const change = (candidateId: string, part: Partial<Choice>) =>
    form.set({
      choices: {
        ...choices,
        [candidateId]: { ...(choices[candidateId] ?? { decision: "", reason: "" }), ...part },
      },
    });
  const suggestAll = () => {
    const open = lines.filter(({ decision }) => decision === null);
    form.set({
      choices: Object.fromEntries(
        open.map((line) => [
          line.candidateId,
          { decision: suggested(line, view.reach), reason: choices[line.candidateId]?.reason ?? "" },
        ]),
      ),
    });
    setFilled(true);
  };
  const held = view.rows.filter((row) => holdsPlace(row) && !choices[row.candidateId]?.decision).length;
  const accepted = view.beside + held + chosen(choices).filter(({ decision }) => decision === "ACCEPTED").length;
  if (lines.length === 0) return <EmptyState title={t("decide.all")} />;
  return (
    <CommandForm
      form={form}
      submit={t("act.saveDecisions", { count: chosen(choices).length })}
      note={t("decide.count", { accepted, places: view.places })}
    >
      <p>
        <Button icon="list" onClick={suggestAll}>
          {t("decide.suggest")}
        </Button>
      </p>
      {filled && <Notice>{t("decide.suggested")}</Notice>}
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("decide.title")}>
        <table className="plain-table answer-table decisions-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t("rank")}
              </th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("decide.one")}</th>
              <th scope="col">{t("decide.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const { candidateId } = line;
              const choice = form.at(`choices.${candidateId}.decision`);
              const why = form.at(`choices.${candidateId}.reason`);
              return (
                <tr key={candidateId}>
                  <td className="number">{line.rank ?? "–"}</td>
                  <th scope="row">
                    <AppLink to={`/candidates/${candidateId}`}>{called(line)}</AppLink>
                  </th>
                  <td>
                    <CandidateStatus state={line.state} />
                  </td>
                  <td data-label={t("decide.one")}>
                    <select
                      id={choice.id}
                      className="input select"
                      autoComplete="off"
                      aria-label={t("decide.for", { name: called(line) })}
                      aria-invalid={choice.error ? true : undefined}
                      title={choice.error}
                      value={choices[candidateId]?.decision ?? ""}
                      onChange={(event) => {
                        const text = event.currentTarget.value;
                        change(candidateId, { decision: decisions.find((one) => one === text) ?? "" });
                      }}
                    >
                      <option value="">{t("decide.none")}</option>
                      {decisions
                        .filter((one) => line.rank !== null || one === "REJECTED")
                        .map((one) => (
                          <option key={one} value={one}>
                            {of(`decision.${one}`)}
                          </option>
                        ))}
                    </select>
                  </td>
                  <td data-label={t("decide.reason")}>
                    <input
                      id={why.id}
                      className="input"
                      autoComplete="off"
                      maxLength={1000}
                      aria-label={t("decide.reasonFor", { name: called(line) })}
                      aria-invalid={why.error ? true : undefined}
                      title={why.error}
                      value={choices[candidateId]?.reason ?? ""}
                      onChange={(event) => change(candidateId, { reason: event.currentTarget.value })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </CommandForm>
  );
}

/** Rows in which something was chosen. */
function chosen(choices: Readonly<Record<string, Choice>>) {
  return Object.entries(choices).flatMap(([candidateId, { decision, reason }]) =>
    decision === "" ? [] : [{ candidateId, decision, reason: reason.trim() }],
  );
}
