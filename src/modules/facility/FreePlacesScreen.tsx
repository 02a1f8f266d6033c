import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatClock, formatInstant } from "../../platform/ui/format.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { facilityAccess } from "./access.ts";
import { freePlacesQuery } from "./api.ts";
import type { FreePlacesView, HeldPlace } from "./contract.ts";
import { CountForm, FacilityForm } from "./FacilityForms.tsx";
import { facilityMessages } from "./messages.ts";
import { PlacesLeft } from "./PlacesLeft.tsx";

type House = FreePlacesView["facilities"][number];
type Open = { what: "count" | "edit"; house: House } | { what: "add"; house: undefined };

/** Free places by house: who may, holds one for an hour; who works there, counts. */
export function FreePlacesScreen() {
  const t = useMessages(facilityMessages);
  const places = useQuery(freePlacesQuery);
  const records = useHasRole(...Object.keys(facilityAccess["facility.record"]));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Page
      title={t("title.places")}
      lead={t("places.lead")}
      narrow
      actions={
        records && (
          <Button icon="plus" onClick={() => setOpen({ what: "add", house: undefined })}>
            {t("act.add")}
          </Button>
        )
      }
    >
      <Loaded query={places} lines={6}>
        {({ facilities }) =>
          facilities.length === 0 ? (
            <EmptyState title={t("places.none")} text={t("places.noneNext")} />
          ) : (
            <div className="stack">
              {facilities.map((house) => (
                <HouseCard key={house.facilityId} house={house} records={records} onOpen={setOpen} />
              ))}
            </div>
          )
        }
      </Loaded>
      <SidePanel open={open !== undefined} title={open?.house?.name ?? t("act.add")} onClose={close}>
        {open?.what === "count" && <CountForm house={open.house} onDone={close} />}
        {(open?.what === "add" || open?.what === "edit") && <FacilityForm house={open.house} onDone={close} />}
      </SidePanel>
    </Page>
  );
}

function HouseCard({ house, records, onOpen }: { house: House; records: boolean; onOpen: (open: Open) => void }) {
  const t = useMessages(facilityMessages);
  const reserves = useHasRole(...Object.keys(facilityAccess["place.reserve"]));
  const facts = [
    t(`type.${house.facilityType}`),
    house.area,
    t("places.size", { places: house.places }),
    house.openFrom && t("places.openFrom", { time: house.openFrom }),
    house.held > 0 && t("places.held", { count: house.held }),
  ].filter(Boolean);
  return (
    <Card
      title={house.name}
      actions={
        <>
          {house.mine && (
            <Button kind="plain" onClick={() => onOpen({ what: "count", house })}>
              {t("act.count")}
            </Button>
          )}
          {house.mine && records && (
            <Button kind="plain" onClick={() => onOpen({ what: "edit", house })}>
              {t("act.edit")}
            </Button>
          )}
        </>
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
      {house.reservations.map((held) => (
        <Hold key={held.reservationId} held={held} counts={house.mine} />
      ))}
      {reserves && house.left !== null && house.left > 0 && (
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
