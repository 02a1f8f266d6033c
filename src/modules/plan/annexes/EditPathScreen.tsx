import { useQuery } from "@tanstack/react-query";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { LinesForm } from "../LinesForm.tsx";
import { annexStale, pathQuery } from "./api.ts";
import { competences, pathForms } from "./codes.ts";
import type { InterpersonalPathView, PathFormView, PathGoalView } from "./contract.ts";
import { annexMessages } from "./messages.ts";

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
  return (
    <LinesForm<GoalRow>
      type="interpersonal-path.set-goals"
      list="goals"
      idName="lineId"
      of={{ annexId: annex.id }}
      rows={goalRows(annex)}
      reload={async () => rowsOf(await reload(), goalRows)}
      empty={(id) => ({ id, base: null, competence: null, text: "", reason: "" })}
      words={{
        title: t("goals"),
        lead: t("goals.lead"),
        save: t("act.saveGoals"),
        saved: t("saved"),
        add: t("goal.add"),
        remove: t("goal.remove"),
      }}
      messages={t}
      invalidates={annexStale}
    >
      {(goal, change, at) => (
        <>
          <TextArea
            label={t("goal.text")}
            rows={2}
            required
            maxLength={1000}
            value={goal.text}
            onChange={(text) => change({ text })}
            {...at("text")}
          />
          <SelectField
            label={t("goal.competence")}
            empty={t("goal.noCompetence")}
            options={competences.map((value) => ({ value, label: t(`competence.${value}`) }))}
            value={goal.competence ?? ""}
            onChange={(competence) => change({ competence: competence || null })}
          />
          <TextArea
            label={t("reason")}
            rows={2}
            maxLength={2000}
            value={goal.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </LinesForm>
  );
}

type FormRow = Omit<PathFormView, "version"> & { base: number | null };
const formRows = (annex: Annex): FormRow[] => annex.forms.map(({ version, ...form }) => ({ ...form, base: version }));

function FormsForm({ annex, reload }: PartProps) {
  const t = useMessages(annexMessages);
  return (
    <LinesForm<FormRow>
      type="interpersonal-path.set-forms"
      list="forms"
      idName="lineId"
      of={{ annexId: annex.id }}
      rows={formRows(annex)}
      reload={async () => rowsOf(await reload(), formRows)}
      empty={(id) => ({ id, base: null, form: "INDIVIDUAL_COUNSELLING", hours: null, note: "" })}
      words={{
        title: t("forms"),
        save: t("act.saveForms"),
        saved: t("saved"),
        add: t("form.add"),
        remove: t("form.remove"),
      }}
      submitKind="quiet"
      messages={t}
      invalidates={annexStale}
    >
      {(each, change, at) => (
        <>
          <SelectField
            label={t("form")}
            empty={false}
            options={pathForms.map((value) => ({ value, label: t(`form.${value}`) }))}
            value={each.form}
            onChange={(value) => value && change({ form: value })}
          />
          <NumberField
            label={t("hours")}
            unit={t("hours.unit")}
            decimals={2}
            value={each.hours ?? undefined}
            onChange={(hours) => change({ hours: hours ?? null })}
            {...at("hours")}
          />
          <TextField label={t("form.note")} maxLength={300} value={each.note} onChange={(note) => change({ note })} />
        </>
      )}
    </LinesForm>
  );
}

const rowsOf = <R,>(annex: Annex | null | undefined, of: (annex: Annex) => R[]) => (annex ? of(annex) : undefined);
