import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now } from "../../../platform/ui/clock.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText, RelativeTime } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ConflictNotice } from "../../conflict/api.ts";
import { sitesQuery, streetPeopleQuery, tonightQuery } from "../api.ts";
import { EmergencyCall, SiteDangers } from "../CardFields.tsx";
import type { SiteLine } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { SiteVisits } from "../office/SiteVisits.tsx";
import { StreetLine } from "../StreetLine.tsx";
import { EditSite } from "./EditSite.tsx";
import { fieldMessages } from "./fieldMessages.ts";
import { SitePhotos } from "./SitePhotos.tsx";

/** One place: its dangers and entry rule first, then the way in, who was met there, and the visit. */
export function SiteScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const siteId = useParam("siteId");
  const sites = useQuery(sitesQuery);
  const worker = useHasRole("OUTREACH_WORKER");
  const [editing, setEditing] = useState(false);
  return (
    <Page title={t("title.sites")} back={{ to: "/sites", label: t("title.sites") }} narrow>
      <EmergencyCall />
      <Loaded query={sites}>
        {({ sites: all }) => {
          const site = all.find(({ id }) => id === siteId);
          if (!site) return <EmptyState title={f("site.gone")} text={t("sites.noneText")} />;
          if (editing) return <EditSite site={site} sites={all} onDone={() => setEditing(false)} />;
          return (
            <>
              <Card title={site.name}>
                <SiteDangers site={site} />
                <ConflictNotice recordId={site.id} />
                <Definitions
                  items={[
                    { term: t("site.type"), value: t(`siteType.${site.siteType}`) },
                    { term: t("site.area"), value: site.area },
                    { term: t("site.entry"), value: t(`entry.${site.entryRule}`) },
                    { term: t("site.status"), value: site.status !== "ACTIVE" && t(`siteState.${site.status}`) },
                    { term: t("site.access"), value: site.exact?.access },
                    { term: t("site.owner"), value: site.exact?.owner },
                    { term: t("site.manager"), value: site.exact?.managerContact },
                    { term: t("site.facilities"), value: site.facilitiesNearby },
                    {
                      term: f("site.lastVisit"),
                      value: site.lastVisitAt ? <RelativeTime at={site.lastVisitAt} /> : t("tonight.neverVisited"),
                    },
                    { term: f("site.nextVisit"), value: site.dueOn && <DateText day={site.dueOn} /> },
                  ].filter(({ value }) => value)}
                />
                <div className="in-card no-print">
                  <Button icon="pen" onClick={() => setEditing(true)}>
                    {f("act.changeSite")}
                  </Button>
                </div>
              </Card>
              {worker && <Visit site={site} />}
              <MetHere site={site} />
              <SitePhotos site={site} />
              <SiteVisits siteId={site.id} />
              {worker && (
                <div className="thumb-act no-print">
                  <LinkButton to="/contacts/new" search={{ site: site.id }} kind="main" icon="plus" wide>
                    {t("act.record")}
                  </LinkButton>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** A visit without cards: one press when nobody was there, else how many. */
function Visit({ site }: { site: SiteLine }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const tonight = useQuery(tonightQuery);
  const shiftId = tonight.data?.shift?.id ?? null;
  const onDone = () => {
    toast({ text: t("sites.visited", { name: site.name }) });
    go("/tonight");
  };
  const empty = useCommandForm({
    type: "site.visit",
    draft: false,
    initial: {},
    build: () => ({ visitId: uuidv7(), siteId: site.id, shiftId, visitedAt: now().toISOString(), people: 0 }),
    messages: t,
    invalidates: [["outreach"]],
    onDone,
  });
  const counted = useCommandForm({
    type: "site.visit",
    initial: {
      visitId: uuidv7(),
      men: undefined as number | undefined,
      women: undefined as number | undefined,
      children: undefined as number | undefined,
      people: undefined as number | undefined,
    },
    build: ({ visitId, men = 0, women = 0, children = 0, people }) => ({
      visitId,
      siteId: site.id,
      shiftId,
      visitedAt: now().toISOString(),
      people: Math.max(people ?? 0, men + women + children),
      men,
      women,
      children,
    }),
    messages: t,
    invalidates: [["outreach"]],
    onDone,
  });
  return (
    <Card title={f("visit.title")}>
      <div className="in-card">
        <CommandForm form={empty} submit={t("act.visited")} submitKind="quiet">
          {null}
        </CommandForm>
      </div>
      <FormSection question={f("visit.counted")} optional lazy hint={f("visit.countedHint")}>
        <div className="in-card">
          <CommandForm form={counted} submit={f("visit.save")} submitKind="quiet">
            <div className="field-counts">
              <NumberField label={f("visit.men")} size={3} {...counted.field("men")} />
              <NumberField label={f("visit.women")} size={3} {...counted.field("women")} />
              <NumberField label={f("visit.children")} size={3} {...counted.field("children")} />
              <NumberField label={f("visit.people")} size={3} {...counted.field("people")} />
            </div>
          </CommandForm>
        </div>
      </FormSection>
    </Card>
  );
}

/** Who was met here the last time they were met: a press opens the next card. */
function MetHere({ site }: { site: SiteLine }) {
  const f = useMessages(fieldMessages);
  const people = useQuery(streetPeopleQuery);
  const met = (people.data?.people ?? []).filter(({ siteName, area }) => siteName === site.name && area === site.area);
  if (met.length === 0) return null;
  return (
    <Card title={f("site.met")}>
      <ul role="list" className="street-list">
        {met.slice(0, 20).map((person) => (
          <StreetLine
            key={person.personId}
            to="/contacts/new"
            search={{ person: person.personId }}
            title={person.name}
            words={[]}
            step={person.nextStep?.text ?? null}
            end={person.lastContactAt && <RelativeTime at={person.lastContactAt} />}
          />
        ))}
      </ul>
    </Card>
  );
}
