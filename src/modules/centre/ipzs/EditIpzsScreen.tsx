import { useQuery } from "@tanstack/react-query";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ipzsQuery, ipzsStale } from "./api.ts";
import { askingSides, vocationalKinds } from "./codes.ts";
import type { IpzsContent, IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { ResponsibleFields } from "./ResponsibleFields.tsx";
import {
  figuresOf,
  moveIpzs,
  participationMax,
  refuseDailyHours,
  refuseParticipation,
  refuseWeeklyHours,
} from "./rules.ts";
import "../../../platform/ui/record.css";
import "./ipzs.css";

/** Writes a draft. */
export function EditIpzsScreen() {
  return <EditPage act="change" />;
}
/** Changes a running programme, signed by both sides. */
export function AmendIpzsScreen() {
  return <EditPage act="amend" />;
}

function EditPage({ act }: { act: "change" | "amend" }) {
  const t = useMessages(ipzsMessages);
  const ipzsId = useParam("ipzsId");
  const query = useQuery(ipzsQuery(ipzsId));
  return (
    <Page
      title={t(act === "change" ? "act.edit" : "act.amend")}
      back={{ to: `/ipzs/${ipzsId}`, label: t("back") }}
      narrow
    >
      <Loaded query={query}>
        {(ipzs) =>
          ipzs.mayWrite && moveIpzs(ipzs.state, act).state !== null ? (
            <EditForm key={ipzs.version} ipzs={ipzs} act={act} onReload={() => void query.refetch()} />
          ) : (
            <Notice>{t("ipzs.step_not_possible")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type Values = Omit<IpzsContent, "trialFrom" | "participationTo" | "benefitAppliedOn"> & {
  trialFrom: string;
  participationTo: string;
  benefitAppliedOn: string;
  askedBy: (typeof askingSides)[number] | "";
  signedOn: string;
  words: string;
};

type EditProps = { ipzs: IpzsView; act: "change" | "amend"; onReload: () => void };
function EditForm({ ipzs, act, onReload }: EditProps) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const go = useGo();
  const { content, limits } = ipzs;
  const initial: Values = {
    ...content,
    trialFrom: content.trialFrom ?? "",
    participationTo: content.participationTo ?? "",
    benefitAppliedOn: content.benefitAppliedOn ?? "",
    askedBy: "",
    signedOn: today(),
    words: "",
  };
  const fieldsOf = ({ askedBy: _, signedOn: __, words: ___, ...values }: Values) => ({
    ...values,
    trialFrom: values.trialFrom || null,
    participationTo: values.participationTo || null,
    benefitAppliedOn: (values.benefitApplied && values.benefitAppliedOn) || null,
  });
  // only what was touched, so that a field another person changed is not overwritten
  const touched = (values: Values) => {
    const was = new Map(Object.entries(fieldsOf(initial)));
    return Object.fromEntries(
      Object.entries(fieldsOf(values)).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(was.get(name)),
      ),
    );
  };
  const dayOf = (text: string) => (isPlainDate(text) ? text : null);
  const form = useCommandForm<Values>({
    type: `ipzs.${act}`,
    initial,
    base: ipzs.version,
    build: (values) => ({
      ipzsId: ipzs.id,
      fields: touched(values),
      ...(act === "amend" && { askedBy: values.askedBy, signedOn: values.signedOn, words: values.words }),
    }),
    check: ({ weeklyHours, dailyHours, capped, trialFrom, participationTo, askedBy }) => {
      const details = figuresOf(limits);
      const week = weeklyHours === null ? null : refuseWeeklyHours(weeklyHours, capped, limits);
      const longest = dailyHours === null ? null : refuseDailyHours(dailyHours, capped, limits);
      const period = refuseParticipation(dayOf(trialFrom), dayOf(participationTo), limits);
      return [
        ...(week ? [{ path: "weeklyHours", code: week, details }] : []),
        ...(longest ? [{ path: "dailyHours", code: longest, details }] : []),
        ...(period ? [{ path: "participationTo", code: period, details }] : []),
        ...(act === "amend" && !askedBy ? [{ path: "askedBy", code: "field.required" }] : []),
      ];
    },
    messages: t,
    invalidates: ipzsStale,
    onDone: () => go(`/ipzs/${ipzs.id}`),
  });
  const { values } = form;
  const trial = dayOf(values.trialFrom);
  const sum = [...values.socialScope, ...values.vocationalScope].reduce((all, { hours }) => all + (hours ?? 0), 0);
  return (
    <CommandForm form={form} submit={t("act.save")} onReload={onReload}>
      {act === "amend" && (
        <FormSection question={t("act.amend")} hint={t("amend.lead")}>
          <ChoiceField
            label={t("askedBy")}
            required
            options={askingSides.map((value) => ({ value, label: t(`askedBy.${value}`) }))}
            {...form.field("askedBy")}
          />
          <DateField label={t("signedOn")} required {...form.field("signedOn")} />
          <TextArea label={t("amend.words")} required maxLength={2000} {...form.field("words")} />
        </FormSection>
      )}
      <FormSection question={t("facts")}>
        {act === "change" && (
          <DateField label={t("trialFrom")} required quick={["today"]} {...form.field("trialFrom")} />
        )}
        <DateField
          label={t("participationTo")}
          quick={[]}
          hint={
            trial
              ? `${t("participationTo.hint", { months: limits.participationMonths })} ${t("participationTo.max", { day: formatDay(participationMax(trial, limits), lang) })}`
              : t("participationTo.hint", { months: limits.participationMonths })
          }
          {...form.field("participationTo")}
        />
        <NumberField
          label={t("weeklyHours")}
          unit={t("hours.unit")}
          decimals={2}
          required
          hint={sum > 0 ? t("hours.sum", { hours: sum.toLocaleString(lang) }) : undefined}
          {...form.field("weeklyHours")}
          value={values.weeklyHours ?? undefined}
          onChange={(weeklyHours) => form.set({ weeklyHours: weeklyHours ?? null })}
        />
        <CheckField
          label={t("capped.most", { hours: limits.weekMaxDisability })}
          {...form.field("capped")}
          // hours that are asked of nobody any more are not kept unseen
          onChange={(capped) => form.set({ capped, ...(capped ? {} : { dailyHours: null }) })}
        />
        {values.capped && (
          <NumberField
            label={t("dailyHours")}
            unit={t("hours.unit")}
            decimals={2}
            required
            {...form.field("dailyHours")}
            value={values.dailyHours ?? undefined}
            onChange={(dailyHours) => form.set({ dailyHours: dailyHours ?? null })}
          />
        )}
      </FormSection>
      <FormSection question={t("socialScope")}>
        {values.socialScope.map((line, at) => {
          const put = (part: Partial<typeof line>) =>
            form.set({
              socialScope: values.socialScope.map((one) => (one.id === line.id ? { ...one, ...part } : one)),
            });
          return (
            <fieldset key={line.id} className="edit-line">
              <TextField
                label={t("form")}
                hint={at === 0 ? t("form.hint") : undefined}
                maxLength={200}
                value={line.form}
                onChange={(text) => put({ form: text })}
              />
              <Hours value={line.hours} onChange={(hours) => put({ hours })} />
              <TextField
                label={t("leader")}
                maxLength={200}
                value={line.leader}
                onChange={(leader) => put({ leader })}
              />
              <Remove
                onClick={() => form.set({ socialScope: values.socialScope.filter(({ id }) => id !== line.id) })}
              />
            </fieldset>
          );
        })}
        <Add
          onClick={() =>
            form.set({ socialScope: [...values.socialScope, { id: uuidv7(), form: "", hours: null, leader: "" }] })
          }
        />
      </FormSection>
      <FormSection question={t("vocationalScope")}>
        {values.vocationalScope.map((line) => {
          const put = (part: Partial<typeof line>) =>
            form.set({
              vocationalScope: values.vocationalScope.map((one) => (one.id === line.id ? { ...one, ...part } : one)),
            });
          return (
            <fieldset key={line.id} className="edit-line">
              <SelectField
                label={t("kind")}
                empty={false}
                options={vocationalKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
                value={line.kind}
                onChange={(kind) => kind && put({ kind })}
              />
              <TextField label={t("name")} maxLength={200} value={line.name} onChange={(name) => put({ name })} />
              <Hours value={line.hours} onChange={(hours) => put({ hours })} />
              <Remove
                onClick={() => form.set({ vocationalScope: values.vocationalScope.filter(({ id }) => id !== line.id) })}
              />
            </fieldset>
          );
        })}
        <Add
          onClick={() =>
            form.set({
              vocationalScope: [...values.vocationalScope, { id: uuidv7(), kind: "WORKSHOP", name: "", hours: null }],
            })
          }
        />
      </FormSection>
      <FormSection question={t("responsible")}>
        {values.responsible.map((line) => {
          const put = (part: Partial<typeof line>) =>
            form.set({
              responsible: values.responsible.map((one) => (one.id === line.id ? { ...one, ...part } : one)),
            });
          return (
            <fieldset key={line.id} className="edit-line">
              <ResponsibleFields line={line} onChange={put} />
              <Remove
                onClick={() => form.set({ responsible: values.responsible.filter(({ id }) => id !== line.id) })}
              />
            </fieldset>
          );
        })}
        <Add
          onClick={() =>
            form.set({ responsible: [...values.responsible, { id: uuidv7(), accountId: null, name: "", area: "" }] })
          }
        />
      </FormSection>
      <FormSection question={t("benefit")}>
        <CheckField label={t("benefitApplied")} {...form.field("benefitApplied")} />
        {values.benefitApplied && (
          <>
            <DateField label={t("benefitAppliedOn")} required {...form.field("benefitAppliedOn")} />
            <TextField label={t("bankAccount")} maxLength={40} {...form.field("bankAccount")} />
          </>
        )}
      </FormSection>
      <FormSection question={t("obligations")}>
        <TextArea label={t("obligations")} rows={6} maxLength={6000} {...form.field("obligations")} />
        {values.obligations.trim() === "" && (
          <div>
            <Button onClick={() => form.set({ obligations: t("obligations.working") })}>
              {t("obligations.insert")}
            </Button>
          </div>
        )}
      </FormSection>
    </CommandForm>
  );
}

function Hours({ value, onChange }: { value: number | null; onChange: (hours: number | null) => void }) {
  const t = useMessages(ipzsMessages);
  return (
    <NumberField
      label={t("hours.week")}
      unit={t("hours.unit")}
      decimals={2}
      value={value ?? undefined}
      onChange={(hours) => onChange(hours ?? null)}
    />
  );
}
function Remove({ onClick }: { onClick: () => void }) {
  const t = useMessages(ipzsMessages);
  return (
    <div>
      <Button kind="plain" icon="cross" onClick={onClick}>
        {t("line.remove")}
      </Button>
    </div>
  );
}
function Add({ onClick }: { onClick: () => void }) {
  const t = useMessages(ipzsMessages);
  return (
    <div>
      <Button icon="plus" onClick={onClick}>
        {t("line.add")}
      </Button>
    </div>
  );
}
