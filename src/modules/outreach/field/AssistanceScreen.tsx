import { useQuery } from "@tanstack/react-query";
import { instantAt, localTimeIn } from "../../../platform/time/instant.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
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
import { type CommandForm as Form, useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { streetPeopleQuery, tonightQuery } from "../api.ts";
import { optionsOf } from "../CardFields.tsx";
import { assistanceResults, institutions } from "../codes.ts";
import { outreachMessages } from "../messages.ts";
import { searchPeople } from "./aliasIndex.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { useRefused } from "./useRefused.ts";
import "../outreach.css";

const timeZone = "Europe/Warsaw";
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

/** Going with somebody to an office or a surgery: with whom, where, how long, what came of it. */
export function AssistanceScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const [{ person }] = useUrlFilters({ person: "" });
  const tonight = useQuery(tonightQuery);
  const { mends } = useRefused("assistance.record");
  const begun = localTimeIn(now().toISOString(), timeZone);
  const form = useCommandForm<Values>({
    type: "assistance.record",
    initial: {
      assistanceId: uuidv7(),
      personId: person,
      typed: "",
      day: begun.day,
      time: begun.time.slice(0, 5),
      hours: "1",
      institution: "",
      place: "",
      result: "",
      note: "",
    },
    build: ({ assistanceId, personId, hours, institution, place, result, note, ...at }) => ({
      assistanceId,
      personId,
      shiftId: tonight.data?.shift?.id ?? null,
      startedAt: startedAtOf(at),
      hours: Number(hours),
      institution: institution || "OTHER",
      place: place.trim() || null,
      result: result || "DONE",
      note: note.trim() || null,
    }),
    check: (values) => [
      ...(values.personId ? [] : [{ path: "typed", code: "field.required" }]),
      ...(startedAtOf(values) ? [] : [{ path: "time", code: "field.required" }]),
      ...(values.institution ? [] : [{ path: "institution", code: "field.required" }]),
      ...(values.result ? [] : [{ path: "result", code: "field.required" }]),
    ],
    paths: { personId: "typed", startedAt: "time" },
    messages: t,
    mends,
    occurredAt: (values) => startedAtOf(values) ?? now().toISOString(),
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: f("assistance.saved") });
      go("/tonight");
    },
  });
  const { field } = form;
  return (
    <Page title={f("act.assistance")} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      <CommandForm form={form} submit={f("assistance.save")} submitIcon="check">
        <WithWhom form={form} />
        <DateField label={t("card.day")} {...field("day")} />
        <TimeField label={f("assistance.began")} quickNow {...field("time")} />
        <ChoiceField
          label={f("assistance.hours")}
          options={lengths.map((hours) => ({ value: String(hours), label: f("assistance.hour", { hours }) }))}
          {...field("hours")}
        />
        <ChoiceField
          label={f("assistance.institution")}
          options={optionsOf(t, "institution", institutions)}
          required
          {...field("institution")}
        />
        <TextField label={f("assistance.place")} maxLength={200} {...field("place")} />
        <ChoiceField
          label={f("assistance.result")}
          options={optionsOf(t, "assistance", assistanceResults)}
          required
          {...field("result")}
        />
        <TextArea label={t("card.note")} rows={3} maxLength={2000} {...field("note")} />
      </CommandForm>
    </Page>
  );
}

function startedAtOf({ day, time }: Pick<Values, "day" | "time">): string | null {
  return day && /^\d{2}:\d{2}$/.test(time) ? instantAt(day as PlainDate, time, timeZone) : null; // the day field gives whole days only
}

function WithWhom({ form }: { form: Form<Values> }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const people = useQuery(streetPeopleQuery);
  const all = people.data?.people ?? [];
  const { personId, typed } = form.values;
  const whom = all.find((each) => each.personId === personId);
  if (personId)
    return (
      <Notice
        title={whom?.name ?? t("card.known")}
        actions={<Button onClick={() => form.set({ personId: "" })}>{t("act.another")}</Button>}
      >
        {whom?.nextStep && t("people.step", { step: whom.nextStep.text })}
      </Notice>
    );
  return (
    <>
      <TextField label={f("assistance.whom")} type="search" required {...form.field("typed")} />
      <div className="cluster">
        {typed.trim() &&
          searchPeople(all, typed)
            .slice(0, 6)
            .map((each) => (
              <Button key={each.personId} onClick={() => form.set({ personId: each.personId, typed: "" })}>
                {each.name}
              </Button>
            ))}
      </div>
    </>
  );
}
