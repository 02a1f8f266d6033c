import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useSession } from "../../../platform/ui/session.ts";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { warnInterviewHours } from "../../project/rules.ts";
import { colleaguesQuery, recruitmentStale } from "../api.ts";
import { candidateEvidenceSources } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import type { CandidateView } from "./contract.ts";
import { factOfRule } from "./ruleFacts.ts";
import { outsideWords } from "./words.ts";

type FormProps = { view: CandidateView; onDone: () => void };

/** What somebody has seen: of which fact, what it was, on what day. */
export function EvidenceForm({ view, onDone }: FormProps) {
  const t = useMessages(recruitmentMessages);
  const facts = [...new Map(view.rules.map((rule) => [factOfRule(rule), rule]))];
  const lacking = new Set(view.results.filter(({ lacks }) => lacks === "PAPER").map(({ ruleId }) => ruleId));
  const first = view.rules.find(({ ruleId }) => lacking.has(ruleId)) ?? view.rules[0];
  const form = useCommandForm({
    type: "candidate.add-evidence",
    messages: t,
    draft: false,
    initial: {
      fact: first ? factOfRule(first) : "",
      source: "PAPER" as (typeof candidateEvidenceSources)[number] | "",
      seenOn: today() as string,
      words: "",
    },
    build: ({ fact, source, seenOn, words }) => ({
      candidateId: view.id,
      evidence: [{ evidenceId: uuidv7(), fact, source, seenOn, words }],
    }),
    check: ({ fact, source, seenOn }) =>
      Object.entries({ fact, source, seenOn }).flatMap(([path, value]) =>
        value ? [] : [{ path, code: "field.required" }],
      ),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("evidence.add")}>
      <SelectField
        label={t("evidence.fact")}
        required
        options={facts.map(([value, rule]) => ({
          value,
          label: rule.field === "STATEMENT" ? rule.statement : (t.maybe(`fact.${value}`) ?? value),
        }))}
        {...form.field("fact")}
      />
      <SelectField
        label={t("evidence.source")}
        required
        options={candidateEvidenceSources.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        {...form.field("source")}
      />
      <DateField label={t("evidence.seenOn")} required {...form.field("seenOn")} />
      <TextField label={t("evidence.words")} maxLength={300} {...form.field("words")} />
    </CommandForm>
  );
}

/** The initial interview; hours outside two to three are said and kept (R-REC-03). */
export function InterviewForm({ view, onDone }: FormProps) {
  const t = useMessages(recruitmentMessages);
  const { account } = useSession();
  const colleagues = useQuery(colleaguesQuery);
  const { interview } = view;
  const form = useCommandForm({
    type: "candidate.note-interview",
    messages: t,
    draft: false,
    initial: {
      heldOn: (interview?.heldOn ?? today()) as string,
      hours: (interview ? interview.minutes / 60 : 2.5) as number | undefined,
      interviewerId: interview?.interviewerId ?? account.id,
      points: (interview?.points ?? undefined) as number | undefined,
      potential: interview?.potential ?? "",
    },
    build: ({ heldOn, hours, interviewerId, points, potential }) => ({
      interviewId: uuidv7(),
      candidateId: view.id,
      heldOn,
      minutes: Math.round((hours ?? 0) * 60),
      interviewerId,
      points: points ?? null,
      potential,
    }),
    check: ({ heldOn, hours, points }) => [
      ...(heldOn ? [] : [{ path: "heldOn", code: "field.required" }]),
      ...(hours && hours > 0 && hours <= 24 ? [] : [{ path: "hours", code: "field.invalid" }]),
      ...(points !== undefined && points > view.interviewMax
        ? [{ path: "points", code: "candidate.too_many_points" }]
        : []),
    ],
    paths: { minutes: "hours" },
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { hours } = form.values;
  const people = colleagues.data?.colleagues ?? [];
  return (
    <CommandForm form={form} submit={t("interview.note")}>
      <DateField label={t("interview.heldOn")} required {...form.field("heldOn")} />
      <NumberField label={t("interview.hours")} decimals={2} required {...form.field("hours")} />
      {hours !== undefined && hours > 0 && warnInterviewHours(hours, view.interviewHours) && (
        <Notice tone="due">{outsideWords(t, view)}</Notice>
      )}
      <SelectField
        label={t("interview.who")}
        required
        empty={false}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("interviewerId")}
      />
      {view.interviewMax > 0 && (
        <NumberField label={t("interview.points", { max: view.interviewMax })} {...form.field("points")} />
      )}
      <TextArea label={t("interview.potential")} rows={5} maxLength={4000} {...form.field("potential")} />
    </CommandForm>
  );
}

export function WithdrawForm({ view, onDone }: FormProps) {
  const t = useMessages(recruitmentMessages);
  const form = useCommandForm({
    type: "candidate.withdraw",
    messages: t,
    draft: false,
    initial: { withdrawnOn: today() as string, reason: "" },
    build: (values) => ({ candidateId: view.id, ...values, rankingId: uuidv7() }),
    check: (values) =>
      Object.entries(values).flatMap(([path, value]) => (value.trim() ? [] : [{ path, code: "field.required" }])),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.withdraw")} submitKind="danger" note={t("withdraw.what")}>
      <DateField label={t("withdraw.on")} required {...form.field("withdrawnOn")} />
      <TextArea label={t("withdraw.why")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

export function TakeBackForm({ view, onDone }: FormProps) {
  const t = useMessages(recruitmentMessages);
  const form = useCommandForm({
    type: "candidate.take-back-withdrawal",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({
      candidateId: view.id,
      returnId: uuidv7(),
      decisionId: uuidv7(),
      rankingId: uuidv7(),
      reason,
    }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.takeBack")} note={t("back.what")}>
      <TextArea label={t("back.why")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
