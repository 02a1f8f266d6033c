import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { sendCommand } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatClock } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { problemSentence } from "../../../platform/ui/problemText.ts";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { institutions } from "../../outreach/codes.ts";
import { outreachMessages } from "../../outreach/messages.ts";
import { weathers } from "../codes.ts";
import { streetWorkMessages } from "../messages.ts";
import { refuseSave, refuseSubmit } from "../rules.ts";
import { ownReportQuery } from "./fieldApi.ts";
import type { ReportHere } from "./reportHere.ts";
import { reportMessages } from "./reportMessages.ts";
import { hoursOf, saveOf, valuesOf } from "./reportValues.ts";

/** The report of one's own shift: the counters are there, words and strain are added, then it is handed in. */
export function OwnReportScreen() {
  const t = useMessages(reportMessages);
  const words = useMessages(streetWorkMessages);
  const report = useQuery(ownReportQuery(useParam("shiftId")));
  return (
    <Page title={words("report.title")} back={{ to: "/work-report", label: t("own.title") }} narrow>
      <Loaded query={report}>
        {({ report: here }) => {
          if (!here) return <EmptyState title={t("own.gone")} text={t("own.noneText")} />;
          const open = refuseSave(here.state) === null;
          return (
            <>
              <Card
                title={<RelativeTime at={here.shift.startedAt} />}
                actions={<Status tone={open ? "due" : "confirmed"}>{words(`state.${here.state}`)}</Status>}
              >
                <Shift report={here} />
                {here.returnedFor && (
                  <Notice tone="due" title={t("form.returned")}>
                    {here.returnedFor}
                  </Notice>
                )}
              </Card>
              <CountedCard report={here} />
              {open ? (
                <ReportForm key={here.id} report={here} />
              ) : (
                <>
                  <Notice tone="confirmed">{t("form.closed")}</Notice>
                  <TypedCard report={here} />
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Shift({ report: { shift } }: { report: ReportHere }) {
  const t = useMessages(reportMessages);
  const { plannedStart, plannedEnd, routeName } = shift;
  return (
    <Definitions
      items={[
        { term: t("form.members"), value: shift.members.map(({ name }) => name).join(", ") },
        {
          term: t("form.planned"),
          value:
            plannedEnd && `${formatClock(plannedStart ?? shift.startedAt, t.lang)}–${formatClock(plannedEnd, t.lang)}`,
        },
        { term: t("form.route"), value: routeName },
      ]}
    />
  );
}

/** What one wrote oneself, once it is handed in; one's own strain too, which the coordinator does not see. */
function TypedCard({ report: { typed, strain } }: { report: ReportHere }) {
  const t = useMessages(reportMessages);
  const words = useMessages(streetWorkMessages);
  const street = useMessages(outreachMessages);
  const clock = (at: string | null) => (at ? formatClock(at, t.lang) : "…");
  const named = typed.institutions.map(({ kind, about }) =>
    [street(`institution.${kind}`), about].filter(Boolean).join(": "),
  );
  return (
    <Card title={t("form.typed")}>
      <Definitions
        items={[
          { term: t("form.worked"), value: `${clock(typed.actualStart)}–${clock(typed.actualEnd)}` },
          { term: t("form.weather"), value: typed.weather && words(`weather.${typed.weather}`) },
          { term: t("form.lowest"), value: typed.lowestCelsius },
          {
            term: t("form.strain"),
            value: strain?.level,
            note: [strain?.note, t("form.strainHint")].filter(Boolean).join(" "),
          },
          { term: t("form.reflections"), value: typed.reflections },
          { term: t("form.institutions"), value: named.join("; ") || null },
          {
            term: t("form.office"),
            value: typed.officeHours === null ? null : t("form.hours", { count: typed.officeHours }),
          },
          { term: t("form.equipment"), value: typed.equipment },
        ]}
      />
    </Card>
  );
}

function CountedCard({ report: { counted, siteNames } }: { report: ReportHere }) {
  const t = useMessages(reportMessages);
  const street = useMessages(outreachMessages);
  return (
    <Card title={t("form.computed")}>
      <p className="soft small">{t("form.computedHint")}</p>
      <Definitions
        items={[
          {
            term: t("form.contacts"),
            value: t("form.pair", { first: counted.contactsFirst, second: counted.contactsRepeat }),
          },
          { term: t("form.people"), value: t("form.pair", { first: counted.known, second: counted.unknown }) },
          {
            term: t("form.sites"),
            value: counted.sites.map(({ siteId }) => siteNames[siteId] ?? "?").join(", ") || "0",
          },
          {
            term: t("form.aid"),
            value: counted.aid.map(({ item, quantity }) => `${street(`aid.${item}`)} × ${quantity}`).join(", ") || "0",
          },
          { term: t("form.referrals"), value: String(counted.referrals) },
          { term: t("form.accompaniment"), value: t("form.hours", { count: counted.accompanimentHours }) },
          {
            term: t("form.interventions"),
            value: t("form.pair", { first: counted.interventions, second: counted.incidents }),
          },
        ]}
      />
    </Card>
  );
}

function ReportForm({ report }: { report: ReportHere }) {
  const t = useMessages(reportMessages);
  const words = useMessages(streetWorkMessages);
  const street = useMessages(outreachMessages);
  const ui = useMessages(uiMessages);
  const go = useGo();
  const draftOnly = useRef(false);
  const form = useCommandForm({
    type: "work-report.save",
    initial: valuesOf(report),
    build: (values) => saveOf(values, report),
    check: (values) => {
      const code = draftOnly.current ? null : refuseSubmit(report.state, hoursOf(report.shift.startedAt, values));
      return code ? [{ path: "to", code }] : [];
    },
    paths: { actualStart: "from", actualEnd: "to", lowestCelsius: "lowest" },
    messages: words,
    invalidates: [["street-work"]],
    onDone: async (_, { reportId }) => {
      if (draftOnly.current) {
        toast({ text: t("form.saved") });
        return form.reset({ ...form.values, reportId });
      }
      try {
        const occurredAt = now().toISOString();
        await sendCommand("work-report.submit", { id: uuidv7(), v: 1, occurredAt, payload: { reportId } });
        toast({ text: t("form.submitted") });
        go("/work-report");
      } catch (error) {
        toast({ text: problemSentence(error, words, ui), tone: "danger" });
      }
    },
  });
  const { values, field } = form;
  return (
    <CommandForm
      form={form}
      submit={t("form.submit")}
      submitIcon="check"
      actions={
        <Button
          onClick={() => {
            draftOnly.current = true;
            void form.submit().finally(() => {
              draftOnly.current = false;
            });
          }}
        >
          {t("form.save")}
        </Button>
      }
    >
      <FormSection question={t("form.you")} hint={t("form.strainHint")}>
        <ChoiceField
          label={t("form.strain")}
          options={([1, 2, 3, 4, 5] as const).map((level) => ({
            value: String(level),
            label: t(`form.strain.${level}`),
          }))}
          {...field("strain")}
        />
        {values.strain && <TextArea label={t("form.strainNote")} rows={2} maxLength={2000} {...field("strainNote")} />}
        <CheckField label={t("form.supervision")} {...field("asksForSupervision")} />
      </FormSection>
      <FormSection question={t("form.when")}>
        <div className="field-counts">
          <TimeField label={t("form.from")} {...field("from")} />
          <TimeField label={t("form.to")} quickNow {...field("to")} />
        </div>
        <SelectField
          label={t("form.weather")}
          options={weathers.map((value) => ({ value, label: words(`weather.${value}`) }))}
          {...field("weather")}
        />
        <NumberField label={t("form.lowest")} size={4} {...field("lowest")} />
      </FormSection>
      <TextArea label={t("form.reflections")} rows={4} maxLength={10_000} {...field("reflections")} />
      <FormSection question={t("form.more")} optional lazy>
        <MultiChoice
          label={t("form.institutions")}
          options={institutions.map((value) => ({ value, label: street(`institution.${value}`) }))}
          {...field("institutions")}
        />
        {values.institutions.map((kind) => (
          <TextField
            key={kind}
            label={t("form.about", { institution: street(`institution.${kind}`) })}
            maxLength={200}
            value={values.institutionsAbout[kind] ?? ""}
            onChange={(about) => form.set({ institutionsAbout: { ...values.institutionsAbout, [kind]: about } })}
          />
        ))}
        <NumberField label={t("form.office")} size={4} {...field("officeHours")} />
        <TextArea label={t("form.equipment")} rows={2} maxLength={2000} {...field("equipment")} />
      </FormSection>
    </CommandForm>
  );
}
