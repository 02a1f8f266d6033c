import { useState } from "react";
import type { DeviceState } from "../../../platform/device/contract.ts";
import * as device from "../../../platform/device/device.ts";
import { isShortOfSpace } from "../../../platform/device/space.ts";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { useDeviceState } from "../../../platform/ui/carrier.ts";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { lockSession, signInNow, useSessionState } from "../../../platform/ui/session.ts";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { MakeScreen } from "./MakeScreen.tsx";
import { phoneMessages } from "./phoneMessages.ts";
import { sayProblem, sayRefusal } from "./theDevice.ts";

const megabyte = 1024 * 1024;
const wrongClockMs = 5 * 60_000;

/** This phone: made ready for the street, or how it stands and how to be done with it. */
export function PhoneScreen() {
  const t = useMessages(phoneMessages);
  const state = useDeviceState();
  if (state?.status !== "open")
    return (
      <Page title={t("make.title")} lead={t("make.lead")} narrow>
        <MakeScreen />
      </Page>
    );
  return (
    <Page title={t("phone.title")} narrow>
      <Standing state={state} />
      <Holds state={state} />
      <div className="cluster">
        <LinkButton to="/outbox">{t("outbox.title")}</LinkButton>
        <Button icon="lock" onClick={() => void lockSession()}>
          {t("phone.lock")}
        </Button>
        <SignInToMore />
      </div>
      <Leave state={state} />
    </Page>
  );
}

/** The set is enough for the street; the rest of the house wants a session of the server. */
function SignInToMore() {
  const t = useMessages(phoneMessages);
  const session = useSessionState();
  if (!("session" in session) || !session.byDevice) return null;
  return <Button onClick={signInNow}>{t("phone.signIn")}</Button>;
}

/** How full the store is, until when it opens, and what is wrong with it. */
function Standing({ state }: { state: DeviceState }) {
  const t = useMessages(phoneMessages);
  const user = state.users.find(({ key }) => key === state.deviceId);
  const { storage, clockOffsetMs } = state;
  const used = storage ? Math.ceil(storage.usedBytes / megabyte) : 0;
  const quota = storage ? Math.floor(storage.quotaBytes / megabyte) : 0;
  const instant = (at: string | null) => at && formatInstant(at, t.lang);
  return (
    <>
      {clockOffsetMs !== null && Math.abs(clockOffsetMs) > wrongClockMs && (
        <Notice tone="due" title={t("phone.clock", { minutes: Math.round(Math.abs(clockOffsetMs) / 60_000) })}>
          {t("phone.clockNext")}
        </Notice>
      )}
      {isShortOfSpace(storage) && <Notice tone="due">{t("phone.spaceShort")}</Notice>}
      {storage?.persisted === false && (
        <Notice
          tone="due"
          title={t("phone.notPersisted")}
          actions={<Button onClick={() => void device.askPersistence()}>{t("phone.persist")}</Button>}
        >
          {t("phone.notPersistedNext")}
        </Notice>
      )}
      <Definitions
        items={[
          { term: t("phone.label"), value: user?.label },
          { term: t("phone.pulled"), value: instant(state.pulledAt) ?? t("phone.pulledNever") },
          { term: t("phone.sent"), value: instant(state.sentAt) },
          { term: t("phone.lease"), value: instant(state.leaseUntil), note: t("phone.leaseNote") },
          { term: t("phone.space"), value: storage && t("phone.spaceOf", { used, quota }) },
        ]}
      />
    </>
  );
}

function Holds({ state }: { state: DeviceState }) {
  const t = useMessages(phoneMessages);
  const trouble = state.trouble ?? "";
  const isFull = trouble.startsWith("set."); // the rule to narrow
  if (state.measures.length === 0 && !isFull) return null;
  return (
    <Card title={t("phone.holds")}>
      {isFull && (
        <Notice tone="danger" title={t("phone.holdsFull")}>
          {sayRefusal(trouble, {}, t.lang) ?? t("phone.holdsNext")}
        </Notice>
      )}
      {state.measures.map(({ kind, count, warnAt, most, narrow }) =>
        count <= warnAt ? null : (
          <Notice key={kind} tone="due" title={t("phone.holdsMany", { kind: t.maybe(`kind.${kind}`) ?? kind })}>
            {(narrow && sayRefusal(narrow, { count, most }, t.lang)) ?? t("phone.holdsNext")}
          </Notice>
        ),
      )}
      <Definitions
        items={state.measures.map(({ kind, count, most }) => ({
          term: t.maybe(`kind.${kind}`) ?? kind,
          value: t("phone.holdsOf", { count, most }),
        }))}
      />
    </Card>
  );
}

/** Done with this phone: nothing unsent is thrown away, it is sent or handed over sealed. */
function Leave({ state }: { state: DeviceState }) {
  const t = useMessages(phoneMessages);
  const ui = useMessages(uiMessages);
  const [asked, setAsked] = useState<"leave" | "handOver">();
  const [problem, setProblem] = useState<string>();
  const isFull = state.waiting > 0;

  async function go(handOver: boolean) {
    setProblem(undefined);
    try {
      await device.leave({ handOver }); // the way on is that of all tabs
    } catch (error) {
      setAsked(undefined);
      setProblem(sayProblem(error, t.lang) ?? ui("problem.unexpected"));
    }
  }

  return (
    <Card title={t("phone.leave")}>
      {problem && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      {isFull ? (
        <>
          <Notice tone="due" title={t("phone.leaveFull", { count: state.waiting })}>
            {t("phone.handOverText")}
          </Notice>
          <div className="cluster">
            <LinkButton to="/outbox">{t("outbox.send")}</LinkButton>
            <Button onClick={() => setAsked("handOver")}>{t("phone.handOver")}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{t("phone.leaveText")}</p>
          <div className="cluster">
            <Button kind="danger" onClick={() => setAsked("leave")}>
              {t("phone.leaveGo")}
            </Button>
          </div>
        </>
      )}
      <Dialog
        open={asked !== undefined}
        title={t(asked === "handOver" ? "phone.handOverSure" : "phone.leave")}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button kind="danger" onClick={() => void go(asked === "handOver")}>
              {t(asked === "handOver" ? "phone.handOver" : "phone.leaveGo")}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(undefined)}>
              {ui("cancel")}
            </Button>
          </>
        }
      >
        <p>{t(asked === "handOver" ? "phone.handOverText" : "phone.leaveText")}</p>
      </Dialog>
    </Card>
  );
}
