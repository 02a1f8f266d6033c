import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { instantAt, localTimeIn } from "../../../platform/time/instant.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now } from "../../../platform/ui/clock.ts";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { sitesQuery, tonightQuery } from "../api.ts";
import { EmergencyCall, optionsOf } from "../CardFields.tsx";
import { incidentKinds, interventionKinds, interventionOutcomes, reportedTo, services } from "../codes.ts";
import { outreachMessages } from "../messages.ts";
import { fieldMessages } from "./fieldMessages.ts";
import "../outreach.css";

const timeZone = "Europe/Warsaw";
const clockNow = () => localTimeIn(now().toISOString(), timeZone).time.slice(0, 5);

/** The said hour as an instant: today's, or yesterday's where it would still lie ahead (a shift goes past midnight). */
export function lately(time: string, nowIso: string): string | null {
  if (!/^\d{2}:\d{2}$/.test(time)) return null;
  const { day } = localTimeIn(nowIso, timeZone);
  const at = instantAt(day, time, timeZone);
  return Date.parse(at) > Date.parse(nowIso) + 60_000 ? new Date(Date.parse(at) - 86_400_000).toISOString() : at;
}

/** 112 first; what to say to them; the record afterwards, without haste (R-OUT-06). */
export function InterventionScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const sites = useQuery(sitesQuery);
  const [siteId, setSiteId] = useState("");
  const [chosen, setChosen] = useState<"intervention" | "incident" | null>(null);
  const intervention = useRefused("intervention.record");
  const incident = useRefused("incident.record");
  const written = chosen ?? (intervention.mends ? "intervention" : incident.mends ? "incident" : null);
  const site = sites.data?.sites.find(({ id }) => id === siteId);
  return (
    <Page title={f("act.intervention")} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      {written === null ? (
        <Notice tone="danger" title={t("emergency.title")}>
          {t("emergency.text")}
        </Notice>
      ) : (
        <EmergencyCall />
      )}
      <SelectField
        label={f("intervention.where")}
        options={(sites.data?.sites ?? []).map(({ id, name, area }) => ({ value: id, label: `${name} (${area})` }))}
        value={siteId}
        onChange={setSiteId}
      />
      {site && (
        <Notice title={f("intervention.say")}>
          <p>{[site.name, site.area].join(", ")}</p>
          {site.exact?.access && <p>{site.exact.access}</p>}
          {site.exact?.lat != null && site.exact.lon != null && (
            <p>{f("intervention.position", { lat: site.exact.lat.toFixed(4), lon: site.exact.lon.toFixed(4) })}</p>
          )}
        </Notice>
      )}
      {written === "intervention" && (
        <FormSection question={f("intervention.record")} hint={f("intervention.recordHint")}>
          <InterventionForm siteId={siteId} mends={intervention.mends} />
        </FormSection>
      )}
      {written === "incident" && (
        <FormSection question={f("incident.record")} hint={f("incident.recordHint")}>
          <IncidentForm siteId={siteId} mends={incident.mends} />
        </FormSection>
      )}
      {written === null && (
        <>
          <div className="field-acts">
            <Button icon="pen" onClick={() => setChosen("intervention")}>
              {f("intervention.record")}
            </Button>
            <Button icon="pen" onClick={() => setChosen("incident")}>
              {f("incident.record")}
            </Button>
          </div>
          <div className="thumb-act no-print">
            <a className="button button-danger button-wide" href="tel:112">
              {t("act.call112")}
            </a>
          </div>
        </>
      )}
    </Page>
  );
}

function useShiftId(): string | null {
  return useQuery(tonightQuery).data?.shift?.id ?? null;
}

function InterventionForm({ siteId, mends }: { siteId: string; mends: string | undefined }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const shiftId = useShiftId();
  const form = useCommandForm({
    type: "intervention.record",
    initial: {
      interventionId: uuidv7(),
      kind: "" as (typeof interventionKinds)[number] | "",
      services: ["AMBULANCE"] as readonly (typeof services)[number][],
      called: clockNow(),
      arrived: "",
      outcome: "" as (typeof interventionOutcomes)[number] | "",
      placeText: "",
      note: "",
    },
    build: ({ interventionId, kind, services: called, outcome, placeText, note, ...times }) => ({
      interventionId,
      shiftId,
      siteId: siteId || null,
      placeText: siteId ? null : placeText.trim() || null,
      kind: kind || "OTHER",
      services: [...called],
      calledAt: lately(times.called, now().toISOString()),
      arrivedAt: lately(times.arrived, now().toISOString()),
      outcome: outcome || "UNKNOWN",
      note: note.trim() || null,
    }),
    check: ({ kind, services: called, called: at }) => [
      ...(kind ? [] : [{ path: "kind", code: "field.required" }]),
      ...(called.length > 0 ? [] : [{ path: "services", code: "field.required" }]),
      ...(lately(at, now().toISOString()) ? [] : [{ path: "called", code: "field.required" }]),
    ],
    paths: { calledAt: "called", arrivedAt: "arrived" },
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: f("intervention.saved") });
      go("/tonight");
    },
  });
  const { field } = form;
  return (
    <CommandForm form={form} submit={f("intervention.save")} submitIcon="check">
      <ChoiceField
        label={f("intervention.kind")}
        options={optionsOf(t, "intervention", interventionKinds)}
        required
        {...field("kind")}
      />
      <MultiChoice
        label={f("intervention.services")}
        options={optionsOf(t, "service", services)}
        required
        {...field("services")}
      />
      <TimeField label={f("intervention.called")} quickNow {...field("called")} />
      <TimeField label={f("intervention.arrived")} quickNow {...field("arrived")} />
      <ChoiceField
        label={f("intervention.outcome")}
        options={optionsOf(t, "interventionOutcome", interventionOutcomes)}
        {...field("outcome")}
      />
      {!siteId && <TextField label={t("card.placeText")} maxLength={200} {...field("placeText")} />}
      <TextArea label={t("card.note")} rows={3} maxLength={2000} {...field("note")} />
    </CommandForm>
  );
}

/** Something dangerous that happened to the team: the coordinator is told at once when there is network. */
function IncidentForm({ siteId, mends }: { siteId: string; mends: string | undefined }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const shiftId = useShiftId();
  const form = useCommandForm({
    type: "incident.record",
    initial: {
      incidentId: uuidv7(),
      kind: "" as (typeof incidentKinds)[number] | "",
      happened: clockNow(),
      injured: false,
      told: [] as readonly (typeof reportedTo)[number][],
      note: "",
    },
    build: ({ incidentId, kind, happened, injured, told, note }) => ({
      incidentId,
      shiftId,
      siteId: siteId || null,
      happenedAt: lately(happened, now().toISOString()),
      kind: kind || "OTHER",
      injured,
      reportedTo: [...told],
      note: note.trim() || null,
    }),
    check: ({ kind, happened }) => [
      ...(kind ? [] : [{ path: "kind", code: "field.required" }]),
      ...(lately(happened, now().toISOString()) ? [] : [{ path: "happened", code: "field.required" }]),
    ],
    paths: { happenedAt: "happened", reportedTo: "told" },
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: f("incident.saved") });
      go("/tonight");
    },
  });
  const { field } = form;
  return (
    <CommandForm form={form} submit={f("incident.save")}>
      <ChoiceField
        label={f("incident.kind")}
        options={optionsOf(t, "incident", incidentKinds)}
        required
        {...field("kind")}
      />
      <TimeField label={f("incident.when")} quickNow {...field("happened")} />
      <CheckField label={f("incident.injured")} {...field("injured")} />
      <MultiChoice label={f("incident.told")} options={optionsOf(t, "reportedTo", reportedTo)} {...field("told")} />
      <TextArea label={t("card.note")} rows={3} maxLength={2000} {...field("note")} />
    </CommandForm>
  );
}
