import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { now } from "../../platform/ui/clock.ts";
import { type Definition, Definitions } from "../../platform/ui/Definitions.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText, InstantText } from "../../platform/ui/Words.tsx";
import { contactQuery, wholeContactQuery } from "./api.ts";
import type { ContactView } from "./contract.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { outreachMessages } from "./messages.ts";
import { refuseCorrection } from "./rules.ts";

/** One card as it was written, with what stands for it now. */
export function ContactScreen() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const contactId = useParam("contactId");
  const contact = useQuery(contactQuery(contactId));
  const [whole, setWhole] = useState(false);
  const fromServer = useQuery({ ...wholeContactQuery(contactId), enabled: whole });
  return (
    <Page title={t("title.contact")} narrow>
      {contact.data?.onPhone && !whole && (
        <Notice actions={<Button onClick={() => setWhole(true)}>{f("act.wholeCard")}</Button>}>
          {f("contact.onPhone")}
        </Notice>
      )}
      <Loaded query={whole ? fromServer : contact}>{({ contact: view }) => <Contact view={view} />}</Loaded>
    </Page>
  );
}

const isSaid = ({ value }: Definition): boolean => value !== undefined && value !== null && value !== "";

function Contact({ view }: { view: ContactView }) {
  const t = useMessages(outreachMessages);
  const { card } = view;
  const words = (prefix: string, codes: readonly string[]) =>
    codes.map((code) => t.maybe(`${prefix}.${code}`) ?? code).join(", ");
  const word = (prefix: string, code: string | null) => words(prefix, code ? [code] : []);
  const place = [view.siteName ?? card.placeText, view.area].filter(Boolean).join(", ");
  const health: readonly Definition[] = [
    { term: t("card.observations"), value: words("health", card.health?.observations ?? []) },
    { term: t("card.substance"), value: word("substance", card.health?.substance ?? null) },
    { term: t("card.healthNote"), value: card.health?.note },
    { term: t("card.safety"), value: words("flag", card.safetyRisks) },
  ];
  const info: readonly Definition[] = [
    { term: t("card.infoTopics"), value: words("topic", card.infoTopics) },
    { term: t("card.notice"), value: word("notice", card.notice) },
    { term: t("card.attitude"), value: word("attitude", card.attitude) },
    { term: t("card.howFound"), value: word("source", card.howFound) },
    { term: t("card.sleepingPlace"), value: word("siteType", card.sleepingPlace) },
    { term: t("card.homelessFor"), value: word("duration", card.homelessFor) },
    { term: t("card.documents"), value: words("document", card.documents) },
  ];
  const unsaid = [...health, ...info].filter((item) => !isSaid(item));
  return (
    <>
      {view.correctedBy && (
        <Notice tone="due" actions={<LinkButton to={`/contacts/${view.correctedBy}`}>{t("act.readCard")}</LinkButton>}>
          {t("contact.correctedNotice")}
        </Notice>
      )}
      {view.corrects && (
        <Notice actions={<LinkButton to={`/contacts/${view.corrects.id}`}>{t("act.readCard")}</LinkButton>}>
          {t("contact.correctsNotice", { reason: view.corrects.reason })}
        </Notice>
      )}
      {view.warnings.map((warning) => (
        <Notice key={warning} tone="due">
          {t(warning)}
        </Notice>
      ))}
      <Card
        title={`${view.personName ?? t("saved.anonymous")}, ${t(`kind.${view.kind}`)}`}
        actions={
          !view.correctedBy &&
          refuseCorrection({ own: view.own, contactAt: card.contactAt ?? view.receivedAt }, now().toISOString()) ===
            null && (
            <LinkButton to={`/contacts/${view.id}/correction`} icon="edit">
              {t("act.correct")}
            </LinkButton>
          )
        }
      >
        <Definitions
          items={[
            { term: t("card.when"), value: <InstantText at={card.contactAt ?? view.receivedAt} /> },
            { term: t("card.where"), value: view.placeHidden ? t("contact.hidden") : place },
            { term: t("card.workers"), value: view.workers.map(({ name }) => name).join(", ") },
            { term: t("card.sex"), value: word("sex", card.sex) },
            { term: t("card.ageBand"), value: word("age", card.ageBand) },
            { term: t("card.actions"), value: words("action", card.actions) },
            { term: t("card.needs"), value: words("need", card.needs) },
            {
              term: t("card.aid"),
              value: card.aid.map(({ item, quantity }) => `${t(`aid.${item}`)} × ${quantity}`).join(", "),
            },
            {
              term: t("card.nextStep"),
              value: card.nextStep?.text,
              note: card.nextStep?.dueOn && <DateText day={card.nextStep.dueOn} />,
            },
            { term: t("card.previousOutcome"), value: word("outcome", card.previousStepOutcome) },
            {
              term: t("card.changes"),
              value: card.changes
                .map(({ area, direction }) => `${t(`area.${area}`)}: ${t(`direction.${direction}`)}`)
                .join(", "),
            },
            { term: t("card.note"), value: card.note },
          ].filter(isSaid)}
        />
      </Card>
      {health.some(isSaid) && (
        <Card title={t("card.healthSection")}>
          <p className="soft small">{t("card.healthHint")}</p>
          <Definitions items={health.filter(isSaid)} />
        </Card>
      )}
      {info.some(isSaid) && (
        <Card title={t("card.infoSection")}>
          <Definitions items={info.filter(isSaid)} />
        </Card>
      )}
      {unsaid.length > 0 && (
        <FormSection question={t("contact.unsaid")} optional hint={String(unsaid.length)}>
          <p className="soft">{unsaid.map(({ term }) => term).join(" · ")}</p>
        </FormSection>
      )}
      <p className="soft small">
        {view.recordedBy}, <InstantText at={view.receivedAt} />
      </p>
    </>
  );
}
