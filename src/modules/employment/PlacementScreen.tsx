import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useParam } from "../../platform/ui/navigation.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { employmentAccess } from "./access.ts";
import { placementQuery } from "./api.ts";
import { checkStatuses, placementResults } from "./codes.ts";
import type { PlacementView } from "./contract.ts";
import { PlacementStatus } from "./EmploymentScreen.tsx";
import { employmentMessages } from "./messages.ts";
import { PreparationFields, preparationOf, preparationPayload } from "./PreparationFields.tsx";

/** A placement: what keeps it from starting, its start and end, and whether the job was kept. */
export function PlacementScreen() {
  const t = useMessages(employmentMessages);
  const placement = useQuery(placementQuery(useParam("placementId")));
  const data = placement.data;
  const writesLog = useHasRole(...Object.keys(employmentAccess["coach-log.write"]));
  return (
    <Page
      title={data?.personName}
      lead={data && [t(`kind.${data.kind}`), data.employerName].filter(Boolean).join(" · ")}
      back={{ to: "/employment", label: t("back") }}
      actions={
        data &&
        writesLog && (
          <LinkButton
            to="/employment/log/new"
            search={{ person: data.personId, employer: data.employerId ?? "" }}
            icon="plus"
          >
            {t("log.new")}
          </LinkButton>
        )
      }
    >
      <Loaded query={placement} lines={8}>
        {(it) => <Placement key={it.version} it={it} reload={() => void placement.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Placement({ it, reload }: { it: PlacementView; reload: () => void }) {
  const t = useMessages(employmentMessages);
  const writes = useHasRole(...Object.keys(employmentAccess["placement.write"]));
  const planned = it.startedOn === null;
  const day = (value: string | null) => value && <DateText day={value} />;
  return (
    <>
      {planned && (
        <Notice
          tone={it.missing.length > 0 ? "due" : "confirmed"}
          title={t(it.missing.length > 0 ? "placement.cannotStart" : "placement.readyToStart")}
        >
          {it.missing.length > 0 && (
            <ul>
              {it.missing.map((code) => (
                <li key={code}>{t.maybe(code) ?? code}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      {it.warning && <Notice tone="due">{t.maybe(it.warning) ?? it.warning}</Notice>}
      <div className="columns">
        <Card title={t("placement.facts")} actions={<PlacementStatus line={it} />}>
          <Definitions
            items={[
              { term: t("startsOn"), value: day(it.startedOn ?? it.startsOn) },
              { term: t("untilOn"), value: day(it.endedOn ?? it.untilOn) },
              { term: t("weeklyHours"), value: it.weeklyHours },
              { term: t("financing"), value: it.financing && t(`financing.${it.financing}`) },
              { term: t("coach"), value: it.coachName },
              { term: t("mentor"), value: it.mentor },
              { term: t("agreementOn"), value: day(it.agreementOn), note: it.agreementNo },
              { term: t("medicalExamOn"), value: day(it.medicalExamOn) },
              { term: t("safetyTrainingOn"), value: day(it.safetyTrainingOn) },
              { term: t("insuredFrom"), value: day(it.insuredFrom) },
              { term: t("placement.told"), value: it.disclosure },
              { term: t("programme"), value: it.programme },
              ...(it.result
                ? [{ term: t("placement.result"), value: t(`result.${it.result}`), note: it.endReason }]
                : []),
              ...(it.opinion ? [{ term: t("placement.opinion"), value: it.opinion }] : []),
            ].filter(({ value }) => value !== null || !planned)}
          />
        </Card>
        <div className="stack">
          {writes && planned && it.missing.length === 0 && <StartForm it={it} />}
          <Checks it={it} writes={writes} />
          {writes && !planned && it.endedOn === null && <EndForm it={it} />}
        </div>
      </div>
      {writes && planned && <PrepareForm it={it} reload={reload} />}
    </>
  );
}

const invalidates = [["employment"], ["tasks"]];

function StartForm({ it }: { it: PlacementView }) {
  const t = useMessages(employmentMessages);
  const form = useCommandForm({
    type: "placement.start",
    initial: { startedOn: (it.startsOn <= today() ? it.startsOn : today()) as string },
    build: ({ startedOn }) => ({ placementId: it.id, startedOn }),
    messages: t,
    invalidates,
    onDone: () => toast({ text: t("placement.startDone") }),
  });
  return (
    <Card title={t("placement.start")}>
      <CommandForm form={form} submit={t("placement.start")}>
        <DateField label={t("placement.startedOn")} {...form.field("startedOn")} />
      </CommandForm>
    </Card>
  );
}

function EndForm({ it }: { it: PlacementView }) {
  const t = useMessages(employmentMessages);
  const form = useCommandForm({
    type: "placement.end",
    initial: {
      endedOn: today() as string,
      result: "" as (typeof placementResults)[number] | "",
      reason: "",
      opinion: "",
    },
    build: ({ reason, opinion, ...values }) => ({
      ...values,
      placementId: it.id,
      reason: reason.trim() || null,
      opinion: opinion.trim() || null,
    }),
    check: ({ result }) => (result ? [] : [{ path: "result", code: "field.required" }]),
    messages: t,
    invalidates,
    onDone: () => toast({ text: t("placement.endDone") }),
  });
  return (
    <FormSection question={t("placement.endAsk")} optional hint={t("placement.endHint")}>
      <CommandForm form={form} submit={t("placement.end")} submitKind="quiet">
        <DateField label={t("placement.endedOn")} {...form.field("endedOn")} />
        <ChoiceField
          label={t("placement.result")}
          options={placementResults.map((value) => ({ value, label: t(`result.${value}`) }))}
          {...form.field("result")}
        />
        <TextField label={t("placement.endReason")} {...form.field("reason")} />
        <TextArea label={t("placement.opinion")} {...form.field("opinion")} />
      </CommandForm>
    </FormSection>
  );
}

function PrepareForm({ it, reload }: { it: PlacementView; reload: () => void }) {
  const t = useMessages(employmentMessages);
  const form = useCommandForm({
    type: "placement.prepare",
    base: it.version,
    initial: preparationOf(it),
    build: (values) => ({ ...preparationPayload(values), placementId: it.id }),
    messages: t,
    invalidates,
    onDone: () => toast({ text: t("placement.prepared") }),
  });
  return (
    <Card>
      <CommandForm
        form={form}
        submit={t("placement.prepare")}
        submitKind={it.missing.length > 0 ? "main" : "quiet"}
        onReload={reload}
      >
        <PreparationFields
          fields={{
            agreementNo: form.field("agreementNo"),
            agreementOn: form.field("agreementOn"),
            medicalExamOn: form.field("medicalExamOn"),
            medicalExamUntil: form.field("medicalExamUntil"),
            safetyTrainingOn: form.field("safetyTrainingOn"),
            insuredFrom: form.field("insuredFrom"),
            mentor: form.field("mentor"),
            disclosure: form.field("disclosure"),
            disclosureAgreed: form.field("disclosureAgreed"),
          }}
        />
      </CommandForm>
    </Card>
  );
}

function Checks({ it, writes }: { it: PlacementView; writes: boolean }) {
  const t = useMessages(employmentMessages);
  const lang = useLanguage();
  const next = it.checks.find((check) => check.checkedOn === null);
  return (
    <Card title={t("placement.checks")}>
      {it.checks.length === 0 ? (
        <p className="soft">{t("placement.noChecks")}</p>
      ) : (
        <Definitions
          items={it.checks.map((check) => ({
            term: t("check.after", { months: check.months }),
            value: check.status
              ? t(`checkStatus.${check.status}`)
              : t("check.due", { day: formatDay(check.dueOn, lang) }),
            note: check.checkedOn && formatDay(check.checkedOn, lang),
          }))}
        />
      )}
      {writes && next && <CheckForm key={next.months} placementId={it.id} months={next.months} />}
    </Card>
  );
}

function CheckForm({ placementId, months }: { placementId: string; months: number }) {
  const t = useMessages(employmentMessages);
  const form = useCommandForm({
    type: "employment-check.record",
    initial: { checkedOn: today() as string, status: "" as (typeof checkStatuses)[number] | "" },
    build: (values) => ({
      ...values,
      checkId: uuidv7(),
      placementId,
      months,
      contractForm: null,
      wageAtLeastMinimum: null,
    }),
    check: ({ status }) => (status ? [] : [{ path: "status", code: "field.required" }]),
    messages: t,
    invalidates,
    onDone: () => toast({ text: t("check.done") }),
  });
  return (
    <CommandForm form={form} submit={`${t("check.record")} (${t("check.after", { months })})`} submitKind="quiet">
      <SelectField
        label={t("check.status")}
        options={checkStatuses.map((value) => ({ value, label: t(`checkStatus.${value}`) }))}
        {...form.field("status")}
      />
      <DateField label={t("check.on")} {...form.field("checkedOn")} />
    </CommandForm>
  );
}
