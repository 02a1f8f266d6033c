import { useQuery } from "@tanstack/react-query";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { dayOfInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Badge } from "../../platform/ui/Status.tsx";
import { Timeline } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { sharedPersonQuery, sharedTimelineQuery } from "./api.ts";
import type { SharedPerson } from "./contract.ts";
import { partnershipMessages } from "./messages.ts";
import { OwnPart } from "./OwnPart.tsx";
import { TieCard } from "./TieCard.tsx";

/** A person as a partner shares them, marked with where it comes from. */
export function SharedPersonScreen() {
  const t = useMessages(partnershipMessages);
  const shareId = useParam("shareId");
  const shared = useQuery(sharedPersonQuery(shareId));
  return (
    <Page title={t("shared.title")} back={{ to: "/shares", label: t("received.title") }} narrow>
      <Loaded query={shared} lines={6}>
        {(person) => (
          <div className="stack">
            <p>
              <Badge tone="active">{t("shared.origin", { origin: person.origin })}</Badge>
            </p>
            {person.core?.protectedWhereabouts && <Notice tone="danger">{t("shared.protected")}</Notice>}
            {person.social && <OwnPart shareId={shareId} />}
            <Parts person={person} />
            <TieCard person={person} />
            <History shareId={shareId} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Parts({ person: { core, social, street, ...terms } }: { person: SharedPerson }) {
  const t = useMessages(partnershipMessages);
  const c = useMessages(caseworkMessages);
  return (
    <>
      {core && (
        <Card title={t("shared.who")}>
          <Definitions
            columns={2}
            items={[
              { term: t("shared.name"), value: [core.firstName, core.lastName].filter(Boolean).join(" ") || null },
              { term: t("shared.alias"), value: core.alias },
              { term: t("shared.born"), value: core.birthDate && <DateText day={core.birthDate} /> },
              { term: t("shared.phone"), value: core.phone },
              { term: t("shared.languages"), value: core.languages.join(", ") || null },
            ]}
          />
        </Card>
      )}
      {social && (
        <Card title={t("shared.social")}>
          {social.length === 0 ? (
            <p className="soft">{t("shared.socialNone")}</p>
          ) : (
            <ul role="list" className="stack-tight">
              {social.map((one) => (
                <li key={`${one.kind} ${one.variant} ${one.onDay} ${one.state}`}>
                  {t(`what.${one.kind}`)}: {t.maybe(`step.${one.state}`) ?? "–"}, <DateText day={one.onDay} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {street && (
        <Card title={t("shared.street")}>
          <p>
            {t("shared.contacts", { count: street.contactsIn90Days })}
            {street.lastContactAt && (
              <>
                {", "}
                <DateText day={dayOfInstant(street.lastContactAt)} />
              </>
            )}
          </p>
        </Card>
      )}
      <Card title={t("shared.terms")}>
        <Definitions
          items={[
            { term: t("purpose"), value: terms.purpose },
            { term: t("legalBasis"), value: t.maybe(`basis.${terms.legalBasis}`) },
            { term: t("sections"), value: terms.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", ") },
            { term: t("given.until"), value: <DateText day={terms.validUntil} /> },
          ]}
        />
      </Card>
    </>
  );
}

function History({ shareId }: { shareId: string }) {
  const t = useMessages(partnershipMessages);
  const timeline = useQuery(sharedTimelineQuery(shareId));
  return (
    <Card title={t("shared.history")}>
      <Loaded query={timeline}>
        {({ lines, more }) =>
          lines.length === 0 ? (
            <p className="soft">{t("shared.historyNone")}</p>
          ) : (
            <>
              <Timeline
                label={t("shared.history")}
                entries={lines.map((line) => ({
                  id: line.id,
                  at: line.occurredAt,
                  title: t.maybe(`kind.${line.kind.split(".")[0]}`) ?? t("shared.line"),
                  by: line.origin,
                }))}
              />
              {more && <p className="soft small">{t("shared.newest")}</p>}
            </>
          )
        }
      </Loaded>
    </Card>
  );
}
