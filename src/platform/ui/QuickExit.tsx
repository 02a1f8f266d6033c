import { useEffect } from "react";
import { Icon } from "./Icon.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./quickExit.css";

const ELSEWHERE = "https://www.wikipedia.org/";

/** Leaves at once and leaves nothing in the history of this tab; also three presses of Escape. */
function leave(): void {
  // the session ends even though the page is already gone
  void fetch("/api/session", {
    method: "DELETE",
    headers: { "x-powrot": "1" },
    credentials: "same-origin",
    keepalive: true,
  });
  document.body.replaceChildren();
  window.location.replace(ELSEWHERE);
}

/** For participants on a shared computer. */
export function QuickExit() {
  const t = useMessages(uiMessages);
  useEffect(() => {
    let presses: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 1500);
      if (presses.length >= 3) leave();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <button type="button" className="quick-exit" onClick={leave}>
      <Icon name="exit" />
      <span>{t("quickExit")}</span>
    </button>
  );
}
