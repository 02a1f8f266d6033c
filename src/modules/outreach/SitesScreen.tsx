import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useRefused } from "../../platform/ui/useRefused.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { sitesQuery } from "./api.ts";
import { EmergencyCall } from "./CardFields.tsx";
import type { ChangeSite, SiteLine } from "./contract.ts";
import { EditSite } from "./field/EditSite.tsx";
import { fieldMessages } from "./field/fieldMessages.ts";
import { askPosition } from "./field/position.ts";
import { SiteForm } from "./field/SiteForm.tsx";
import { SiteMap } from "./field/SiteMap.tsx";
import { metresBetween } from "./field/siteMap.ts";
import { outreachMessages } from "./messages.ts";
import { StreetLine } from "./StreetLine.tsx";
import "./outreach.css";

/** Places of the team, those due first; a sketch of them for who finds the way by it. Exact positions are the team's alone. */
export function SitesScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const sites = useQuery(sitesQuery);
  const refused = useRefused("site.record");
  const change = useRefused<ChangeSite>("site.change");
  const changed = sites.data?.sites.find(({ id }) => id === change.sent?.siteId);
  const [adding, setAdding] = useState(false);
  const [here, setHere] = useState<{ lat: number; lon: number } | null>(null);
  const shown = adding || refused.mends !== undefined;
  const add = (
    <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
      {t("act.addSite")}
    </Button>
  );
  return (
    <Page title={t("title.sites")} actions={!shown && add} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      <EmergencyCall />
      {shown && !refused.reading && <SiteForm sites={sites.data?.sites ?? []} onDone={() => setAdding(false)} />}
      {changed && (
        <EditSite
          key={change.mends}
          site={changed}
          sites={sites.data?.sites ?? []}
          refused={change}
          onDone={() => go("/sites")}
        />
      )}
      <Loaded query={sites}>
        {({ sites: all }) =>
          all.length === 0 ? (
            !shown && <EmptyState title={t("sites.none")} text={t("sites.noneText")} />
          ) : (
            <>
              <FormSection question={f("map.title")} optional lazy hint={f("map.hint")}>
                <SiteMap sites={all} here={here} />
                <div>
                  <Button icon="place" onClick={() => void askPosition().then(setHere)}>
                    {f("map.here")}
                  </Button>
                </div>
              </FormSection>
              <ol role="list" className="street-list">
                {all.map((site, i) => (
                  <SiteOfList key={site.id} site={site} number={i + 1} here={here} />
                ))}
              </ol>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

type Here = { lat: number; lon: number } | null;

function SiteOfList({ site, number, here }: { site: SiteLine; number: number; here: Here }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const { lat, lon } = site.exact ?? {};
  const metres = here && typeof lat === "number" && typeof lon === "number" ? metresBetween(here, { lat, lon }) : null;
  const isDue = site.dueOn !== null && site.dueOn <= today();
  return (
    <StreetLine
      to={`/sites/${site.id}`}
      title={`${number}. ${site.name}`}
      words={[
        site.area,
        site.status === "ACTIVE" ? null : t(`siteState.${site.status}`),
        site.entryRule === "OPEN" ? null : t(`entry.${site.entryRule}`),
        ...site.hazards.map((hazard) => t(`hazard.${hazard}`)),
        metres === null ? null : f("map.away", { metres: Math.round(metres / 10) * 10 }),
      ]}
      end={
        <>
          {isDue && <Status tone="due">{f("site.due")}</Status>}
          {site.lastVisitAt ? <RelativeTime at={site.lastVisitAt} /> : t("tonight.neverVisited")}
        </>
      }
    />
  );
}
