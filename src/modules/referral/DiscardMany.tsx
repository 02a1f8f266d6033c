import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { discardedAtOnce, discards } from "./codes.ts";
import type { NotificationLine } from "./contract.ts";
import { referralMessages } from "./messages.ts";

/** Turns down many of residents' reports at once. A life in danger is not among them. */
export function DiscardMany({ waits }: { waits: readonly NotificationLine[] }) {
  const t = useMessages(referralMessages);
  const [open, setOpen] = useState(false);
  const many = waits.filter(({ urgency }) => urgency !== "EMERGENCY_112").slice(0, discardedAtOnce);
  if (many.length < 2) return null;
  return (
    <>
      <Button kind="plain" onClick={() => setOpen(true)}>
        {t("discard.title")}
      </Button>
      <SidePanel open={open} title={t("discard.title")} onClose={() => setOpen(false)}>
        {open && <DiscardForm lines={many} onDone={() => setOpen(false)} />}
      </SidePanel>
    </>
  );
}

function DiscardForm({ lines, onDone }: { lines: readonly NotificationLine[]; onDone: () => void }) {
  const t = useMessages(referralMessages);
  const form = useCommandForm({
    type: "notification.discard",
    messages: t,
    initial: { notificationIds: [] as readonly string[], verdict: "ABUSE" as (typeof discards)[number] | "" },
    build: (values) => values,
    check: ({ notificationIds }) =>
      notificationIds.length > 0 ? [] : [{ path: "notificationIds", code: "field.required" }],
    invalidates: [["notifications"]],
    onDone: () => {
      toast({ text: t("discard.done") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("discard.act")}>
      <p className="soft">{t("discard.lead")}</p>
      <ChoiceField
        label={t("discard.why")}
        options={discards.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        {...form.field("verdict")}
      />
      <Button onClick={() => form.set({ notificationIds: lines.map(({ id }) => id) })}>{t("discard.all")}</Button>
      <MultiChoice
        label={t("discard.which")}
        options={lines.map((line) => ({
          value: line.id,
          label: [line.area, line.placeText, line.says, formatInstant(line.receivedAt, t.lang)]
            .filter(Boolean)
            .join(" · "),
        }))}
        {...form.field("notificationIds")}
      />
    </CommandForm>
  );
}
