import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { correctableQuery, sitesQuery, tonightQuery } from "./api.ts";
import { MinimumFields, MoreFields } from "./CardFields.tsx";
import { type CardValues, cardOf, cardPaths, checkCard, valuesOf } from "./cardValues.ts";
import type { ContactView, SiteLine, Tonight } from "./contract.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { outreachMessages } from "./messages.ts";

/** The card again, to be set beside the first with a reason; the first stays readable. */
export function CorrectContactScreen() {
  const t = useMessages(outreachMessages);
  const contactId = useParam("contactId");
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
                  ) : (
                    <CorrectionForm
                      view={view}
                      keepsSealed={keepsSealed}
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
  sites: readonly SiteLine[];
  colleagues: Tonight["colleagues"];
};

function CorrectionForm({ view, keepsSealed, sites, colleagues }: CorrectionProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const { deviceAt, accompaniment, identityRevealed } = view.card;
  const form = useCommandForm<Values>({
    type: "contact.correct",
    initial: { ...valuesOf(view), contactId: uuidv7(), reason: "" },
    build: ({ reason, ...values }) => ({
      correctionId: values.contactId,
      contactId: view.id,
      reason: reason.trim(),
      keepsSealed,
      card: cardOf(values, { deviceAt, accompaniment, identityRevealed }),
    }),
    check: (values) => [
      ...(values.reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
      ...checkCard(values),
    ],
    paths: cardPaths,
    messages: t,
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
