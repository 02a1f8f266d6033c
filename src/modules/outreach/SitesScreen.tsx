import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { sitesQuery } from "./api.ts";
import { optionsOf } from "./CardFields.tsx";
import { entryRules, hazards, siteTypes } from "./codes.ts";
import type { SiteLine } from "./contract.ts";
import { outreachMessages } from "./messages.ts";
import "./outreach.css";

/** Places of the team, those due first; the exact position is for the team alone. */
export function SitesScreen() {
  const t = useMessages(outreachMessages);
  const sites = useQuery(sitesQuery);
  const [adding, setAdding] = useState(false);
  const add = (
    <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
      {t("act.addSite")}
    </Button>
  );
  return (
    <Page title={t("title.sites")} actions={!adding && add} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      {adding && <SiteForm onDone={() => setAdding(false)} />}
      <Loaded query={sites}>
        {({ sites: all }) => (
          <>
            {all.length === 0 && !adding && <EmptyState title={t("sites.none")} text={t("sites.noneText")} />}
            {all.map((site) => (
              <Site key={site.id} site={site} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Site({ site }: { site: SiteLine }) {
  const t = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "site.visit",
    initial: {},
    build: () => ({ visitId: uuidv7(), siteId: site.id, visitedAt: now().toISOString(), people: 0 }),
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("sites.visited", { name: site.name }) });
      form.reset();
    },
  });
  const facts = [
    t(`siteType.${site.siteType}`),
    site.area,
    t(`siteState.${site.status}`),
    t(`entry.${site.entryRule}`),
  ];
  return (
    <Card title={site.name}>
      <p>{facts.join(" · ")}</p>
      {site.hazards.length > 0 && <p>{site.hazards.map((hazard) => t(`hazard.${hazard}`)).join(", ")}</p>}
      {site.exact?.access && <p>{site.exact.access}</p>}
      <p className="soft small">
        {t("tonight.lastVisit")}:{" "}
        {site.lastVisitAt ? <RelativeTime at={site.lastVisitAt} /> : t("tonight.neverVisited")}
        {site.dueOn && (
          <>
            {" · "}
            <DateText day={site.dueOn} />
          </>
        )}
      </p>
      <div className="in-card">
        <CommandForm
          form={form}
          submit={t("act.visited")}
          submitKind="quiet"
          actions={
            <LinkButton to="/contacts/new" search={{ site: site.id }} icon="plus">
              {t("act.record")}
            </LinkButton>
          }
        >
          {null}
        </CommandForm>
      </div>
    </Card>
  );
}

type SiteValues = {
  name: string;
  siteType: SiteLine["siteType"] | "";
  area: string;
  access: string;
  owner: string;
  hazards: readonly SiteLine["hazards"][number][];
  entryRule: SiteLine["entryRule"] | "";
  facilitiesNearby: string;
  visitEveryDays: number | undefined;
};

const emptySite: SiteValues = {
  name: "",
  siteType: "",
  area: "",
  access: "",
  owner: "",
  hazards: [],
  entryRule: "OPEN",
  facilitiesNearby: "",
  visitEveryDays: 7,
};

function SiteForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(outreachMessages);
  const form = useCommandForm<SiteValues>({
    type: "site.record",
    initial: emptySite,
    build: (site) => ({
      siteId: uuidv7(),
      name: site.name,
      siteType: site.siteType || "OTHER",
      area: site.area,
      exact: site.access || site.owner ? { access: site.access || null, owner: site.owner || null } : null,
      hazards: [...site.hazards],
      entryRule: site.entryRule || "OPEN",
      facilitiesNearby: site.facilitiesNearby || null,
      visitEveryDays: site.visitEveryDays ?? null,
    }),
    check: (site) =>
      (["name", "area"] as const)
        .filter((name) => !site[name].trim())
        .map((path) => ({ path, code: "field.required" })),
    paths: { "exact.access": "access", "exact.owner": "owner" },
    messages: t,
    invalidates: [["outreach"]],
    onDone: (_, site) => {
      toast({ text: t("sites.saved", { name: site.name }) });
      onDone();
    },
  });
  return (
    <Card title={t("act.addSite")}>
      <CommandForm form={form} submit={t("act.saveSite")}>
        <TextField label={t("site.name")} maxLength={100} required {...form.field("name")} />
        <TextField label={t("site.area")} maxLength={100} required {...form.field("area")} />
        <SelectField label={t("site.type")} options={optionsOf(t, "siteType", siteTypes)} {...form.field("siteType")} />
        <FormSection question={t("site.details")} optional>
          <TextArea label={t("site.access")} maxLength={1000} {...form.field("access")} />
          <TextField label={t("site.owner")} maxLength={200} {...form.field("owner")} />
          <MultiChoice label={t("site.hazards")} options={optionsOf(t, "hazard", hazards)} {...form.field("hazards")} />
          <ChoiceField
            label={t("site.entry")}
            options={optionsOf(t, "entry", entryRules)}
            {...form.field("entryRule")}
          />
          <TextField label={t("site.facilities")} maxLength={500} {...form.field("facilitiesNearby")} />
          <NumberField label={t("site.every")} size={4} {...form.field("visitEveryDays")} />
        </FormSection>
      </CommandForm>
    </Card>
  );
}
