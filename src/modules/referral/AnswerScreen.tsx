import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { routeQuery } from "./api.ts";
import { type ReportOutcome, reportOutcomes } from "./codes.ts";
import { NotificationCard } from "./NotificationCard.tsx";
import { routeMessages } from "./routeMessages.ts";

/** What the team found, in one tap; no card is needed for it. */
export function AnswerScreen() {
  const t = useMessages(routeMessages);
  const go = useGo();
  const notificationId = useParam("notificationId");
  const street = useHasRole("OUTREACH_WORKER");
  const back = street ? "/tonight" : "/notifications";
  const line = useQuery(routeQuery).data?.notifications.find(({ id }) => id === notificationId);
  const form = useCommandForm({
    type: "notification.answer",
    messages: t,
    initial: { answerId: uuidv7(), outcome: "" as ReportOutcome | "" },
    build: ({ answerId, outcome }) => ({ answerId, notificationId, outcome, answeredAt: now().toISOString() }),
    check: ({ outcome }) => (outcome ? [] : [{ path: "outcome", code: "field.required" }]),
    invalidates: [["notifications"]],
    onDone: () => {
      toast({ text: t("route.answered") });
      go(back);
    },
  });
  return (
    <Page
      title={t("answer.title")}
      lead={t("answer.lead")}
      back={{ to: back, label: t(street ? "route.title" : "list.title") }}
      narrow
    >
      {line && <NotificationCard line={line} />}
      <CommandForm form={form} submit={t("route.answer")}>
        <ChoiceField
          label={t("answer.title")}
          stacked
          options={reportOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          {...form.field("outcome")}
        />
        {form.values.outcome === "TAKEN_TO_HOSPITAL" && <Notice tone="info">{t("answer.hospital")}</Notice>}
      </CommandForm>
    </Page>
  );
}
