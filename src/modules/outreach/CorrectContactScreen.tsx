import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm as Form } from "../../platform/ui/useCommandForm.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { sitesQuery, tonightQuery, wholeContactQuery } from "./api.ts";
import { MinimumFields, MoreFields } from "./CardFields.tsx";
import { type CardValues, cardOf, cardPaths, checkCard, valuesOf } from "./cardValues.ts";
import type { ContactView, SiteLine, Tonight } from "./contract.ts";
import { outreachMessages } from "./messages.ts";

/** The card again, to be set beside the first with a reason; the first stays readable. */
export function CorrectContactScreen() {
  const t = useMessages(outreachMessages);
  const contactId = useParam("contactId");
  const contact = useQuery(wholeContactQuery(contactId));
  const sites = useQuery(sitesQuery);
  const tonight = useQuery(tonightQuery);
  return (
    <Page title={t("title.correct")} back={{ to: `/contacts/${contactId}`, label: t("title.contact") }} narrow>
      <Loaded query={contact}>
        {({ contact: view }) => (
          <Loaded query={sites}>
            {({ sites: all }) => (
              <Loaded query={tonight}>
                {({ colleagues }) =>
                  view.placeHidden ? (
                    <Notice tone="danger">{t("contact.hidden")}</Notice>
                  ) : (
                    <CorrectionForm view={view} sites={all} colleagues={withWorkers(colleagues, view)} />
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

type CorrectionProps = { view: ContactView; sites: readonly SiteLine[]; colleagues: Tonight["colleagues"] };

function CorrectionForm({ view, sites, colleagues }: CorrectionProps) {
  const t = useMessages(outreachMessages);
  const go = useGo();
  const { deviceAt, geo, accompaniment, identityRevealed } = view.card;
  const form = useCommandForm<CardValues & { reason: string }>({
    type: "contact.correct",
    initial: { ...valuesOf(view), reason: "" },
    build: ({ reason, ...values }) => ({
      correctionId: uuidv7(),
      contactId: view.id,
      reason: reason.trim(),
      card: cardOf(values, { deviceAt, geo, accompaniment, identityRevealed }),
    }),
    check: (values) => [
      ...(values.reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
      ...checkCard(values),
    ],
    paths: cardPaths,
    messages: t,
    invalidates: [["outreach"]],
    onDone: (answer) => go(`/contacts/${answer.ids.contact}`),
  });
  // the fields know the card only; they never set what is not theirs
  const card: Form<CardValues> = form as unknown as Form<CardValues>;
  return (
    <CommandForm form={form} submit={t("act.saveCorrection")} submitIcon="check">
      <TextField label={t("card.reason")} maxLength={500} required {...form.field("reason")} />
      <MinimumFields form={card} sites={sites} colleagues={colleagues} />
      <MoreFields form={card} agreed={undefined} repeat={view.kind === "REPEAT"} />
    </CommandForm>
  );
}
