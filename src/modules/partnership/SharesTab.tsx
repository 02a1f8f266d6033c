import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { dayOfInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { partnershipAccess } from "./access.ts";
import { givenSharesQuery } from "./api.ts";
import type { GivenShare, ShareState } from "./contract.ts";
import { GiveShareForm } from "./GiveShareForm.tsx";
import { partnershipMessages } from "./messages.ts";

const tones: Readonly<Record<ShareState, StatusTone>> = {
  OPEN: "active",
  NOT_YET: "due",
  ENDED: "neutral",
  WITHDRAWN: "neutral",
};

/** The part "shares" of a person's file: who may read what of it, why and until when. */
export function SharesTab({ personId }: { personId: string }) {
  const t = useMessages(partnershipMessages);
  const gives = useHasRole(...Object.keys(partnershipAccess["share.give"]));
  const receives = useHasRole(...Object.keys(partnershipAccess["share.read-received"]));
  const given = useQuery(givenSharesQuery(personId));
  const [open, setOpen] = useState<"give" | GivenShare>();
  const close = () => setOpen(undefined);
  return (
    <div className="stack">
      <div className="cluster">
        {gives && (
          <Button kind="main" icon="plus" onClick={() => setOpen("give")}>
            {t("act.give")}
          </Button>
        )}
        {receives && (
          <LinkButton to="/shares" kind="plain">
            {t("received.all")}
          </LinkButton>
        )}
      </div>
      <Loaded query={given}>
        {({ shares }) =>
          shares.length === 0 ? (
            <EmptyState title={t("given.empty")} text={t("given.emptyNext")} />
          ) : (
            shares.map((share) => (
              <GivenCard key={share.id} share={share} onWithdraw={gives ? () => setOpen(share) : undefined} />
            ))
          )
        }
      </Loaded>
      <SidePanel open={open !== undefined} title={t(open === "give" ? "act.give" : "act.withdraw")} onClose={close}>
        {open === "give" && <GiveShareForm personId={personId} onDone={close} />}
        {typeof open === "object" && <WithdrawForm personId={personId} share={open} onDone={close} />}
      </SidePanel>
    </div>
  );
}

function GivenCard({ share, onWithdraw }: { share: GivenShare; onWithdraw: (() => void) | undefined }) {
  const t = useMessages(partnershipMessages);
  const c = useMessages(caseworkMessages);
  const withdrawable = share.state === "OPEN" || share.state === "NOT_YET";
  return (
    <Card
      title={share.toOrganisationName}
      actions={
        withdrawable &&
        onWithdraw && (
          <Button kind="plain" onClick={onWithdraw}>
            {t("act.withdraw")}
          </Button>
        )
      }
    >
      <p>
        <Status tone={tones[share.state]}>{t(`state.${share.state}`)}</Status>
      </p>
      <Definitions
        columns={2}
        items={[
          { term: t("purpose"), value: share.purpose },
          { term: t("sections"), value: share.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", ") },
          ...(share.sideOf.length > 0
            ? [{ term: t("given.sideOf"), value: share.sideOf.map((one) => t(`what.${one}`)).join(", ") }]
            : []),
          { term: t("legalBasis"), value: t.maybe(`basis.${share.legalBasis}`) },
          { term: t("given.from"), value: <DateText day={share.validFrom} /> },
          { term: t("given.until"), value: <DateText day={share.validUntil} /> },
          { term: t("given.by"), value: share.givenByName },
          ...(share.withdrawnAt
            ? [{ term: t("given.withdrawnOn"), value: <DateText day={dayOfInstant(share.withdrawnAt)} /> }]
            : []),
        ]}
      />
    </Card>
  );
}

function WithdrawForm({ personId, share, onDone }: { personId: string; share: GivenShare; onDone: () => void }) {
  const t = useMessages(partnershipMessages);
  const form = useCommandForm<object>({
    type: "share.withdraw",
    messages: t,
    initial: {},
    build: () => ({ shareId: share.id }),
    invalidates: [["shares", "given", personId], ["timeline"]],
    onDone: () => {
      toast({ text: t("withdrawn") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.withdraw")}>
      <p>{t("withdraw.ask", { partner: share.toOrganisationName })}</p>
    </CommandForm>
  );
}
