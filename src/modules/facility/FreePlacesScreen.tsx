import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { NetworkFailure } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatClock, formatDay, formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useOnline } from "../../platform/ui/StateLine.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { facilityAccess } from "./access.ts";
import { freePlacesQuery, heldPlacesQuery } from "./api.ts";
import type { FreePlaces, FreePlacesView, HeldPlace } from "./contract.ts";
import { facilityMessages } from "./messages.ts";
import { PlacesLeft } from "./PlacesLeft.tsx";

type House = FreePlacesView["facilities"][number];
type Open = { what: "count" | "edit" | "close"; house: House } | { what: "add"; house: undefined };
type Seen = { asOf: string; facilities: readonly (FreePlaces | House)[] };

// forms are for the network: the phone keeps the list alone
const CountForm = lazy(() => import("./FacilityForms.tsx").then((it) => ({ default: it.CountForm })));
const FacilityForm = lazy(() => import("./FacilityForms.tsx").then((it) => ({ default: it.FacilityForm })));
const CloseForm = lazy(() => import("./FacilityForms.tsx").then((it) => ({ default: it.CloseForm })));

/** Free places by house: who may, holds one for an hour; who works there, counts. Without network it says what the phone knows. */
export function FreePlacesScreen() {
  const t = useMessages(facilityMessages);
  const live = useQuery(freePlacesQuery);
  const held = useQuery(heldPlacesQuery);
  const away = !useOnline() || live.error instanceof NetworkFailure;
  const known: Seen | null | undefined = live.data && !away ? live.data : (held.data ?? live.data);
  const records = useHasRole(...Object.keys(facilityAccess["facility.record"]));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Page
      title={t("title.places")}
      lead={t("places.lead")}
      narrow
      actions={
        records &&
        !away && (
          <Button icon="plus" onClick={() => setOpen({ what: "add", house: undefined })}>
            {t("act.add")}
          </Button>
        )
      }
    >
      {away && known && (
        <Notice tone="due" title={t("offline.title")}>
          {t("offline.held", { time: formatInstant(known.asOf, t.lang) })}
        </Notice>
      )}
      {live.data?.lost.map(({ reservationId, name }) => (
        <Notice key={reservationId} tone="danger">
          {t("lost.text", { name })}
        </Notice>
      ))}
      {known ? (
        <Houses seen={known} away={away} onOpen={setOpen} />
      ) : (
        <Loaded query={live} lines={6}>
          {(view) => <Houses seen={view} away={away} onOpen={setOpen} />}
        </Loaded>
      )}
      {live.data && !away && <ClosedHouses houses={live.data.closed} />}
      <SidePanel open={open !== undefined} title={open?.house?.name ?? t("act.add")} onClose={close}>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          {open?.what === "count" && <CountForm house={open.house} onDone={close} />}
          {(open?.what === "add" || open?.what === "edit") && <FacilityForm house={open.house} onDone={close} />}
          {open?.what === "close" && <CloseForm house={open.house} onDone={close} />}
        </Suspense>
      </SidePanel>
    </Page>
  );
}

function Houses({ seen, away, onOpen }: { seen: Seen; away: boolean; onOpen: (open: Open) => void }) {
  const t = useMessages(facilityMessages);
  if (seen.facilities.length === 0) return <EmptyState title={t("places.none")} text={t("places.noneNext")} />;
  return (
    <div className="stack">
      {seen.facilities.map((house) => (
        <HouseCard key={house.facilityId} house={house} away={away} onOpen={onOpen} />
      ))}
    </div>
  );
}

function ClosedHouses({ houses }: { houses: FreePlacesView["closed"] }) {
  const t = useMessages(facilityMessages);
  if (houses.length === 0) return null;
  return (
    <Card title={t("closed.title")}>
      <ul role="list" className="plain-list">
        {houses.map(({ facilityId, name, area, closedOn, version }) => (
          <li key={facilityId}>
            <strong>{name}</strong>{" "}
            <span className="soft">
              {area} · {t("closed.since", { day: formatDay(closedOn, t.lang) })}
            </span>
            <div className="cluster">
              <ActButton
                type="facility.reopen"
                payload={() => ({ facilityId })}
                base={version}
                label={t("act.reopen")}
                kind="plain"
                messages={t}
                invalidates={[["places"]]}
                onDone={() => toast({ text: t("reopened.saved") })}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type HouseProps = { house: FreePlaces | House; away: boolean; onOpen: (open: Open) => void };

/** One house; what is done about it needs the server, so that nothing of it is offered from what the phone knows. */
function HouseCard({ house, away, onOpen }: HouseProps) {
  const t = useMessages(facilityMessages);
  const live = "mine" in house && !away ? house : null;
  const reserves = useHasRole(...Object.keys(facilityAccess["place.reserve"]));
  const records = useHasRole(...Object.keys(facilityAccess["facility.record"]));
  const facts = [
    t(`type.${house.facilityType}`),
    house.area,
    t("places.size", { places: house.places }),
    house.openFrom && t("places.openFrom", { time: house.openFrom }),
    house.held > 0 && t("places.held", { count: house.held }),
    house.closedOn && t("closed.since", { day: formatDay(house.closedOn, t.lang) }),
  ].filter(Boolean);
  return (
    <Card
      title={house.name}
      actions={
        live?.mine && (
          <>
            <Button kind="plain" onClick={() => onOpen({ what: "count", house: live })}>
              {t("act.count")}
            </Button>
            {records && (
              <Button kind="plain" onClick={() => onOpen({ what: "edit", house: live })}>
                {t("act.edit")}
              </Button>
            )}
            {records && house.closedOn === null && (
              <Button kind="plain" onClick={() => onOpen({ what: "close", house: live })}>
                {t("act.close")}
              </Button>
            )}
          </>
        )
      }
    >
      <p>
        <PlacesLeft places={house} />{" "}
        {house.countedAt && (
          <span className="soft">{t("places.asOf", { time: formatInstant(house.countedAt, t.lang) })}</span>
        )}
      </p>
      <p className="soft">{facts.join(" · ")}</p>
      {house.phone && (
        <p>
          <a className="button button-plain" href={`tel:${house.phone.replace(/[^+\d]/g, "")}`}>
            {t("places.call", { phone: house.phone })}
          </a>
        </p>
      )}
      {live?.reservations.map((held) => (
        <Hold key={held.reservationId} held={held} counts={live.mine} />
      ))}
      {live && reserves && house.left !== null && house.left > 0 && (
        <ActButton
          type="place.reserve"
          payload={() => ({ reservationId: uuidv7(), facilityId: house.facilityId })}
          label={t("act.reserve")}
          messages={t}
          invalidates={[["places"]]}
          onDone={() => toast({ text: t("reserved") })}
        />
      )}
    </Card>
  );
}

function Hold({ held, counts }: { held: HeldPlace; counts: boolean }) {
  const t = useMessages(facilityMessages);
  const time = formatClock(held.untilAt, t.lang);
  const act = (type: "reservation.cancel" | "reservation.note-came", done: "cancelled" | "came") => ({
    type,
    payload: () => ({ reservationId: held.reservationId }),
    messages: t,
    invalidates: [["places"]],
    onDone: () => toast({ text: t(done) }),
  });
  return (
    <div className="stack-tight">
      <p>
        <Status tone={held.mine ? "active" : "neutral"}>{t(held.mine ? "hold.mine" : "hold.other", { time })}</Status>
      </p>
      <div className="cluster">
        {counts && <ActButton {...act("reservation.note-came", "came")} label={t("act.came")} />}
        {held.mine && <ActButton {...act("reservation.cancel", "cancelled")} label={t("act.cancel")} kind="plain" />}
      </div>
    </div>
  );
}
