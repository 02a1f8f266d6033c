import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now } from "../../../platform/ui/clock.ts";
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
import { plannedQuery, tonightQuery } from "../api.ts";
import { optionsOf } from "../CardFields.tsx";
import { assistanceResults, institutions } from "../codes.ts";
import type { PlannedAssistance } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import type { RecordAssistance } from "../workContract.ts";
import { dayAndTimeOf, instantOfForm } from "./dayAndTime.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { whereOf } from "./PlannedWith.tsx";
import { WithWhom } from "./WithWhom.tsx";
import "../outreach.css";

const lengths = [0.5, 1, 1.5, 2, 3, 4] as const;

type Values = {
  assistanceId: string;
  personId: string;
  typed: string;
  day: string;
  time: string;
  hours: string;
  institution: (typeof institutions)[number] | "";
  place: string;
  result: (typeof assistanceResults)[number] | "";
  note: string;
};

/** Going with somebody to an office or a surgery: with whom, where, how long, what came of it. `planned`: what was agreed ends. */
export function AssistanceScreen() {
  const f = useMessages(fieldMessages);
  const t = useMessages(outreachMessages);
  const [at] = useUrlFilters({ person: "", planned: "" });
  const refused = useRefused<RecordAssistance>("assistance.record");
  const personId = refused.sent?.personId ?? at.person;
  const plans = useQuery({ ...plannedQuery(personId), enabled: personId !== "" && at.planned !== "" });
  const title = f("act.assistance");
  const form = (plan?: PlannedAssistance) => <AssistanceForm personId={personId} plan={plan} refused={refused} />;
  return (
    <Page title={title} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      {refused.reading ? null : at.planned ? (
        <Loaded query={plans}>
          {({ planned }) => {
            const plan = planned.find(({ id }) => id === at.planned);
            return plan ? form(plan) : <Notice tone="due">{f("plan.gone")}</Notice>;
          }}
        </Loaded>
      ) : (
        form()
      )}
    </Page>
  );
}

function startOf(personId: string, plan: PlannedAssistance | undefined, sent: RecordAssistance | undefined): Values {
  const { startedAt = plan?.plannedAt ?? now().toISOString(), institution, place, note, result, hours } = sent ?? {};
  return {
    assistanceId: sent?.assistanceId ?? plan?.id ?? uuidv7(),
    personId,
    typed: "",
    ...dayAndTimeOf(startedAt),
    hours: String(hours ?? 1),
    institution: institution ?? plan?.institution ?? "",
    place: place ?? plan?.place ?? "",
    result: result ?? "",
    note: note ?? "",
  };
}

type AssistanceFormProps = {
  personId: string;
  /** What was agreed and ends with this. */
  plan: PlannedAssistance | undefined;
  refused: ReturnType<typeof useRefused<RecordAssistance>>;
};

function AssistanceForm({ personId: whom, plan, refused }: AssistanceFormProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const tonight = useQuery(tonightQuery);
  const form = useCommandForm<Values>({
    type: "assistance.record",
    initial: startOf(whom, plan, refused.sent),
    build: ({ assistanceId, personId, hours, institution, place, result, note, ...at }) => ({
      assistanceId,
      planned: plan !== undefined || refused.sent?.planned === true,
      personId,
      shiftId: refused.sent?.shiftId ?? tonight.data?.shift?.id ?? null,
      startedAt: instantOfForm(at),
      hours: Number(hours),
      institution: institution || "OTHER",
      place: place.trim() || null,
      result: result || "DONE",
      note: note.trim() || null,
    }),
    check: (values) => [
      ...(values.personId ? [] : [{ path: "typed", code: "field.required" }]),
      ...(instantOfForm(values) ? [] : [{ path: "time", code: "field.required" }]),
      ...(values.institution ? [] : [{ path: "institution", code: "field.required" }]),
      ...(values.result ? [] : [{ path: "result", code: "field.required" }]),
    ],
    paths: { personId: "typed", startedAt: "time" },
    messages: t,
    mends: refused.mends,
    occurredAt: (values) => instantOfForm(values) ?? now().toISOString(),
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: f("assistance.saved") });
      go("/tonight");
    },
  });
  const { field, values, set } = form;
  return (
    <>
      {plan && (
        <Notice
          title={whereOf(t, plan)}
          actions={
            <LinkButton to="/assistance/plan" search={{ person: whom, planned: plan.id }} icon="calendar">
              {f("act.changePlan")}
            </LinkButton>
          }
        >
          <p>
            {f("plan.agreedFor")} <InstantText at={plan.plannedAt} />
          </p>
          {plan.purpose && <p>{plan.purpose}</p>}
        </Notice>
      )}
      <CommandForm form={form} submit={f("assistance.save")} submitIcon="check">
        <WithWhom
          label={f("assistance.whom")}
          whom={values}
          settled={plan !== undefined}
          set={set}
          field={field("typed")}
        />
        <ChoiceField
          label={f("assistance.result")}
          options={optionsOf(t, "assistance", assistanceResults)}
          required
          {...field("result")}
        />
        <DateField label={t("card.day")} {...field("day")} />
        <TimeField label={f("assistance.began")} quickNow {...field("time")} />
        <ChoiceField
          label={f("assistance.hours")}
          options={lengths.map((hours) => ({ value: String(hours), label: f("assistance.hour", { hours }) }))}
          {...field("hours")}
        />
        {!plan && (
          <>
            <ChoiceField
              label={f("assistance.institution")}
              options={optionsOf(t, "institution", institutions)}
              required
              {...field("institution")}
            />
            <TextField label={f("assistance.place")} maxLength={200} {...field("place")} />
          </>
        )}
        <TextArea label={t("card.note")} rows={3} maxLength={2000} {...field("note")} />
      </CommandForm>
    </>
  );
}
