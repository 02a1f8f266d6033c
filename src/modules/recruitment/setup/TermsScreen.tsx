import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentQuery, recruitmentStale } from "../api.ts";
import { refuseWindow } from "../candidates/rules.ts";
import { recruitmentMessages } from "../messages.ts";
import type { PointRule, RecruitmentView } from "./contract.ts";

/** How many places, from when, and what gives points. */
export function TermsScreen() {
  const t = useMessages(recruitmentMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(recruitmentQuery(recruitmentId));
  return (
    <Page
      title={t("terms.title")}
      lead={query.data?.title}
      back={{ to: `/recruitment/${recruitmentId}`, label: t("back") }}
      narrow
    >
      <Loaded query={query}>
        {(view) => <TermsForm key={view.recruitment?.version ?? 0} view={view} onReload={() => void query.refetch()} />}
      </Loaded>
    </Page>
  );
}

/** A further recruitment of the project: proposed with the terms of the one it is opened from, under a name of its own. */
export function NextTermsScreen() {
  const t = useMessages(recruitmentMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(recruitmentQuery(recruitmentId));
  return (
    <Page
      title={t("next.title")}
      lead={query.data?.projectTitle}
      back={{ to: `/recruitment/${recruitmentId}`, label: t("back") }}
      narrow
    >
      <Loaded query={query}>{(view) => <TermsForm view={view} further onReload={() => void query.refetch()} />}</Loaded>
    </Page>
  );
}

/** `was`: as it is saved; another wording, maximum or weight makes another criterion. */
type PointLine = {
  key: string;
  name: string;
  maxPoints: number | undefined;
  weight: number | undefined;
  was: PointRule | null;
};

const lineOf = (rule: PointRule): PointLine => ({
  key: rule.pointId,
  name: rule.name,
  maxPoints: rule.maxPoints,
  weight: rule.weight / 100,
  was: rule,
});

function ruleOf({ name, maxPoints, weight, was }: PointLine): PointRule {
  const rule = { name: name.trim(), maxPoints: maxPoints ?? 0, weight: Math.round((weight ?? 0) * 100) };
  const same = was && was.name === rule.name && was.maxPoints === rule.maxPoints && was.weight === rule.weight;
  return { pointId: same ? was.pointId : uuidv7(), ...rule };
}

/** The same rule as the server's, at the field that is to be mended. */
function windowFaults(from: string, until: string): { path: string; code: string }[] {
  const refusal = refuseWindow({
    appliesFrom: isPlainDate(from) ? from : null,
    appliesUntil: isPlainDate(until) ? until : null,
  });
  return refusal === null ? [] : [{ path: from === "" ? "appliesFrom" : "appliesUntil", code: refusal }];
}

type TermsFormProps = { view: RecruitmentView; further?: boolean; onReload: () => void };

function TermsForm({ view, further = false, onReload }: TermsFormProps) {
  const t = useMessages(recruitmentMessages);
  const go = useGo();
  const { recruitment, projectId, usualWeeks } = view;
  const [recruitmentId] = useState(() => (further ? uuidv7() : view.recruitmentId));
  const changed = further ? null : recruitment;
  const needsName = further || view.others.length > 0;
  const form = useCommandForm({
    type: "recruitment.set",
    messages: t,
    initial: {
      name: changed?.name ?? "",
      places: recruitment?.places ?? view.plannedPersons ?? undefined,
      startsOn: (recruitment?.startsOn ?? view.projectStartsOn) as string,
      vacancyWeeks: recruitment?.vacancyWeeks ?? usualWeeks.value,
      judgedOn: (changed?.judgedOn ?? "") as string,
      groupId: changed?.groupId ?? "",
      appliesFrom: (changed?.appliesFrom ?? "") as string,
      appliesUntil: (changed?.appliesUntil ?? "") as string,
      interviewMax: (recruitment?.interviewMax ?? 0) as number | undefined,
      interviewWeight: ((recruitment?.interviewWeight ?? 100) / 100) as number | undefined,
      points: (recruitment?.points ?? []).map((rule) => (further ? { ...lineOf(rule), was: null } : lineOf(rule))),
      reason: "",
    },
    build: ({ judgedOn, groupId, appliesFrom, appliesUntil, interviewMax, interviewWeight, points, ...values }) => ({
      recruitmentId,
      projectId,
      ...values,
      judgedOn: judgedOn || null,
      groupId: groupId || null,
      appliesFrom: appliesFrom || null,
      appliesUntil: appliesUntil || null,
      interviewMax: interviewMax ?? 0,
      interviewWeight: Math.round((interviewWeight ?? 1) * 100),
      points: points.map(ruleOf),
    }),
    check: ({ name, places, startsOn, appliesFrom, appliesUntil, points, reason }) => [
      ...windowFaults(appliesFrom, appliesUntil),
      ...(needsName && !name.trim() ? [{ path: "name", code: "field.required" }] : []),
      ...(changed && !reason.trim() ? [{ path: "reason", code: "recruitment.reason_missing" }] : []),
      ...(places ? [] : [{ path: "places", code: "field.required" }]),
      ...(startsOn ? [] : [{ path: "startsOn", code: "field.required" }]),
      ...points.flatMap(({ name, maxPoints, weight }, at) => [
        ...(name.trim() ? [] : [{ path: `points.${at}.name`, code: "field.required" }]),
        ...(maxPoints ? [] : [{ path: `points.${at}.maxPoints`, code: "field.required" }]),
        ...(weight ? [] : [{ path: `points.${at}.weight`, code: "field.required" }]),
      ]),
    ],
    ...(changed ? { base: changed.version } : {}),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/recruitment/${recruitmentId}`);
    },
  });
  const { points } = form.values;
  const change = (key: string, part: Partial<PointLine>) =>
    form.set({ points: points.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    <CommandForm form={form} submit={t("terms.save")} onReload={onReload}>
      {further && <Notice>{t("next.what")}</Notice>}
      <FormSection question={t("terms.how")}>
        <TextField
          label={t("recruitmentName")}
          hint={t(needsName ? "recruitmentName.hint.further" : "recruitmentName.hint")}
          required={needsName}
          maxLength={100}
          {...form.field("name")}
        />
        <NumberField label={t("places")} required {...form.field("places")} />
        <DateField label={t("startsOn")} required quick={[]} {...form.field("startsOn")} />
        <NumberField
          label={t("vacancyWeeks")}
          hint={t("vacancyWeeks.hint", { count: usualWeeks.value })}
          {...form.field("vacancyWeeks")}
          onChange={(value) => form.set({ vacancyWeeks: value ?? 0 })}
        />
        <DateField label={t("judgedOn")} hint={t("judgedOn.hint")} {...form.field("judgedOn")} />
        {view.groups.length > 0 && (
          <SelectField
            label={t("forGroup")}
            hint={t("forGroup.hint")}
            empty={t("forGroup.none")}
            options={view.groups.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("groupId")}
          />
        )}
      </FormSection>
      <FormSection
        question={t("window.when")}
        hint={t("window.hint")}
        optional
        open={Boolean(form.values.appliesFrom || form.values.appliesUntil)}
      >
        <DateField label={t("appliesFrom")} quick={["today"]} {...form.field("appliesFrom")} />
        <DateField label={t("appliesUntil")} quick={[]} {...form.field("appliesUntil")} />
      </FormSection>
      <FormSection question={t("terms.points")} hint={t("terms.points.hint")}>
        {points.map((line, at) => (
          <fieldset key={line.key} className="stack-tight">
            <legend>{t("point.no", { no: at + 1 })}</legend>
            <TextField
              label={t("pointName")}
              value={line.name}
              maxLength={200}
              {...form.at(`points.${at}.name`)}
              onChange={(name) => change(line.key, { name })}
            />
            <div className="cluster">
              <NumberField
                label={t("pointMax")}
                value={line.maxPoints}
                {...form.at(`points.${at}.maxPoints`)}
                onChange={(maxPoints) => change(line.key, { maxPoints })}
              />
              <NumberField
                label={t("pointWeight")}
                decimals={2}
                value={line.weight}
                {...form.at(`points.${at}.weight`)}
                onChange={(weight) => change(line.key, { weight })}
              />
            </div>
            <p>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ points: points.filter(({ key }) => key !== line.key) })}
              >
                {t("point.remove")}
              </Button>
            </p>
          </fieldset>
        ))}
        <p>
          <Button
            icon="plus"
            onClick={() =>
              form.set({ points: [...points, { key: uuidv7(), name: "", maxPoints: undefined, weight: 1, was: null }] })
            }
          >
            {t("point.add")}
          </Button>
        </p>
        <NumberField label={t("interviewMax")} hint={t("interviewMax.hint")} {...form.field("interviewMax")} />
        {Boolean(form.values.interviewMax) && (
          <NumberField label={t("interviewWeight")} decimals={2} {...form.field("interviewWeight")} />
        )}
      </FormSection>
      {changed && <TextArea label={t("terms.why")} required maxLength={1000} {...form.field("reason")} />}
    </CommandForm>
  );
}
