import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Dialog, SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { partnershipAccess } from "./access.ts";
import { partnershipsQuery } from "./api.ts";
import type { PartnershipsView } from "./contract.ts";
import { partnershipMessages } from "./messages.ts";
import { EndMemberForm, JoinForm, PartnershipForm } from "./PartnershipForms.tsx";

export type Own = PartnershipsView["own"][number];
export type Offer = PartnershipsView["offered"][number];
export type OwnMember = Own["members"][number];
type Act =
  | { act: "record"; own?: Own }
  | { act: "end"; own: Own; member: OwnMember }
  | { act: "join" | "leave"; offer: Offer };

const over = (until: string | null) => until !== null && until < today();

/** Partnerships that we keep, with their members, and those that others keep and name us in. */
export function PartnershipsScreen() {
  const t = useMessages(partnershipMessages);
  const read = useQuery(partnershipsQuery);
  const concludes = useHasRole(...Object.keys(partnershipAccess["partnership.conclude"]));
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  const act = concludes ? setOpen : undefined;
  const record = act && (
    <Button kind="main" icon="plus" onClick={() => act({ act: "record" })}>
      {t("partnership.record")}
    </Button>
  );
  return (
    <Page title={t("partnership.title")} lead={t("partnership.lead")} actions={record} narrow>
      <Loaded query={read} lines={6}>
        {({ own, offered }) => (
          <div className="stack">
            <h2>{t("partnership.own")}</h2>
            {own.length === 0 && <EmptyState title={t("partnership.ownNone")} />}
            {own.map((one) => (
              <OwnCard key={one.id} own={one} onAct={act} />
            ))}
            <h2>{t("partnership.offered")}</h2>
            {offered.length === 0 && <p className="soft">{t("partnership.offeredNone")}</p>}
            {offered.map((offer) => (
              <OfferCard key={`${offer.organisationId} ${offer.id}`} offer={offer} onAct={act} />
            ))}
          </div>
        )}
      </Loaded>
      <SidePanel
        open={open?.act === "record"}
        title={t(open?.act === "record" && open.own ? "partnership.edit" : "partnership.record")}
        onClose={close}
      >
        {open?.act === "record" && <PartnershipForm own={open.own} onDone={close} />}
      </SidePanel>
      <Dialog
        open={open !== undefined && open.act !== "record"}
        title={
          open && open.act !== "record"
            ? t(open.act === "end" ? "partnership.endMember" : `partnership.${open.act}`)
            : ""
        }
        onClose={close}
      >
        {open?.act === "end" && <EndMemberForm own={open.own} member={open.member} onDone={close} />}
        {(open?.act === "join" || open?.act === "leave") && (
          <JoinForm act={open.act} offer={open.offer} onDone={close} />
        )}
      </Dialog>
    </Page>
  );
}

type OnAct = ((act: Act) => void) | undefined;

function Terms({ it }: { it: Pick<Own, "purpose" | "validFrom" | "validUntil"> }) {
  const t = useMessages(partnershipMessages);
  const ended = over(it.validUntil);
  return (
    <>
      <p className="cluster">
        <Status tone={ended ? "neutral" : "active"}>{t(ended ? "partnership.over" : "partnership.runs")}</Status>
        <span className="soft">
          <DateText day={it.validFrom} /> – {it.validUntil && <DateText day={it.validUntil} />}
        </span>
      </p>
      {it.purpose && <p>{it.purpose}</p>}
    </>
  );
}

function OwnCard({ own, onAct }: { own: Own; onAct: OnAct }) {
  const t = useMessages(partnershipMessages);
  const edit = onAct && (
    <Button kind="plain" icon="edit" onClick={() => onAct({ act: "record", own })}>
      {t("partnership.edit")}
    </Button>
  );
  return (
    <Card title={own.name} actions={edit}>
      <Terms it={own} />
      <h3>{t("partnership.members")}</h3>
      <ul role="list" className="stack-tight" aria-label={t("partnership.members")}>
        {own.members.map((member) => (
          <li key={member.organisationId} className="cluster">
            <strong>{member.name}</strong>
            <Status tone={over(member.validUntil) ? "neutral" : member.joinedAt ? "confirmed" : "due"}>
              {t(
                over(member.validUntil)
                  ? "partnership.over"
                  : member.joinedAt
                    ? "partnership.joined"
                    : "partnership.waiting",
              )}
            </Status>
            {onAct && !member.validUntil && (
              <Button
                kind="plain"
                label={t("partnership.endMemberOf", { name: member.name })}
                onClick={() => onAct({ act: "end", own, member })}
              >
                {t("partnership.endMember")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OfferCard({ offer, onAct }: { offer: Offer; onAct: OnAct }) {
  const t = useMessages(partnershipMessages);
  const inside = offer.joinedAt !== null && offer.leftAt === null;
  const act = inside ? "leave" : "join";
  const button = onAct && !over(offer.validUntil) && (
    <Button kind={inside ? "plain" : "main"} onClick={() => onAct({ act, offer })}>
      {t(`partnership.${act}`)}
    </Button>
  );
  return (
    <Card title={offer.name} actions={button}>
      <Terms it={offer} />
      <p className="cluster">
        {t("partnership.keeper")}: {offer.ownerName}. {t("partnership.we")}:{" "}
        <Status tone={inside ? "confirmed" : "due"}>{t(inside ? "partnership.joined" : "partnership.waiting")}</Status>
      </p>
    </Card>
  );
}
