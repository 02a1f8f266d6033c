import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { referralsOfPersonQuery } from "./api.ts";
import { letterMessages } from "./letterMessages.ts";
import { SendReferralForm } from "./SendReferralForm.tsx";
import { SentCard } from "./SentCard.tsx";

/** The part "referrals" of a person's file: whom we asked for what, and what came of it. `below`: what rooms above show there. */
export function ReferralsTab({ personId, below }: { personId: string; below?: ReactNode }) {
  const t = useMessages(letterMessages);
  const read = useQuery(referralsOfPersonQuery(personId));
  const [sending, setSending] = useState(false);
  const close = () => setSending(false);
  return (
    <div className="stack">
      <div className="cluster">
        <Button kind="main" icon="plus" onClick={() => setSending(true)}>
          {t("refer.send")}
        </Button>
      </div>
      <Loaded query={read}>
        {({ referrals }) =>
          referrals.length === 0 ? (
            <EmptyState title={t("refer.tabEmpty")} text={t("refer.tabEmptyNext")} />
          ) : (
            referrals.map((referral) => <SentCard key={referral.id} referral={referral} />)
          )
        }
      </Loaded>
      {below}
      <SidePanel open={sending} title={t("refer.send")} onClose={close}>
        {sending && <SendReferralForm personId={personId} onDone={close} />}
      </SidePanel>
    </div>
  );
}
