import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ConflictsWaiting } from "../../../modules/conflict/api.ts";
import type { PendingCommand } from "../../../platform/device/contract.ts";
import * as device from "../../../platform/device/device.ts";
import { deviceMessages } from "../../../platform/device/messages.ts";
import { isShortOfSpace } from "../../../platform/device/space.ts";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { useDeviceState } from "../../../platform/ui/carrier.ts";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { DeviceWords, useOnline } from "../../../platform/ui/StateLine.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { phoneMessages } from "./phoneMessages.ts";
import { sayProblem, sayRefusal } from "./theDevice.ts";
import "./phone.css";

/** What was done on this phone and is not on the server: what was refused and why first, then what waits for the network. */
export function OutboxScreen() {
  const t = useMessages(phoneMessages);
  const said = useMessages(deviceMessages);
  const state = useDeviceState();
  const online = useOnline();
  const isOpen = state?.status === "open";
  const pending = useQuery({
    queryKey: ["device", "pending", state?.waiting, state?.needsYou, state?.sentAt],
    queryFn: () => device.pending(),
    enabled: isOpen,
    placeholderData: keepPreviousData, // what is asked on a line stays while something is sent
    gcTime: 0,
  });
  if (!isOpen)
    return (
      <Page title={t("outbox.title")} narrow>
        <EmptyState title={t("outbox.closed")} action={<LinkButton to="/device">{t("make.title")}</LinkButton>} />
      </Page>
    );
  const all = pending.data ?? [];
  const of = (...states: readonly PendingCommand["state"][]) => all.filter((one) => states.includes(one.state));
  const [needs, waits, office] = [of("refused", "behind"), of("waiting"), of("quarantined")];
  return (
    <Page title={t("outbox.title")} narrow>
      <p className="state-line" data-offline={online ? undefined : ""}>
        <DeviceWords device={state} online={online} />
      </p>
      {state.trouble && (
        <Notice tone="due">{sayRefusal(state.trouble, {}, t.lang) ?? said("device.unavailable")}</Notice>
      )}
      {isShortOfSpace(state.storage) && <Notice tone="due">{t("phone.spaceShort")}</Notice>}
      <ConflictsWaiting />
      {needs.length > 0 && (
        <Card title={t("outbox.needsYou")}>
          <ul role="list" className="stack">
            {needs.map((one) => (
              <NeedsYou key={one.id} one={one} />
            ))}
          </ul>
        </Card>
      )}
      {waits.length > 0 && (
        <Card title={t("outbox.waiting")}>
          <Lines all={waits} />
        </Card>
      )}
      {office.length > 0 && (
        <Card title={t("outbox.office")}>
          <p>{t("outbox.officeWhy")}</p>
          <Lines all={office} />
        </Card>
      )}
      {pending.isSuccess && needs.length + waits.length + office.length === 0 && (
        <EmptyState title={t("outbox.none")} text={t("outbox.noneText")} />
      )}
      <div className="form-actions">
        <div className="cluster">
          <SendNow />
          <LinkButton to="/device">{t("phone.title")}</LinkButton>
        </div>
      </div>
    </Page>
  );
}

function SendNow() {
  const t = useMessages(phoneMessages);
  const [busy, setBusy] = useState(false);
  async function send() {
    setBusy(true);
    try {
      await device.syncNow();
      if (device.getState().waiting === 0) toast({ text: t("outbox.sent") });
    } catch (error) {
      toast({ text: sayProblem(error, t.lang) ?? t("outbox.reason"), tone: "danger" });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button kind="main" busy={busy && t("outbox.sending")} onClick={() => void send()}>
      {t("outbox.send")}
    </Button>
  );
}

function Lines({ all }: { all: readonly PendingCommand[] }) {
  const t = useMessages(phoneMessages);
  return (
    <ul role="list" className="stack-tight">
      {all.map(({ id, label, madeAt }) => (
        <li key={id} className="outbox-line">
          <span>{label}</span>
          <span className="soft small">{formatInstant(madeAt, t.lang)}</span>
        </li>
      ))}
    </ul>
  );
}

function NeedsYou({ one }: { one: PendingCommand }) {
  const t = useMessages(phoneMessages);
  const ui = useMessages(uiMessages);
  const [sure, setSure] = useState(false);
  const isBehind = one.state === "behind";
  const mendPath = isBehind ? undefined : device.mendPathOf(one);
  const reason = isBehind ? t("outbox.behind") : sayRefusal(one.code ?? "", one.details, t.lang);
  const discard = async () => {
    setSure(false);
    await device.discard(one.id);
    toast({ text: t("outbox.discarded") });
  };
  return (
    <li>
      <Notice
        tone={isBehind ? "info" : "due"}
        title={one.label}
        actions={
          <>
            {mendPath && (
              <LinkButton to={mendPath} search={{ mends: one.id }} kind="main">
                {t("outbox.mend")}
              </LinkButton>
            )}
            <Button onClick={() => setSure(true)}>{t("outbox.discard")}</Button>
          </>
        }
      >
        <p>{reason ?? ui.maybe(one.code ?? "") ?? t("outbox.reason")}</p>
        <p className="soft small">{formatInstant(one.madeAt, t.lang)}</p>
      </Notice>
      <Dialog
        open={sure}
        title={t("outbox.discardSure")}
        onClose={() => setSure(false)}
        actions={
          <>
            <Button kind="danger" onClick={() => void discard()}>
              {t("outbox.discard")}
            </Button>
            <Button onClick={() => setSure(false)}>{ui("cancel")}</Button>
          </>
        }
      >
        <p>{one.label}</p>
        <p>{t("outbox.discardText")}</p>
      </Dialog>
    </li>
  );
}
