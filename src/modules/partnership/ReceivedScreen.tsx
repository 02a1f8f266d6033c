import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { partnershipAccess } from "./access.ts";
import { receivedSharesQuery } from "./api.ts";
import { partnershipMessages } from "./messages.ts";

/** What partners share with us today. Says of whom only where the person is tied to a file of ours. */
export function ReceivedScreen() {
  const t = useMessages(partnershipMessages);
  const c = useMessages(caseworkMessages);
  const received = useQuery(receivedSharesQuery);
  const concludes = useHasRole(...Object.keys(partnershipAccess["partnership.read"]));
  const partnerships = concludes && (
    <LinkButton to="/partnerships" kind="plain" icon="right">
      {t("received.partnerships")}
    </LinkButton>
  );
  return (
    <Page title={t("received.title")} lead={t("received.lead")} actions={partnerships} narrow>
      <Loaded query={received} lines={6}>
        {({ shares }) =>
          shares.length === 0 ? (
            <EmptyState title={t("received.empty")} text={t("received.emptyNext")} />
          ) : (
            <div className="stack">
              {shares.map((share) => (
                <Card
                  key={share.id}
                  title={share.purpose}
                  actions={<LinkButton to={`/shares/${share.id}`}>{t("received.open")}</LinkButton>}
                >
                  <Definitions
                    items={[
                      { term: t("received.from"), value: share.origin },
                      { term: t("given.until"), value: <DateText day={share.validUntil} /> },
                      {
                        term: t("sections"),
                        value: share.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", "),
                      },
                      {
                        term: t("received.our"),
                        value: share.ownPersonId ? (
                          <LinkButton to={`/people/${share.ownPersonId}`} kind="plain">
                            {share.ownPersonName ?? t("received.open")}
                          </LinkButton>
                        ) : (
                          <span className="soft">{t("received.notTied")}</span>
                        ),
                      },
                    ]}
                  />
                </Card>
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
