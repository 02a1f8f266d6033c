import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useRefused } from "../../platform/ui/useRefused.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { correctableQuery, sitesQuery, tonightQuery } from "./api.ts";
import { MinimumFields, MoreFields } from "./CardFields.tsx";
import { type CardValues, cardOf, cardPaths, checkCard, mendedValues, valuesOf } from "./cardValues.ts";
import type { ContactView, CorrectContactInput, SiteLine, Tonight } from "./contract.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { outreachMessages } from "./messages.ts";

/** The card again, to be set beside the first with a reason; the first stays readable. */
export function CorrectContactScreen() {
  const t = useMessages(outreachMessages);
  const contactId = useParam("contactId");
  const refused = useRefused<CorrectContactInput>("contact.correct");
  const contact = useQuery({ ...correctableQuery(contactId), staleTime: "static" as const });
  const sites = useQuery(sitesQuery);
  const tonight = useQuery(tonightQuery);
  return (
    <Page title={t("title.correct")} back={{ to: `/contacts/${contactId}`, label: t("title.contact") }} narrow>
      <Loaded query={contact}>
        {({ contact: view, keepsSealed }) => (
          <Loaded query={sites}>
            {({ sites: all }) => (
              <Loaded query={tonight}>
                {({ colleagues }) =>
                  view.placeHidden ? (
                    <Notice tone="danger">{t("contact.hidden")}</Notice>
                  ) : refused.reading ? null : (
                    <CorrectionForm
                      view={view}
                      keepsSealed={refused.sent ? refused.sent.keepsSealed === true : keepsSealed}
                      refused={refused}
                      sites={all}
                      colleagues={withWorkers(colleagues, view)}
                    />
                  )
                }
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

/** Somebody who has left the team may still stand on an old card. */
function withWorkers(colleagues: Tonight["colleagues"], view: ContactView): Tonight["colleagues"] {
  return [...colleagues, ...view.workers.filter(({ id }) => !colleagues.some((colleague) => colleague.id === id))];
}

/** `contactId` is the correction's own. */
type Values = CardValues & { reason: string };

type CorrectionProps = {
  view: ContactView;
  keepsSealed: boolean;
  /** The refused correction that this one mends. */
  refused: ReturnType<typeof useRefused<CorrectContactInput>>;
  sites: readonly SiteLine[];
  colleagues: Tonight["colleagues"];
};

function startValues(view: ContactView, sent: CorrectContactInput | undefined): Values {
  if (!sent) return { ...valuesOf(view), contactId: uuidv7(), reason: "" };
  const person = view.personId ? { personId: view.personId } : null;
  return { ...mendedValues({ contactId: sent.correctionId, person, card: sent.card }), reason: sent.reason };
}

function CorrectionForm({ view, keepsSealed, refused: { sent, mends }, sites, colleagues }: CorrectionProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const { deviceAt, accompaniment, identityRevealed } = view.card;
  const form = useCommandForm<Values>({
    type: "contact.correct",
    initial: startValues(view, sent),
    build: ({ reason, ...values }) => ({
      correctionId: values.contactId,
      contactId: view.id,
      reason: reason.trim(),
      keepsSealed,
      card: cardOf(values, sent?.card ?? { deviceAt, accompaniment, identityRevealed }),
    }),
    check: (values) => [
      ...(values.reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
      ...checkCard(values),
    ],
    paths: cardPaths,
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: (_, { contactId }) => go(`/contacts/${contactId}`),
  });
  return (
    <CommandForm form={form} submit={t("act.saveCorrection")} submitIcon="check">
      <TextField label={t("card.reason")} maxLength={500} required {...form.field("reason")} />
      {keepsSealed && <Notice>{f("contact.keepsSealed")}</Notice>}
      <MinimumFields form={form} sites={sites} colleagues={colleagues} />
      <MoreFields form={form} agreed={undefined} repeat={view.kind === "REPEAT"} keepsSealed={keepsSealed} />
    </CommandForm>
  );
}
