import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { criteriaQuery } from "./api.ts";
import type { CriteriaView, CriterionRule } from "./contract.ts";
import { criteriaMessages, ruleWords } from "./messages.ts";
import { RuleFields } from "./RuleFields.tsx";
import { faultOf, type RuleRow, rowOf, ruleOf } from "./ruleRow.ts";
import { changeOf } from "./rules.ts";

export function EditCriteriaScreen() {
  const t = useMessages(criteriaMessages);
  const projectId = useParam("projectId");
  const criteria = useQuery(criteriaQuery(projectId));
  return (
    <Page
      title={t(criteria.data?.editions.length === 0 ? "criteria.set" : "criteria.change")}
      back={{ to: `/projects/${projectId}/criteria`, label: criteria.data?.title ?? t("criteria.title") }}
      narrow
    >
      <Loaded query={criteria}>
        {(data) => (
          <CriteriaForm key={data.editions[0]?.no ?? 0} view={data} onReload={() => void criteria.refetch()} />
        )}
      </Loaded>
    </Page>
  );
}

const wholeRules = (rows: readonly RuleRow[]) => rows.map(ruleOf).filter((rule) => rule !== undefined);

function CriteriaForm({ view, onReload }: { view: CriteriaView; onReload: () => void }) {
  const t = useMessages(criteriaMessages);
  const go = useGo();
  const { projectId } = view;
  const [now] = view.editions;
  const first = now === undefined;
  const form = useCommandForm({
    type: "criteria.set",
    initial: {
      rules: (now?.rules ?? []).map(rowOf) as readonly RuleRow[],
      exceptionsAllowed: now?.exceptionsAllowed ?? false,
      reason: "",
    },
    messages: t,
    check: ({ rules, reason }) => [
      ...rules.flatMap((row, index) => {
        const fault = faultOf(row);
        return fault ? [{ path: `rules.${index}.${fault.name}`, code: fault.code }] : [];
      }),
      ...(!first && reason.trim() === "" ? [{ path: "reason", code: "criteria.reason_missing" }] : []),
    ],
    build: ({ rules, exceptionsAllowed, reason }) => ({
      projectId,
      seenNo: now?.no ?? 0,
      rules: wholeRules(rules),
      exceptionsAllowed,
      reason: reason.trim(),
    }),
    invalidates: [["project"]],
    onDone: () => {
      toast({ text: t("criteria.done") });
      go(`/projects/${projectId}/criteria`);
    },
  });
  return (
    <CommandForm form={form} submit={t("criteria.set")} onReload={onReload}>
      <FormSection question={t("criteria.of")} hint={t("criteria.all")}>
        <RuleFields
          rows={form.values.rules}
          onChange={(rules) => form.set({ rules })}
          at={(path) => form.at(`rules.${path}`)}
        />
        <CheckField
          label={t("criteria.exceptions")}
          hint={t("criteria.exceptionsHint")}
          {...form.field("exceptionsAllowed")}
        />
      </FormSection>
      {now && (
        <FormSection question={t("criteria.does")} hint={t("criteria.stay")}>
          <Changes before={now.rules} after={wholeRules(form.values.rules)} />
          <TextArea label={t("criteria.reason")} required maxLength={1000} {...form.field("reason")} />
        </FormSection>
      )}
    </CommandForm>
  );
}

/** What the new edition does to the one that holds. */
function Changes({ before, after }: { before: readonly CriterionRule[]; after: readonly CriterionRule[] }) {
  const t = useMessages(criteriaMessages);
  const { added, removed } = changeOf(before, after);
  if (added.length === 0 && removed.length === 0) return <p className="soft">{t("criteria.nothing")}</p>;
  return (
    <Notice tone="info">
      <ul role="list" className="stack-tight">
        {removed.map((rule) => (
          <li key={rule.ruleId}>{t("criteria.removes", { rule: ruleWords(t, rule) })}</li>
        ))}
        {added.map((rule) => (
          <li key={rule.ruleId}>{t("criteria.adds", { rule: ruleWords(t, rule) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
