import { dayOfInstant, formatDay, formatInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { ActButton } from "./ActButton.tsx";
import type { AccountsView } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

/** What waits for somebody: invitations for their owner, resets for a second person. */
export function PendingTab({ view }: { view: AccountsView }) {
  const t = useMessages(organisationMessages);
  const me = useSession().account.id;
  const admin = useHasRole("ORGANISATION_ADMIN");
  return (
    <div className="stack">
      <Card title={t("resets")}>
        {view.recoveries.length === 0 && <p>{t("resets.none")}</p>}
        <ul role="list" className="stack">
          {view.recoveries.map((one) => (
            <li key={one.id} className="stack-tight">
              <span className="cluster">
                <strong>{one.name}</strong>
                <span>{t(`reset.${one.kind}`)}</span>
                <Status tone={one.confirmed ? "confirmed" : "due"}>
                  {t(one.confirmed ? "reset.confirmed" : "reset.waits")}
                </Status>
              </span>
              <span>{one.reason}</span>
              <span className="soft small">
                {t("reset.by", { name: one.requestedByName })}, {formatInstant(one.expiresAt, t.lang)}
              </span>
              {!one.confirmed && one.requestedBy !== me && one.accountId !== me && (
                <span className="cluster">
                  <ActButton
                    type="account.confirm-reset"
                    payload={{ recoveryId: one.id }}
                    invalidates={[["accounts"]]}
                    done={t("reset.confirmed")}
                  >
                    {t("reset.confirm")}
                  </ActButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("invitations")}>
        {view.invitations.length === 0 && <p>{t("invitations.none")}</p>}
        <ul role="list" className="stack">
          {view.invitations.map((one) => (
            <li key={one.id} className="stack-tight">
              <strong>{one.name}</strong>
              <span>
                {one.login} · {one.roles.map((role) => t(`role.${role}`)).join(", ")}
              </span>
              <span className="soft small">
                {t("invitation.until", { day: formatDay(dayOfInstant(one.expiresAt), t.lang) })}
              </span>
              {admin && (
                <span className="cluster">
                  <ActButton
                    type="account.withdraw-invitation"
                    payload={{ invitationId: one.id }}
                    invalidates={[["accounts"]]}
                    done={t("invitation.withdrawn")}
                    kind="plain"
                  >
                    {t("invitation.withdraw")}
                  </ActButton>
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
