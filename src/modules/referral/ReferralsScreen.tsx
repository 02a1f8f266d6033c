import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { partnershipAccess } from "../partnership/access.ts";
import { partnershipMessages } from "../partnership/messages.ts";
import { referralAccess } from "./access.ts";
import { receivedReferralsQuery, sentReferralsQuery } from "./api.ts";
import { letterMessages } from "./letterMessages.ts";
import { ReceivedCard } from "./ReceivedCard.tsx";
import { SentCard } from "./SentCard.tsx";

/** Referrals between organisations: those to us first, for whoever would take the person in. */
export function ReferralsScreen() {
  const t = useMessages(letterMessages);
  const receives = useHasRole(...Object.keys(referralAccess["referral.list-received"]));
  const [values, setValues] = useUrlFilters({ side: receives ? "received" : "sent" });
  const shared = useMessages(partnershipMessages);
  const reads = useHasRole(...Object.keys(partnershipAccess["share.read-received"]));
  const toShares = reads && (
    <LinkButton to="/shares" kind="plain" icon="right">
      {shared("received.title")}
    </LinkButton>
  );
  const side = receives && values.side === "received" ? "received" : "sent";
  return (
    <Page title={t("inbox.title")} lead={t("inbox.lead")} actions={toShares} narrow>
      {receives ? (
        <Tabs
          label={t("inbox.title")}
          current={side}
          onChange={(code) => setValues({ side: code })}
          tabs={[
            { code: "received", label: t("inbox.received") },
            { code: "sent", label: t("inbox.sent") },
          ]}
        >
          {side === "received" ? <Received /> : <Sent />}
        </Tabs>
      ) : (
        <Sent />
      )}
    </Page>
  );
}

function Received() {
  const t = useMessages(letterMessages);
  const read = useQuery(receivedReferralsQuery);
  return (
    <Loaded query={read} lines={6}>
      {({ referrals }) =>
        referrals.length === 0 ? (
          <EmptyState title={t("inbox.receivedNone")} text={t("inbox.receivedNoneNext")} />
        ) : (
          <div className="stack">
            {referrals.map((referral) => (
              <ReceivedCard key={referral.id} referral={referral} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

function Sent() {
  const t = useMessages(letterMessages);
  const read = useQuery(sentReferralsQuery);
  return (
    <Loaded query={read} lines={6}>
      {({ referrals }) =>
        referrals.length === 0 ? (
          <EmptyState title={t("inbox.sentNone")} text={t("inbox.sentNoneNext")} />
        ) : (
          <div className="stack">
            {referrals.map((referral) => (
              <SentCard key={referral.id} referral={referral} named />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}
