import { useQuery } from "@tanstack/react-query";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useRefused } from "../../platform/ui/useRefused.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { sitesQuery } from "./api.ts";
import { optionsOf } from "./CardFields.tsx";
import { alerted } from "./codes.ts";
import type { RecordMinorAlert } from "./contract.ts";
import { outreachMessages } from "./messages.ts";
import "./outreach.css";

/** A minor without a guardian: calls first, then an event with nothing about the child (R-OUT-08). */
export function MinorAlertScreen() {
  const t = useMessages(outreachMessages);
  const go = useGo();
  const sites = useQuery(sitesQuery);
  const { mends } = useRefused("minor-alert.record");
  const form = useCommandForm({
    type: "minor-alert.record",
    mends,
    initial: { alertId: uuidv7(), siteId: "", told: [] as readonly RecordMinorAlert["told"][number][] },
    build: ({ alertId, siteId, told }) => ({ alertId, siteId: siteId || null, told: [...told] }),
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("minor.saved") });
      go("/tonight");
    },
  });
  return (
    <Page title={t("title.minor")} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      <Notice
        tone="danger"
        actions={
          <a className="button button-danger" href="tel:112">
            {t("act.call112")}
          </a>
        }
      >
        {t("minor.text")}
      </Notice>
      <CommandForm form={form} submit={t("act.recordMinor")}>
        <MultiChoice label={t("minor.told")} options={optionsOf(t, "told", alerted)} {...form.field("told")} />
        <SelectField
          label={t("card.site")}
          options={(sites.data?.sites ?? []).map((site) => ({ value: site.id, label: `${site.name} (${site.area})` }))}
          {...form.field("siteId")}
        />
      </CommandForm>
    </Page>
  );
}
