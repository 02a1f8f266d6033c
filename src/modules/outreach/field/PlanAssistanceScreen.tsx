import { useQuery } from "@tanstack/react-query";
import { todayIn } from "../../../platform/time/instant.ts";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { plannedQuery } from "../api.ts";
import { optionsOf } from "../CardFields.tsx";
import { institutions, planChangeReasons } from "../codes.ts";
import type { PlannedAssistance } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { refusePlanChange } from "../rules.ts";
import type { ChangeAssistance, PlanAssistance } from "../workContract.ts";
import { type DayAndTime, dayAndTimeOf, instantOfForm } from "./dayAndTime.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { whereOf } from "./PlannedWith.tsx";
import { WithWhom } from "./WithWhom.tsx";
import "../outreach.css";

/** Agreeing to go with somebody somewhere; with `planned`, putting that off or calling it off. */
export function PlanAssistanceScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const [at] = useUrlFilters({ person: "", planned: "" });
  const plan = useRefused<PlanAssistance>("assistance.plan");
  const change = useRefused<ChangeAssistance>("assistance.change");
  const plannedId = change.sent?.assistanceId ?? at.planned;
  const personId = change.sent?.personId ?? at.person;
  const plans = useQuery({ ...plannedQuery(personId), enabled: personId !== "" && plannedId !== "" });
  const title = plannedId ? f("act.changePlan") : f("act.plan");
  return (
    <Page title={title} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      {plan.reading || change.reading ? null : plannedId ? (
        <Loaded query={plans}>
          {({ planned }) => {
            const agreed = planned.find(({ id }) => id === plannedId);
            if (!agreed) return <Notice tone="due">{f("plan.gone")}</Notice>;
            return <ChangeForm personId={personId} plan={agreed} refused={change} />;
          }}
        </Loaded>
      ) : (
        <PlanForm personId={at.person} refused={plan} />
      )}
    </Page>
  );
}

/** A missing time, or one of a day that is over. */
function checkTime(at: DayAndTime): { path: string; code: string }[] {
  const plannedAt = instantOfForm(at);
  if (!plannedAt) return [{ path: "time", code: "field.required" }];
  const open = { recorded: false, calledOff: false };
  const refusal = refusePlanChange(open, todayIn(plannedAt, "Europe/Warsaw"), today());
  return refusal ? [{ path: "day", code: refusal }] : [];
}

type PlanValues = DayAndTime & {
  assistanceId: string;
  personId: string;
  typed: string;
  institution: (typeof institutions)[number] | "";
  place: string;
  purpose: string;
};

type PlanFormProps = { personId: string; refused: ReturnType<typeof useRefused<PlanAssistance>> };

function PlanForm({ personId: whom, refused: { sent, mends } }: PlanFormProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const form = useCommandForm<PlanValues>({
    type: "assistance.plan",
    initial: {
      assistanceId: sent?.assistanceId ?? uuidv7(),
      personId: sent?.personId ?? whom,
      typed: "",
      ...(sent ? dayAndTimeOf(sent.plannedAt) : { day: "", time: "" }),
      institution: sent?.institution ?? "",
      place: sent?.place ?? "",
      purpose: sent?.purpose ?? "",
    },
    build: ({ assistanceId, personId, institution, place, purpose, ...at }) => ({
      assistanceId,
      personId,
      plannedAt: instantOfForm(at),
      institution: institution || "OTHER",
      place: place.trim() || null,
      purpose: purpose.trim() || null,
    }),
    check: (values) => [
      ...(values.personId ? [] : [{ path: "typed", code: "field.required" }]),
      ...checkTime(values),
      ...(values.institution ? [] : [{ path: "institution", code: "field.required" }]),
    ],
    paths: { personId: "typed", plannedAt: "time" },
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: f("plan.saved") });
      go("/tonight");
    },
  });
  const { field, values, set } = form;
  return (
    <CommandForm form={form} submit={f("plan.save")} submitIcon="check">
      <WithWhom label={f("plan.whom")} whom={values} set={set} field={field("typed")} />
      <DateField label={f("plan.day")} quick={["today", "tomorrow"]} required {...field("day")} />
      <TimeField label={f("plan.time")} required {...field("time")} />
      <ChoiceField
        label={f("assistance.institution")}
        options={optionsOf(t, "institution", institutions)}
        required
        {...field("institution")}
      />
      <TextField label={f("assistance.place")} maxLength={200} {...field("place")} />
      <TextArea label={f("plan.purpose")} rows={2} maxLength={500} {...field("purpose")} />
    </CommandForm>
  );
}

type ChangeValues = DayAndTime & {
  changeId: string;
  what: "MOVED" | "CALLED_OFF" | "";
  reason: (typeof planChangeReasons)[number] | "";
  note: string;
};

type ChangeFormProps = {
  personId: string;
  plan: PlannedAssistance;
  refused: ReturnType<typeof useRefused<ChangeAssistance>>;
};

function ChangeForm({ personId, plan, refused: { sent, mends } }: ChangeFormProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const form = useCommandForm<ChangeValues>({
    type: "assistance.change",
    initial: {
      changeId: uuidv7(),
      what: sent ? (sent.plannedAt ? "MOVED" : "CALLED_OFF") : "",
      ...(sent?.plannedAt ? dayAndTimeOf(sent.plannedAt) : { day: "", time: dayAndTimeOf(plan.plannedAt).time }),
      reason: sent?.reason ?? "",
      note: sent?.note ?? "",
    },
    build: ({ changeId, what, reason, note, ...at }) => ({
      changeId,
      assistanceId: plan.id,
      personId,
      plannedAt: what === "MOVED" ? instantOfForm(at) : null,
      reason: reason || "OTHER",
      note: note.trim() || null,
    }),
    check: (values) => [
      ...(values.what ? [] : [{ path: "what", code: "field.required" }]),
      ...(values.reason ? [] : [{ path: "reason", code: "field.required" }]),
      ...(values.what === "MOVED" ? checkTime(values) : []),
    ],
    paths: { plannedAt: "time" },
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: (_, { what }) => {
      toast({ text: what === "MOVED" ? f("plan.moved") : f("plan.calledOff") });
      go("/tonight");
    },
  });
  const { field, values } = form;
  return (
    <>
      <Notice title={whereOf(t, plan)}>
        {f("plan.agreedFor")} <InstantText at={plan.plannedAt} />
      </Notice>
      <CommandForm form={form} submit={f("plan.saveChange")} submitIcon="check">
        <ChoiceField
          label={f("plan.what")}
          options={[
            { value: "MOVED", label: f("plan.what.MOVED") },
            { value: "CALLED_OFF", label: f("plan.what.CALLED_OFF") },
          ]}
          required
          {...field("what")}
        />
        {values.what === "MOVED" && (
          <>
            <DateField label={f("plan.newDay")} quick={["today", "tomorrow"]} required {...field("day")} />
            <TimeField label={f("plan.time")} required {...field("time")} />
          </>
        )}
        <ChoiceField
          label={f("plan.reason")}
          options={optionsOf(t, "planChange", planChangeReasons)}
          required
          {...field("reason")}
        />
        <TextArea label={t("card.note")} rows={2} maxLength={500} {...field("note")} />
      </CommandForm>
    </>
  );
}
