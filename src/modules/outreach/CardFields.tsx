import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatClock, relativeDay } from "../../platform/ui/format.ts";
import { Icon } from "../../platform/ui/Icon.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { type CardValues, emergencySigns } from "./cardValues.ts";
import {
  aidItems,
  attitudes,
  changeAreas,
  changeStages,
  companions,
  contactSources,
  directions,
  documentStates,
  durations,
  healthObservations,
  infoTopics,
  needs,
  noticeWays,
  outreachActions,
  relationEnds,
  reportAnswers,
  safetyFlags,
  sexes,
  siteTypes,
  stepOutcomes,
  substances,
  supports,
} from "./codes.ts";
import type { SiteLine, Tonight } from "./contract.ts";
import { instantOfForm } from "./field/dayAndTime.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { askPosition } from "./field/position.ts";
import { outreachMessages } from "./messages.ts";
import { AGE_BANDS, callsForAmbulance } from "./rules.ts";
import "./outreach.css";

type Form = Pick<CommandForm<CardValues>, "values" | "set" | "field" | "at">;
type Words = ReturnType<typeof useMessages<typeof outreachMessages>>;

/** Codes of a list as choices with their words. */
export function optionsOf<T extends string>(t: Words, prefix: string, codes: readonly T[]) {
  return codes.map((value) => ({ value, label: t.maybe(`${prefix}.${value}`) ?? value }));
}

/** 112 first (R-OUT-06): one press from every screen of a shift. */
export function EmergencyCall() {
  const t = useMessages(outreachMessages);
  return (
    <details className="emergency">
      <summary>
        <Icon name="warning" />
        <span>{t("emergency.title")}</span>
      </summary>
      <p>{t("emergency.text")}</p>
      <a className="button button-danger button-wide" href="tel:112">
        {t("act.call112")}
      </a>
    </details>
  );
}

/** The entry rule and the dangers of a place, before anybody goes in. */
export function SiteDangers({ site }: { site: SiteLine | undefined }) {
  const t = useMessages(outreachMessages);
  if (!site || (site.entryRule === "OPEN" && site.hazards.length === 0)) return null;
  const barred = site.entryRule === "FORBIDDEN" || site.entryRule === "NEVER_ALONE";
  return (
    <Notice tone={barred ? "danger" : "due"}>
      {[
        site.entryRule === "OPEN" ? "" : t(`entry.${site.entryRule}`),
        ...site.hazards.map((hazard) => t(`hazard.${hazard}`)),
      ]
        .filter(Boolean)
        .join(" · ")}
    </Notice>
  );
}

/** Adds where the phone is to a card without a known place, rounded to about 100 m before it is kept (F-01). */
function AboutHere({ geo, set }: { geo: CardValues["geo"]; set: Form["set"] }) {
  const f = useMessages(fieldMessages);
  const [state, setState] = useState<"none" | "asking" | "failed">("none");
  const press = async () => {
    if (geo) return set({ geo: null });
    setState("asking");
    const found = await askPosition();
    setState(found ? "none" : "failed");
    const near = (degrees: number) => Math.round(degrees * 1000) / 1000;
    if (found) set({ geo: { lat: near(found.lat), lon: near(found.lon) } });
  };
  return (
    <>
      <div>
        <Button icon="place" busy={state === "asking" && f("site.measuring")} onClick={() => void press()}>
          {geo ? f("card.geoDrop") : f("card.geo")}
        </Button>
      </div>
      {(geo || state === "failed") && (
        <p className="soft small" role="status">
          {geo ? f("card.geoKept") : f("site.positionFailed")}
        </p>
      )}
    </>
  );
}

/** What R-OUT-01 asks: where, sex, age, what was done; when and who are filled in and folded. */
export function MinimumFields({
  form,
  sites,
  colleagues,
}: {
  form: Form;
  sites: readonly SiteLine[];
  colleagues: Tonight["colleagues"];
}) {
  const t = useMessages(outreachMessages);
  const { values, field } = form;
  const at = instantOfForm(values);
  const names = colleagues.filter(({ id }) => values.workerIds.includes(id)).map(({ name }) => name);
  const whenWho = [at ? `${relativeDay(values.day, today(), t.lang)} ${formatClock(at, t.lang)}` : "", ...names];
  const problem = form.at("time").error ?? form.at("workerIds").error;
  return (
    <>
      <FormSection question={t("card.where")}>
        <SelectField
          label={t("card.site")}
          options={sites.map((site) => ({ value: site.id, label: `${site.name} (${site.area})` }))}
          {...field("siteId")}
        />
        <SiteDangers site={sites.find(({ id }) => id === values.siteId)} />
        {!values.siteId && (
          <>
            <TextField label={t("card.placeText")} maxLength={200} {...field("placeText")} />
            <AboutHere geo={values.geo} set={form.set} />
          </>
        )}
      </FormSection>
      <ChoiceField label={t("card.sex")} options={optionsOf(t, "sex", sexes)} required {...field("sex")} />
      <ChoiceField label={t("card.ageBand")} options={optionsOf(t, "age", AGE_BANDS)} required {...field("ageBand")} />
      {values.ageBand === "UNDER_18" && (
        <Notice
          tone="danger"
          actions={
            !values.guardianPresent && (
              <LinkButton to="/minor-alert" kind="danger">
                {t("title.minor")}
              </LinkButton>
            )
          }
        >
          {!values.guardianPresent && <p>{t("contact.minor")}</p>}
          <CheckField label={t("card.guardian")} {...field("guardianPresent")} />
        </Notice>
      )}
      <MultiChoice
        label={t("card.actions")}
        options={optionsOf(t, "action", outreachActions)}
        required
        {...field("actions")}
      />
      <FormSection
        question={`${t("card.when")} ${t("card.workers")}`}
        hint={whenWho.filter(Boolean).join(", ")}
        optional
        open={problem !== undefined}
      >
        <DateField label={t("card.day")} {...field("day")} />
        <TimeField label={t("card.time")} quickNow {...field("time")} />
        <MultiChoice
          label={t("card.workers")}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          {...field("workerIds")}
        />
      </FormSection>
    </>
  );
}

/**
 * Everything else of F-01 and F-02, folded until wanted and made then. `agreed` is the last step, on a repeat card; `stock`:
 * what the team has left.
 */
export function MoreFields({
  form,
  agreed,
  repeat,
  mayTellName = false,
  stock = [],
  keepsSealed = false,
}: {
  form: Form;
  agreed: string | undefined;
  repeat: boolean;
  mayTellName?: boolean;
  stock?: Tonight["stock"];
  /** A correction of a card of which the phone holds neither health nor note: those stay. */
  keepsSealed?: boolean;
}) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const { values, field } = form;
  const left = new Map(stock.map((line) => [line.item, line.left]));
  return (
    <>
      {values.reportId && (
        <FormSection question={f("report.answer")} hint={f("report.answerHint")}>
          <ChoiceField
            label={f("report.outcome")}
            options={optionsOf(t, "reportAnswer", reportAnswers)}
            required
            {...field("reportAnswer")}
          />
        </FormSection>
      )}
      {repeat && agreed !== undefined && (
        <FormSection question={t("card.previous")} hint={agreed}>
          <ChoiceField
            label={t("card.previousOutcome")}
            options={optionsOf(t, "outcome", stepOutcomes)}
            {...field("previousStepOutcome")}
          />
        </FormSection>
      )}
      <FormSection question={t("card.stepSection")} optional lazy open={form.at("nextStep").error !== undefined}>
        {() => (
          <>
            <TextArea label={t("card.nextStep")} rows={2} maxLength={300} {...field("nextStep")} />
            {values.nextStep.trim() && (
              <DateField label={t("card.stepDue")} quick={["today", "tomorrow"]} {...field("stepDueOn")} />
            )}
            <DateField label={t("card.nextContact")} quick={["today", "tomorrow"]} {...field("nextContactOn")} />
          </>
        )}
      </FormSection>
      {repeat && (
        <FormSection question={t("card.repeatSection")} optional lazy>
          {() => (
            <>
              {(keepsSealed ? [] : changeAreas).map((area) => (
                <ChoiceField
                  key={area}
                  label={`${t("card.changes")}: ${t(`area.${area}`)}`}
                  options={optionsOf(t, "direction", directions)}
                  value={values.changes[area] ?? ""}
                  onChange={(direction) => form.set({ changes: { ...values.changes, [area]: direction || undefined } })}
                />
              ))}
              <SelectField
                label={t("card.motivation")}
                options={optionsOf(t, "stage", changeStages)}
                {...field("motivationStage")}
              />
              <SelectField
                label={t("card.relationEnd")}
                options={optionsOf(t, "end", relationEnds)}
                {...field("relationEnd")}
              />
            </>
          )}
        </FormSection>
      )}
      <FormSection question={t("card.needsSection")} optional lazy>
        {() => (
          <>
            <MultiChoice label={t("card.needs")} options={optionsOf(t, "need", needs)} {...field("needs")} />
            <MultiChoice
              label={t("card.aid")}
              options={aidItems.map((item) => ({
                value: item,
                label: left.has(item)
                  ? f("aid.left", { item: t(`aid.${item}`), left: left.get(item) ?? 0 })
                  : t(`aid.${item}`),
              }))}
              value={aidItems.filter((item) => item in values.aid)}
              onChange={(items) =>
                form.set({ aid: Object.fromEntries(items.map((item) => [item, values.aid[item] ?? 1])) })
              }
            />
            {aidItems
              .filter((item) => item in values.aid)
              .map((item) => (
                <NumberField
                  key={item}
                  label={t("card.aidNumber", { item: t(`aid.${item}`) })}
                  value={values.aid[item]}
                  size={4}
                  onChange={(quantity) => form.set({ aid: { ...values.aid, [item]: quantity } })}
                />
              ))}
          </>
        )}
      </FormSection>
      <FormSection
        question={t("card.healthSection")}
        hint={t("card.healthHint")}
        optional
        lazy
        open={form.at("healthNote").error !== undefined}
      >
        {() => (
          <>
            {callsForAmbulance(emergencySigns(values.observations)) && (
              <Notice tone="danger" title={t("emergency.title")}>
                <p>{t("emergency.text")}</p>
                <a className="button button-danger" href="tel:112">
                  {t("act.call112")}
                </a>
              </Notice>
            )}
            {!keepsSealed && (
              <>
                <MultiChoice
                  label={t("card.observations")}
                  options={optionsOf(t, "health", healthObservations)}
                  {...field("observations")}
                />
                <ChoiceField
                  label={t("card.substance")}
                  options={optionsOf(t, "substance", substances)}
                  {...field("substance")}
                />
                <TextArea label={t("card.healthNote")} maxLength={2000} {...field("healthNote")} />
              </>
            )}
            <MultiChoice
              label={t("card.safety")}
              options={optionsOf(t, "flag", safetyFlags)}
              {...field("safetyRisks")}
            />
          </>
        )}
      </FormSection>
      <FormSection question={t("card.infoSection")} optional lazy>
        {() => (
          <>
            <MultiChoice
              label={t("card.infoTopics")}
              options={optionsOf(t, "topic", infoTopics)}
              {...field("infoTopics")}
            />
            <ChoiceField label={t("card.notice")} options={optionsOf(t, "notice", noticeWays)} {...field("notice")} />
            <ChoiceField
              label={t("card.attitude")}
              options={optionsOf(t, "attitude", attitudes)}
              {...field("attitude")}
            />
            <SelectField
              label={t("card.howFound")}
              options={optionsOf(t, "source", contactSources)}
              {...field("howFound")}
            />
          </>
        )}
      </FormSection>
      {mayTellName && (
        <FormSection
          question={f("name.section")}
          hint={f("name.hint")}
          optional
          lazy
          open={form.at("personKnows").error !== undefined}
        >
          {() => (
            <>
              <TextField label={f("name.first")} maxLength={100} {...field("firstName")} />
              <TextField label={f("name.last")} maxLength={100} {...field("lastName")} />
              <CheckField label={f("name.knows")} {...field("personKnows")} />
            </>
          )}
        </FormSection>
      )}
      <FormSection question={t("card.moreSection")} optional lazy>
        {() => (
          <>
            <SelectField
              label={t("card.sleepingPlace")}
              options={optionsOf(t, "siteType", siteTypes)}
              {...field("sleepingPlace")}
            />
            <SelectField
              label={t("card.homelessFor")}
              options={optionsOf(t, "duration", durations)}
              {...field("homelessFor")}
            />
            <MultiChoice
              label={t("card.supportsUsed")}
              options={optionsOf(t, "support", supports)}
              {...field("supportsUsed")}
            />
            <MultiChoice
              label={t("card.documents")}
              options={optionsOf(t, "document", documentStates)}
              {...field("documents")}
            />
            <MultiChoice
              label={t("card.accompaniedBy")}
              options={optionsOf(t, "companion", companions)}
              {...field("accompaniedBy")}
            />
            <NumberField label={t("card.groupSize")} size={4} {...field("groupSize")} />
          </>
        )}
      </FormSection>
      {!keepsSealed && (
        <FormSection question={t("card.noteSection")} optional lazy open={form.at("note").error !== undefined}>
          <TextArea label={t("card.note")} rows={4} maxLength={10_000} {...field("note")} />
        </FormSection>
      )}
    </>
  );
}
