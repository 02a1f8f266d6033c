import { useQuery } from "@tanstack/react-query";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { CheckField, ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { listedValues } from "../../project/criteria/codes.ts";
import type { CriterionRule } from "../../project/criteria/contract.ts";
import { criteriaMessages } from "../../project/criteria/messages.ts";
import { candidateQuery, candidatesQuery, recruitmentStale } from "../api.ts";
import { type CandidateSource, candidateSources } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import { emptyCard, refuseCard } from "./card.ts";
import type { CandidateCard } from "./contract.ts";
import { windowWords } from "./rules.ts";

/** Somebody who came alone, or one name of a list. */
export function NewCandidateScreen() {
  const t = useMessages(recruitmentMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(candidatesQuery(recruitmentId));
  return (
    <Page
      title={t("candidate.new")}
      lead={query.data?.title}
      back={{ to: `/recruitment/${recruitmentId}/candidates`, label: t("candidates") }}
      narrow
    >
      <Notice>{t("candidate.notPerson")}</Notice>
      <Loaded query={query}>
        {(list) =>
          list.closed ? (
            <Notice>{t("recruitment.closed")}</Notice>
          ) : (
            <>
              {windowWords(list) && <Notice>{t("window.only", { days: windowWords(list) })}</Notice>}
              <CardForm
                recruitmentId={recruitmentId}
                candidateId={undefined}
                base={undefined}
                card={emptyCard}
                source="SELF"
                appliedOn={today()}
                rules={list.rules}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

export function EditCandidateScreen() {
  const t = useMessages(recruitmentMessages);
  const candidateId = useParam("candidateId");
  const query = useQuery(candidateQuery(candidateId));
  return (
    <Page
      title={t("candidate.edit")}
      lead={query.data?.card && `${query.data.card.lastName} ${query.data.card.firstName}`}
      back={{ to: `/candidates/${candidateId}`, label: t("name") }}
      narrow
    >
      <Loaded query={query}>
        {(view) =>
          view.card === null || !view.open || view.personId !== null ? (
            <Notice>{t(view.personId === null ? "recruitment.closed" : "candidate.admitted_already")}</Notice>
          ) : (
            <CardForm
              key={view.version}
              recruitmentId={view.recruitmentId}
              candidateId={candidateId}
              base={view.version}
              card={view.card}
              source={view.source}
              appliedOn={view.appliedOn}
              rules={view.rules}
              frozen={view.frozen}
              onReload={() => void query.refetch()}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

type CardFormProps = {
  recruitmentId: string;
  candidateId: string | undefined;
  base: number | undefined;
  card: CandidateCard;
  source: CandidateSource;
  appliedOn: string;
  rules: readonly CriterionRule[];
  /** An edit of somebody who may stand on a frozen list says why. */
  frozen?: boolean;
  onReload?: () => void;
};

const texts = ["pesel", "phone", "email", "address", "commune", "remark"] as const;
const days = ["birthDate", "registeredSince", "clientSince"] as const;
const codes = ["sex", "education", "labour", "disability"] as const;

/** The card as a form holds it: what is not known is empty. */
function valuesOf({ source, appliedOn, card }: Pick<CardFormProps, "source" | "appliedOn" | "card">) {
  const { statements, ...plain } = card;
  const part = <K extends keyof CandidateCard>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, (card[name] as string | null) ?? ""])) as Record<K, string>;
  return {
    ...plain,
    ...part(texts),
    ...part(days),
    ...part(codes),
    source: source as CandidateSource | "",
    appliedOn,
    reason: "",
    statements: Object.fromEntries(Object.entries(statements).map(([id, yes]) => [id, yes ? "yes" : "no"])) as Record<
      string,
      "yes" | "no" | ""
    >,
  };
}
type Values = ReturnType<typeof valuesOf>;

function cardOf({ source: _, appliedOn: __, reason: ___, statements, ...values }: Values): CandidateCard {
  const filled = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, values[name as keyof typeof values] || null])) as Record<K, never>;
  return {
    ...values,
    ...filled(texts),
    ...filled(days),
    ...filled(codes),
    statements: Object.fromEntries(
      Object.entries(statements)
        .filter(([, answer]) => answer !== "")
        .map(([id, answer]) => [id, answer === "yes"]),
    ),
  };
}

function CardForm({ recruitmentId, candidateId, base, rules, frozen = false, onReload, ...given }: CardFormProps) {
  const t = useMessages(recruitmentMessages);
  const of = useMessages(criteriaMessages);
  const go = useGo();
  const form = useCommandForm<Values>({
    type: "candidate.record",
    messages: t,
    draft: false,
    initial: valuesOf(given),
    ...(base === undefined ? {} : { base }),
    build: (values) => ({
      candidateId: candidateId ?? uuidv7(),
      recruitmentId,
      source: values.source,
      appliedOn: values.appliedOn,
      card: cardOf(values),
      reason: values.reason,
    }),
    check: (values) => [
      ...(["lastName", "firstName", "source", "appliedOn"] as const).flatMap((path) =>
        values[path].trim() ? [] : [{ path, code: "field.required" }],
      ),
      ...(frozen && !values.reason.trim() ? [{ path: "reason", code: "candidate.reason_missing" }] : []),
      ...refuseCard(cardOf(values), today() as PlainDate),
    ],
    paths: Object.fromEntries(Object.keys(emptyCard).map((name) => [`card.${name}`, name])),
    invalidates: recruitmentStale,
    onDone: (answer) => {
      toast({ text: t("saved") });
      go(`/candidates/${answer.ids.candidate ?? candidateId}`);
    },
  });
  const asked = new Set(rules.map(({ field }) => field));
  const options = (name: keyof typeof listedValues) =>
    listedValues[name].map((value) => ({ value, label: of.maybe(`value.${value}`) ?? value }));
  const { statements } = form.values;
  return (
    <CommandForm form={form} submit={t("act.save")} onReload={onReload}>
      <FormSection question={t("group.who")}>
        <TextField label={t("lastName")} required maxLength={100} {...form.field("lastName")} />
        <TextField label={t("firstName")} required maxLength={100} {...form.field("firstName")} />
        <TextField label={t("pesel")} inputMode="numeric" maxLength={20} {...form.field("pesel")} />
        {(form.values.peselNeedsChecking || form.at("pesel").error) && (
          <CheckField label={t("peselNeedsChecking")} {...form.field("peselNeedsChecking")} />
        )}
        <DateField label={t("birthDate")} hint={t("birthDate.hint")} {...form.field("birthDate")} />
        <SelectField label={t("sex")} options={options("SEX")} {...form.field("sex")} />
      </FormSection>
      <FormSection question={t("group.from")}>
        <SelectField
          label={t("source")}
          required
          options={candidateSources.map((value) => ({ value, label: t(`source.${value}`) }))}
          {...form.field("source")}
        />
        <DateField label={t("appliedOn")} required {...form.field("appliedOn")} />
      </FormSection>
      <FormSection question={t("group.asked")}>
        <DateField label={t("registeredSince")} {...form.field("registeredSince")} />
        <CheckField label={t("notRegistered")} {...form.field("notRegistered")} />
        <SelectField label={t("education")} options={options("EDUCATION")} {...form.field("education")} />
        <DateField label={t("clientSince")} {...form.field("clientSince")} />
        <CheckField label={t("notClient")} {...form.field("notClient")} />
        {asked.has("LABOUR_STATUS") && (
          <SelectField label={t("labour")} options={options("LABOUR_STATUS")} {...form.field("labour")} />
        )}
        {asked.has("DISABILITY") && (
          <SelectField label={t("disability")} options={options("DISABILITY")} {...form.field("disability")} />
        )}
        {asked.has("COMMUNE") && (
          <TextField label={t("commune")} inputMode="numeric" maxLength={7} {...form.field("commune")} />
        )}
        {rules.map(
          (rule) =>
            rule.field === "STATEMENT" && (
              <ChoiceField
                key={rule.ruleId}
                label={rule.statement}
                options={[
                  { value: "yes", label: t("yes") },
                  { value: "no", label: t("noAnswer") },
                ]}
                value={statements[rule.ruleId] ?? ""}
                onChange={(answer) => form.set({ statements: { ...statements, [rule.ruleId]: answer } })}
              />
            ),
        )}
      </FormSection>
      <FormSection question={t("group.more")} optional>
        <TextField label={t("phone")} inputMode="tel" maxLength={40} {...form.field("phone")} />
        <TextField label={t("email")} maxLength={200} {...form.field("email")} />
        <TextField label={t("address")} maxLength={300} {...form.field("address")} />
        <TextArea label={t("remark")} maxLength={1000} {...form.field("remark")} />
      </FormSection>
      {frozen && (
        <TextArea label={t("edit.why")} hint={t("edit.whyHint")} required maxLength={1000} {...form.field("reason")} />
      )}
    </CommandForm>
  );
}
