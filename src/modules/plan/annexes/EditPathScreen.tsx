import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { mergeRows, removedRows, touchedRows } from "../lineRows.ts";
import { annexStale, pathQuery } from "./api.ts";
import { competences, pathForms } from "./codes.ts";
import type { InterpersonalPathView, PathFormView, PathGoalView } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import "../plan.css";

type Annex = NonNullable<InterpersonalPathView["annex"]>;
type PartProps = { annex: Annex; reload: () => Promise<Annex | null | undefined> };

/** Goals with their reasons, and forms of work with hours; each part is saved on its own. */
export function EditPathScreen() {
  const t = useMessages(annexMessages);
  const planId = useParam("planId");
  const query = useQuery(pathQuery(planId));
  const reload = async () => (await query.refetch()).data?.annex;
  return (
    <Page title={t("act.editPath")} back={{ to: `/plans/${planId}/path`, label: t("path") }} narrow>
      <Loaded query={query}>
        {(path) =>
          path.annex && path.mayWrite ? (
            <>
              <GoalsForm annex={path.annex} reload={reload} />
              <FormsForm annex={path.annex} reload={reload} />
            </>
          ) : (
            <Notice>{t(path.annex ? "annex.closed" : "notBegun")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type GoalRow = Omit<PathGoalView, "version" | "reason"> & { base: number | null; reason: string };
const goalRows = (annex: Annex): GoalRow[] =>
  annex.goals.map(({ version, reason, ...goal }) => ({ ...goal, base: version, reason: reason ?? "" }));

function GoalsForm({ annex, reload }: PartProps) {
  const t = useMessages(annexMessages);
  const [read, setRead] = useState(() => goalRows(annex));
  const take = (now: Annex | null | undefined, mine: readonly GoalRow[] | undefined) => {
    if (!now) return;
    const rows = goalRows(now);
    setRead(rows);
    form.reset({ goals: mine ? mergeRows(mine, read, rows) : rows });
  };
  const form = useCommandForm({
    type: "interpersonal-path.set-goals",
    initial: { goals: read },
    build: ({ goals }) => ({
      annexId: annex.id,
      goals: touchedRows(goals, read).map(({ id, ...goal }) => ({ ...goal, lineId: id })),
      removed: removedRows(goals, read).map(({ id, base }) => ({ lineId: id, base })),
    }),
    messages: t,
    invalidates: annexStale,
    onDone: () => {
      toast({ text: t("saved") });
      void reload().then((now) => take(now, undefined));
    },
  });
  const { goals } = form.values;
  const change = (at: number, part: Partial<GoalRow>) =>
    form.set({ goals: goals.map((goal, index) => (index === at ? { ...goal, ...part } : goal)) });
  const add = () =>
    form.set({ goals: [...goals, { id: uuidv7(), base: null, competence: null, text: "", reason: "" }] });
  return (
    <Card title={t("goals")}>
      <p className="soft">{t("goals.lead")}</p>
      <CommandForm
        form={form}
        submit={t("act.saveGoals")}
        onReload={() => void reload().then((now) => take(now, goals))}
      >
        {goals.map((goal, at) => (
          <fieldset key={goal.id} className="plan-edit-line">
            <TextArea
              label={t("goal.text")}
              rows={2}
              required
              maxLength={1000}
              value={goal.text}
              onChange={(text) => change(at, { text })}
              {...form.at(`goals.${at}.text`)}
            />
            <SelectField
              label={t("goal.competence")}
              empty={t("goal.noCompetence")}
              options={competences.map((value) => ({ value, label: t(`competence.${value}`) }))}
              value={goal.competence ?? ""}
              onChange={(competence) => change(at, { competence: competence || null })}
            />
            <TextArea
              label={t("reason")}
              rows={2}
              maxLength={2000}
              value={goal.reason}
              onChange={(reason) => change(at, { reason })}
            />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ goals: goals.filter((_, index) => index !== at) })}
              >
                {t("goal.remove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={add}>
            {t("goal.add")}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}

type FormRow = Omit<PathFormView, "version"> & { base: number | null };
const formRows = (annex: Annex): FormRow[] => annex.forms.map(({ version, ...form }) => ({ ...form, base: version }));

function FormsForm({ annex, reload }: PartProps) {
  const t = useMessages(annexMessages);
  const [read, setRead] = useState(() => formRows(annex));
  const take = (now: Annex | null | undefined, mine: readonly FormRow[] | undefined) => {
    if (!now) return;
    const rows = formRows(now);
    setRead(rows);
    form.reset({ forms: mine ? mergeRows(mine, read, rows) : rows });
  };
  const form = useCommandForm({
    type: "interpersonal-path.set-forms",
    initial: { forms: read },
    build: ({ forms }) => ({
      annexId: annex.id,
      forms: touchedRows(forms, read).map(({ id, ...each }) => ({ ...each, lineId: id })),
      removed: removedRows(forms, read).map(({ id, base }) => ({ lineId: id, base })),
    }),
    messages: t,
    invalidates: annexStale,
    onDone: () => {
      toast({ text: t("saved") });
      void reload().then((now) => take(now, undefined));
    },
  });
  const { forms } = form.values;
  const change = (at: number, part: Partial<FormRow>) =>
    form.set({ forms: forms.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  const add = () =>
    form.set({
      forms: [...forms, { id: uuidv7(), base: null, form: "INDIVIDUAL_COUNSELLING", hours: null, note: "" }],
    });
  return (
    <Card title={t("forms")}>
      <CommandForm
        form={form}
        submit={t("act.saveForms")}
        submitKind="quiet"
        onReload={() => void reload().then((now) => take(now, forms))}
      >
        {forms.map((each, at) => (
          <fieldset key={each.id} className="plan-edit-line">
            <SelectField
              label={t("form")}
              empty={false}
              options={pathForms.map((value) => ({ value, label: t(`form.${value}`) }))}
              value={each.form}
              onChange={(value) => value && change(at, { form: value })}
            />
            <NumberField
              label={t("hours")}
              unit={t("hours.unit")}
              decimals={2}
              value={each.hours ?? undefined}
              onChange={(hours) => change(at, { hours: hours ?? null })}
              {...form.at(`forms.${at}.hours`)}
            />
            <TextField
              label={t("form.note")}
              maxLength={300}
              value={each.note}
              onChange={(note) => change(at, { note })}
            />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ forms: forms.filter((_, index) => index !== at) })}
              >
                {t("form.remove")}
              </Button>
            </div>
          </fieldset>
        ))}
        <div>
          <Button icon="plus" onClick={add}>
            {t("form.add")}
          </Button>
        </div>
      </CommandForm>
    </Card>
  );
}
