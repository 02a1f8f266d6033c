import { useSyncExternalStore } from "react";
import { Icon } from "./Icon.tsx";
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

function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** Network and what waits on the device, in words. `waiting` and `sentAt` come with the offline store. */
export function StateLine({ waiting, sentAt, short = false }: { waiting?: number; sentAt?: string; short?: boolean }) {
  const t = useMessages(uiMessages);
  const online = useOnline();
  return (
    <p className="state-line" data-offline={online ? undefined : ""} role="status">
      <Icon name={online ? "check" : "offline"} />
      <span>
        {online ? t("state.online") : t(short ? "state.offlineShort" : "state.offline")}
        {waiting !== undefined && waiting > 0 && ` · ${t("state.waiting", { count: waiting })}`}
        {sentAt && ` · ${t("state.sentAt", { time: sentAt })}`}
      </span>
    </p>
  );
}
