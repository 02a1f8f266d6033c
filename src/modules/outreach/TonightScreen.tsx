import { useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { useDeviceState } from "../../platform/ui/carrier.ts";
import { today } from "../../platform/ui/clock.ts";
import { DeviceOffer } from "../../platform/ui/DeviceOffer.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Badge, Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, ProgressNotice } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { conflictAccess } from "../conflict/access.ts";
import { ConflictsWaiting, conflictsQuery } from "../conflict/api.ts";
import { routesQuery, sitesQuery, tonightQuery } from "./api.ts";
import { EmergencyCall } from "./CardFields.tsx";
import type { SiteLine, Tonight } from "./contract.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { PartBoundary } from "./field/PartBoundary.tsx";
import { PlannedLine } from "./field/PlannedWith.tsx";
import { ShiftHead } from "./field/ShiftHead.tsx";
import { StartShift, weekdayOf } from "./field/StartShift.tsx";
import { StockCard } from "./field/StockCard.tsx";
import { type LoadedPart, type ReadFirst, tonightPartsQuery } from "./field/tonightParts.ts";
import { outreachMessages } from "./messages.ts";
import { StreetLine } from "./StreetLine.tsx";
import "./outreach.css";

const readConflicts: ReadFirst = (client) => client.prefetchQuery({ ...conflictsQuery, retry: false });

/** The shift at a glance: who is promised what, where to go, what to look out for. The main act lies under the thumb. */
export function TonightScreen() {
  const t = useMessages(outreachMessages);
  const { data, error, isPending, refetch } = useQuery(tonightQuery);
  const decides = useHasRole(...Object.keys(conflictAccess["conflict.list"]));
  const parts = useQuery(tonightPartsQuery(useQueryClient(), decides ? [readConflicts] : []));
  const worker = useHasRole("OUTREACH_WORKER");
  return (
    <Page title={t("title.tonight")} narrow>
      <EmergencyCall />
      <PhoneState />
      <Loaded query={{ data: parts.data && data, error, isPending, refetch }}>
        {(night) => (
          <>
            {night.shift && <ShiftHead shift={night.shift} />}
            {!night.shift && worker && <StartShift colleagues={night.colleagues} />}
            <ConflictsWaiting />
            <Alerts alerts={night.alerts} />
            <Parts parts={parts.data} from={0} below={50} />
            <Due due={night.due} />
            <Way night={night} />
            <Parts parts={parts.data} from={50} below={Number.POSITIVE_INFINITY} />
            <StockCard stock={night.stock} />
            <OtherActs worker={worker} />
            {night.shift && (
              <div className="thumb-act no-print" data-in-bar={worker || undefined}>
                <LinkButton to="/contacts/new" kind="main" icon="plus" wide>
                  {t("act.record")}
                </LinkButton>
              </div>
            )}
          </>
        )}
      </Loaded>
      {worker && <DeviceOffer />}
    </Page>
  );
}

/** As of when the phone knows what it shows, and that it is still fetching; once it knows something, in one line that stays. */
function PhoneState() {
  const t = useMessages(fieldMessages);
  const state = useDeviceState();
  if (state?.status !== "open") return null;
  const pulling = state.pulling === null ? null : t("phone.pulling", { count: state.pulling });
  if (!state.pulledAt) return pulling && <ProgressNotice text={pulling} />;
  return (
    <p className="soft small">
      {t("phone.asOf")} <RelativeTime at={state.pulledAt} />
    </p>
  );
}

type PartsProps = { parts: readonly LoadedPart[] | undefined; from: number; below: number };

function Parts({ parts = [], from, below }: PartsProps) {
  const t = useMessages(fieldMessages);
  const missing = <Notice>{t("part.missing")}</Notice>;
  return parts
    .filter(({ order }) => order >= from && order < below)
    .map(({ id, Part }) => (
      <PartBoundary key={id} instead={missing}>
        {Part ? <Part /> : missing}
      </PartBoundary>
    ));
}

/** A patrol of one is the coordinator's notice (R-OUT-02); a minor is everybody's. */
function Alerts({ alerts: all }: { alerts: Tonight["alerts"] }) {
  const t = useMessages(outreachMessages);
  const coordinates = useHasRole("OUTREACH_COORDINATOR");
  const alerts = all.filter(({ alert }) => coordinates || alert !== "SINGLE_WORKER");
  if (alerts.length === 0) return null;
  return (
    <Card title={t("tonight.alerts")}>
      <ul role="list" className="street-list">
        {alerts.map((alert) => (
          <StreetLine
            key={alert.id}
            title={<Status tone="danger">{t(`alert.${alert.alert}`)}</Status>}
            words={[alert.siteName, t("alert.by", { name: alert.by }), ...alert.told.map((each) => t(`told.${each}`))]}
            end={<RelativeTime at={alert.at} />}
          />
        ))}
      </ul>
    </Card>
  );
}

function Due({ due }: { due: Tonight["due"] }) {
  const t = useMessages(outreachMessages);
  return (
    <Card title={t("tonight.due")} actions={due.length > 0 && <Badge>{due.length}</Badge>}>
      {due.length === 0 && <p className="soft">{t("tonight.dueNone")}</p>}
      <ul role="list" className="street-list">
        {due.map((line) =>
          line.planned ? (
            <PlannedLine key={line.planned.id} personId={line.personId} plan={line.planned} name={line.name} />
          ) : (
            <StreetLine
              key={line.personId + line.dueOn + line.nextStep}
              to="/contacts/new"
              search={{ person: line.personId }}
              title={line.name}
              words={[line.siteName, line.area]}
              step={line.nextStep}
              end={<RelativeTime at={line.dueOn} />}
            />
          ),
        )}
      </ul>
    </Card>
  );
}

/** The planned route in the order of the walk, then the other places that are due. */
function Way({ night }: { night: Tonight }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const routes = useQuery(routesQuery);
  const sites = useQuery(sitesQuery);
  const { shift } = night;
  const weekday = weekdayOf(today());
  const route = (routes.data?.routes ?? []).find((each) =>
    shift ? each.id === shift.routeId : each.weekday === weekday,
  );
  const stops = (route?.stops ?? []).flatMap(({ id }) => sites.data?.sites.find((site) => site.id === id) ?? []);
  const others = night.sites.filter(({ id }) => !stops.some((stop) => stop.id === id));
  return (
    <>
      {route && stops.length > 0 && (
        <Card
          title={f("route.title", { name: route.name })}
          actions={route.startsAt && <span>{[route.startsAt, route.endsAt].filter(Boolean).join("–")}</span>}
        >
          <ol role="list" className="street-list">
            {stops.map((site, i) => (
              <SiteToGo key={site.id} site={site} number={i + 1} since={shift?.startedAt} />
            ))}
          </ol>
        </Card>
      )}
      <Card
        title={t("tonight.sites")}
        actions={
          <LinkButton to="/sites" kind="plain">
            {t("act.openSites")}
          </LinkButton>
        }
      >
        {others.length === 0 && <p className="soft">{t("tonight.sitesNone")}</p>}
        <ul role="list" className="street-list">
          {others.map((site) => (
            <SiteToGo key={site.id} site={site} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function SiteToGo({ site, number, since }: { site: SiteLine; number?: number; since?: string | undefined }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const visited = since !== undefined && site.lastVisitAt !== null && site.lastVisitAt >= since;
  const when = site.lastVisitAt ? <RelativeTime at={site.lastVisitAt} /> : t("tonight.neverVisited");
  return (
    <StreetLine
      to={`/sites/${site.id}`}
      title={number === undefined ? site.name : `${number}. ${site.name}`}
      words={[
        site.area,
        site.entryRule === "OPEN" ? null : t(`entry.${site.entryRule}`),
        ...site.hazards.map((hazard) => t(`hazard.${hazard}`)),
      ]}
      end={visited ? <Status tone="confirmed">{f("route.visited")}</Status> : when}
    />
  );
}

/** Everything else that a shift may need, one press away. */
function OtherActs({ worker }: { worker: boolean }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  return (
    <nav className="field-acts no-print" aria-label={f("acts.title")}>
      {worker && (
        <LinkButton to="/contacts/group" icon="people">
          {f("act.group")}
        </LinkButton>
      )}
      <LinkButton to="/intervention" icon="warning">
        {f("act.intervention")}
      </LinkButton>
      <LinkButton to="/minor-alert" icon="warning">
        {t("title.minor")}
      </LinkButton>
      {worker && (
        <LinkButton to="/assistance" icon="person">
          {f("act.assistance")}
        </LinkButton>
      )}
      <LinkButton to="/info-cards" icon="file">
        {f("act.infoCards")}
      </LinkButton>
      {worker && (
        <LinkButton to="/work-report" icon="pen">
          {f("act.reports")}
        </LinkButton>
      )}
    </nav>
  );
}
