import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { consultationKeys, preferenceQuery } from "./api.ts";
import { type ReminderPreferenceChannel, reminderPreferences } from "./codes.ts";
import type { PreferenceView } from "./contract.ts";
import { counsellingMessages } from "./messages.ts";

/** How a person wants to be reminded of talks, who noted it and when; what was said before stays below. */
export function PreferenceCard({ personId }: { personId: string }) {
  const t = useMessages(counsellingMessages);
  const preference = useQuery(preferenceQuery(personId));
  const [changes, setChanges] = useState(false);
  const close = () => setChanges(false);
  return (
    <Card
      title={t("prefer.title")}
      actions={
        <Button kind="plain" onClick={() => setChanges(true)}>
          {t("prefer.change")}
        </Button>
      }
    >
      <Loaded query={preference} lines={1}>
        {(view) => (
          <>
            <Noted view={view} />
            <SidePanel open={changes} title={t("prefer.title")} onClose={close}>
              {changes && <ChangePreference personId={personId} view={view} onDone={close} />}
            </SidePanel>
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Noted({ view: { noted, phone, email, mayMessage } }: { view: PreferenceView }) {
  const t = useMessages(counsellingMessages);
  const [last, ...earlier] = noted;
  const line = ({ channel, notedBy, notedAt }: PreferenceView["noted"][number]) =>
    [t(`remind.${channel}`), formatInstant(notedAt, t.lang), notedBy].join(" · ");
  return (
    <div className="stack-tight">
      <p>{last ? line(last) : <span className="soft">{t("prefer.unknown")}</span>}</p>
      {last?.channel === "SMS" && mayMessage && !phone && <p className="soft">{t("prefer.noPhone")}</p>}
      {last?.channel === "EMAIL" && mayMessage && !email && <p className="soft">{t("prefer.noEmail")}</p>}
      {!mayMessage && <Notice tone="due" title={t("remind.unsafe")} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t("prefer.earlier")}</summary>
          <ul role="list" className="plain-list">
            {earlier.map((one) => (
              <li key={one.notedAt} className="soft">
                {line(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ChangePreference({
  personId,
  view: { noted, mayMessage },
  onDone,
}: {
  personId: string;
  view: PreferenceView;
  onDone: () => void;
}) {
  const t = useMessages(counsellingMessages);
  const form = useCommandForm({
    type: "reminder-preference.note",
    messages: t,
    draft: false,
    initial: { channel: (noted[0]?.channel ?? "") as ReminderPreferenceChannel | "" },
    check: ({ channel }) => (channel ? [] : [{ path: "channel", code: "field.required" }]),
    build: ({ channel }) => ({ preferenceId: uuidv7(), personId, channel }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("prefer.saved") });
      onDone();
    },
  });
  const options = reminderPreferences.filter((one) => mayMessage || one === "SLIP" || one === "NONE");
  return (
    <CommandForm form={form} submit={t("prefer.save")}>
      {!mayMessage && <Notice tone="due" title={t("remind.unsafe")} />}
      <ChoiceField
        label={t("prefer.ask")}
        hint={t("remind.hint")}
        stacked
        options={options.map((value) => ({ value, label: t(`remind.${value}`) }))}
        {...form.field("channel")}
      />
    </CommandForm>
  );
}
