import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { reportDoorQuery } from "./api.ts";
import { linkServices } from "./codes.ts";
import { referralMessages } from "./messages.ts";
import { Call112, ReportFields } from "./ReportFields.tsx";
import { checkReport, emptyReport, sendReportOf } from "./reportForm.ts";

/** A partner reports a person or a place; a coordinator writes down a call. */
export function ReportScreen() {
  const t = useMessages(referralMessages);
  const go = useGo();
  const partner = useHasRole("PARTNER_REFERRER");
  const door = useQuery(reportDoorQuery);
  const back = partner ? "/notifications/mine" : "/notifications";
  const form = useCommandForm({
    type: "notification.report",
    messages: t,
    initial: emptyReport(),
    build: sendReportOf,
    check: checkReport,
    invalidates: [["notifications"]],
    onDone: () => {
      toast({ text: t("report.sent") });
      go(back);
    },
  });
  return (
    <Page
      title={t("report.title")}
      lead={t("report.lead")}
      back={{ to: back, label: t(partner ? "mine.title" : "list.title") }}
      narrow
    >
      <Call112 />
      <CommandForm form={form} submit={t("report.send")}>
        {!partner && (
          <SelectField
            label={t("report.service")}
            options={linkServices.map((value) => ({ value, label: t(`service.${value}`) }))}
            {...form.field("service")}
          />
        )}
        <ReportFields areas={door.data?.areas ?? []} field={form.field} />
      </CommandForm>
    </Page>
  );
}
