import { useQuery } from "@tanstack/react-query";
import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { optionsOf } from "../CardFields.tsx";
import { alerted, minorOutcomes } from "../codes.ts";
import { outreachMessages } from "../messages.ts";
import type { MinorLine, StreetEvents } from "../workContract.ts";
import { eventsQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** Emergencies, what happened to the team, and minors without a guardian, whose event is completed here. */
export function EventsScreen() {
  const t = useMessages(officeMessages);
  const events = useQuery(eventsQuery);
  return (
    <Page
      title={t("events.title")}
      lead={t("events.lead")}
      back={{ to: "/street-work", label: t("office.back") }}
      narrow
    >
      <Loaded query={events} lines={6}>
        {({ interventions, incidents, minors }) => (
          <>
            <Interventions lines={interventions} />
            <Incidents lines={incidents} />
            <Card title={t("events.minors")}>
              {minors.length === 0 && <p className="soft">{t("events.minorsNone")}</p>}
              {minors.map((line) => (
                <Minor key={line.id} line={line} />
              ))}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Interventions({ lines }: { lines: StreetEvents["interventions"] }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  return (
    <Card title={t("events.interventions")}>
      {lines.length === 0 && <p className="soft">{t("events.interventionsNone")}</p>}
      <ul role="list" className="stack">
        {lines.map((line) => (
          <li key={line.id}>
            <strong>{o(`intervention.${line.kind}`)}</strong>, <InstantText at={line.calledAt} />
            <br />
            {[
              ...line.services.map((service) => o(`service.${service}`)),
              o(`interventionOutcome.${line.outcome}`),
              line.siteName ?? line.placeText,
            ]
              .filter(Boolean)
              .join(", ")}
            {line.note && <p>{line.note}</p>}
            <span className="soft small"> {line.by}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Incidents({ lines }: { lines: StreetEvents["incidents"] }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  return (
    <Card title={t("events.incidents")}>
      {lines.length === 0 && <p className="soft">{t("events.incidentsNone")}</p>}
      <ul role="list" className="stack">
        {lines.map((line) => (
          <li key={line.id}>
            <strong>{o(`incident.${line.kind}`)}</strong>, <InstantText at={line.happenedAt} />{" "}
            {line.injured && <Status tone="danger">{t("events.injured")}</Status>}
            <br />
            {line.reportedTo.map((whom) => o(`reportedTo.${whom}`)).join(", ")}
            {line.note && <p>{line.note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Minor({ line }: { line: MinorLine }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const told = (line.closed?.told.map(({ whom }) => whom) ?? line.told).map((whom) => o(`told.${whom}`));
  return (
    <section className="stack">
      <p>
        <InstantText at={line.at} />
        {line.siteName && `, ${line.siteName}`} <span className="soft small">{line.by}</span>
      </p>
      {told.length > 0 && <p className="soft">{told.join(", ")}</p>}
      {line.closed ? (
        <Status tone="confirmed">{o(`minorOutcome.${line.closed.outcome}`)}</Status>
      ) : (
        <FormSection question={t("events.close")} optional lazy hint={t("events.told")}>
          <CloseForm line={line} />
        </FormSection>
      )}
    </section>
  );
}

function CloseForm({ line }: { line: MinorLine }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "minor-alert.close",
    initial: {
      told: line.told as readonly (typeof alerted)[number][],
      outcome: "" as (typeof minorOutcomes)[number] | "",
    },
    build: ({ told, outcome }) => ({
      alertId: line.id,
      told: told.map((whom) => ({ whom })),
      outcome,
    }),
    check: ({ outcome }) => (outcome ? [] : [{ path: "outcome", code: "field.required" }]),
    messages: o,
    invalidates: [["outreach", "events"]],
    onDone: () => toast({ text: t("events.closed") }),
  });
  return (
    <CommandForm form={form} submit={t("events.saveClose")} submitKind="quiet">
      <MultiChoice label={t("events.told")} options={optionsOf(o, "told", alerted)} {...form.field("told")} />
      <ChoiceField
        label={t("events.outcome")}
        stacked
        options={optionsOf(o, "minorOutcome", minorOutcomes)}
        {...form.field("outcome")}
      />
    </CommandForm>
  );
}
