import { useSyncExternalStore } from "react";
import type { DeviceState } from "../device/contract.ts";
import { isShortOfSpace } from "../device/space.ts";
import { useDeviceState } from "./carrier.ts";
import { formatClock } from "./format.ts";
import { Icon } from "./Icon.tsx";
import { ListLink } from "./ListLink.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./stateLine.css";

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** By the browser's word, and by what the device met when it last sent. */
export function useOnline(): boolean {
  const trouble = useDeviceState()?.trouble;
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online && trouble !== "device.offline";
}

/** Network and what waits on the device, in words; where this browser is a device it leads to what waits. */
export function StateLine({ short = false }: { short?: boolean }) {
  const device = useDeviceState();
  const online = useOnline();
  if (device?.status !== "open") return <NetworkLine online={online} short={short} />;
  return (
    <p className="state-line" role="status" data-offline={online && !device.trouble ? undefined : ""}>
      <ListLink to="/outbox" className="state-link">
        <DeviceWords device={device} online={online} />
      </ListLink>
    </p>
  );
}

function NetworkLine({ online, short }: { online: boolean; short: boolean }) {
  const t = useMessages(uiMessages);
  return (
    <p className="state-line" data-offline={online ? undefined : ""} role="status">
      <Icon name={online ? "check" : "offline"} />
      <span>{online ? t("state.online") : t(short ? "state.offlineShort" : "state.offline")}</span>
    </p>
  );
}

/** "Zapisane na telefonie: 3 · Wysłano 21:40 · 1 czeka na Ciebie" */
export function DeviceWords({ device, online }: { device: DeviceState; online: boolean }) {
  const t = useMessages(uiMessages);
  const { waiting, needsYou, sentAt, pulling, storage } = device;
  const words = [
    !online && t("state.offlineShort"),
    waiting > 0 && t("state.waiting", { count: waiting }),
    waiting === 0 && online && !sentAt && t("state.online"),
    sentAt && t("state.sentAt", { time: formatClock(sentAt, t.lang) }),
    pulling !== null && t("state.pulling", { count: pulling }),
  ].filter((each) => typeof each === "string");
  const urgent = [
    needsYou > 0 && t("state.needsYou", { count: needsYou }),
    isShortOfSpace(storage) && t("state.shortOfSpace"),
  ].filter((each) => typeof each === "string");
  return (
    <>
      <Icon name={online ? "check" : "offline"} />
      <span>
        {words.join(" · ")}
        {urgent.length > 0 && (
          <>
            {words.length > 0 && " · "}
            <strong className="state-needs-you">{urgent.join(" · ")}</strong>
          </>
        )}
      </span>
    </>
  );
}
