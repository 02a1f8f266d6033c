import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { candidatesQuery, recruitmentStale } from "../api.ts";
import { recruitmentMessages } from "../messages.ts";
import type { CandidateLine, CandidateList } from "./contract.ts";
import "../setup/recruitment.css";

/** Points of everybody who meets the conditions, in one grid; saved together. */
export function PointsScreen() {
  const t = useMessages(recruitmentMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(candidatesQuery(recruitmentId));
  return (
    <Page
      title={t("points.title")}
      lead={t("points.lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? t("back") }}
    >
      <Loaded query={query} lines={8}>
        {(list) => {
          const people = list.candidates.filter(
            ({ formal, state }) => formal === "pass" && state !== "WITHDRAWN" && state !== "ERASED",
          );
          if (list.points.length === 0) return <EmptyState title={t("points.none")} text={t("terms.points.hint")} />;
          if (people.length === 0) return <EmptyState title={t("points.nobody")} text={t("points.nobodyNext")} />;
          return <PointsGrid list={list} people={people} />;
        }}
      </Loaded>
    </Page>
  );
}

const keyOf = (candidateId: string, pointId: string) => `${candidateId}/${pointId}`;

function PointsGrid({ list, people }: { list: CandidateList; people: readonly CandidateLine[] }) {
  const t = useMessages(recruitmentMessages);
  const cells = people.flatMap((one) =>
    list.points.map(({ pointId }) => ({
      key: keyOf(one.id, pointId),
      candidateId: one.id,
      pointId,
      was: one.points[pointId],
    })),
  );
  const initial = Object.fromEntries(cells.map(({ key, was }) => [key, was === undefined ? "" : String(was)]));
  const changed = (values: Readonly<Record<string, string>>) =>
    cells.filter(({ key }) => values[key]?.trim() !== "" && values[key] !== initial[key]);
  const form = useCommandForm<{ cells: Record<string, string> }>({
    type: "candidate.set-points",
    messages: t,
    draft: false,
    initial: { cells: initial },
    build: ({ cells: values }) => ({
      recruitmentId: list.recruitmentId,
      points: changed(values).map(({ key, candidateId, pointId }) => ({
        candidateId,
        pointId,
        points: Number(values[key]),
      })),
    }),
    check: ({ cells: values }) => {
      const given = changed(values);
      if (given.length === 0) return [{ path: "cells", code: "points.unchanged" }];
      return given.flatMap(({ key, pointId }) => {
        const most = list.points.find((rule) => rule.pointId === pointId)?.maxPoints ?? 0;
        const text = values[key]?.trim() ?? "";
        if (!/^\d{1,4}$/.test(text)) return [{ path: `cells.${key}`, code: "field.invalid" }];
        return Number(text) > most ? [{ path: `cells.${key}`, code: "candidate.too_many_points" }] : [];
      });
    },
    invalidates: recruitmentStale,
    onDone: (_, values) => {
      toast({ text: t("saved") });
      form.reset(values);
    },
  });
  return (
    <CommandForm form={form} submit={t("points.save")}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("points.title")}>
        <table className="plain-table answer-table points-grid">
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              {list.points.map(({ pointId, name, maxPoints }) => (
                <th key={pointId} scope="col">
                  {t("points.max", { name, max: maxPoints })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <AppLink to={`/candidates/${one.id}`}>{one.name ?? t("nameGone", { no: one.no })}</AppLink>
                </th>
                {list.points.map(({ pointId, name }) => {
                  const key = keyOf(one.id, pointId);
                  const { id, error } = form.at(`cells.${key}`);
                  return (
                    <td key={pointId}>
                      <input
                        id={id}
                        className="input input-number"
                        inputMode="numeric"
                        autoComplete="off"
                        aria-label={`${one.name ?? one.no}: ${name}`}
                        aria-invalid={error ? true : undefined}
                        title={error}
                        value={form.values.cells[key] ?? ""}
                        onChange={(event) =>
                          form.set({ cells: { ...form.values.cells, [key]: event.currentTarget.value } })
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </CommandForm>
  );
}
