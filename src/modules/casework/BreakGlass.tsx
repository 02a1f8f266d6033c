import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseworkAccess } from "./access.ts";
import { caseworkMessages } from "./messages.ts";

const shortestReason = 10;

/**
 * Stands where a person was not found. Offers to open the file in an emergency to roles that may; says nothing about
 * whether there is such a person. `onOpened` reads the page again.
 */
export function BreakGlass({ personId, onOpened }: { personId: string; onOpened?: () => void }) {
  const t = useMessages(caseworkMessages);
  const breaks = useHasRole(...Object.keys(caseworkAccess["glass.break"]));
  const [asking, setAsking] = useState(false);
  if (!breaks) return <Notice>{t("person.not_found")}</Notice>;
  return (
    <>
      <Notice
        title={t("glass.offer")}
        actions={
          <Button icon="lock" onClick={() => setAsking(true)}>
            {t("glass.open")}
          </Button>
        }
      >
        {t("glass.offerText")}
      </Notice>
      {asking && <GlassDialog personId={personId} onClose={() => setAsking(false)} onOpened={onOpened} />}
    </>
  );
}

function GlassDialog(props: { personId: string; onClose: () => void; onOpened: (() => void) | undefined }) {
  const { personId, onClose, onOpened } = props;
  const t = useMessages(caseworkMessages);
  const ui = useMessages(uiMessages);
  const queries = useQueryClient();
  const glassId = useMemo(() => uuidv7(), []);
  const form = useCommandForm({
    type: "glass.break",
    messages: t,
    initial: { reason: "" },
    build: ({ reason }) => ({ glassId, personId, reason: reason.trim() }),
    check: ({ reason }) =>
      reason.trim().length < shortestReason ? [{ path: "reason", code: "glass.reason_short" }] : [],
    onDone: () => {
      toast({ text: t("glass.opened") });
      onClose();
      void queries.invalidateQueries();
      onOpened?.();
    },
  });
  return (
    <Dialog open title={t("glass.title")} onClose={onClose}>
      <Notice tone="due" title={t("glass.warning")}>
        {t("glass.warningText")}
      </Notice>
      <CommandForm
        form={form}
        submit={t("glass.confirm")}
        submitKind="danger"
        actions={<Button onClick={onClose}>{ui("cancel")}</Button>}
      >
        <TextArea
          label={t("glass.reason")}
          hint={t("glass.reasonHint")}
          maxLength={500}
          required
          {...form.field("reason")}
        />
      </CommandForm>
    </Dialog>
  );
}
