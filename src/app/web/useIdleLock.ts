import { useEffect } from "react";
import { keepDrafts } from "../../platform/ui/carrier.ts";
import { lockSession } from "../../platform/ui/session.ts";

const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Locks the screen after `minutes` without a sign of life in any tab of this browser. A device that slept is locked at
 * waking: the time is compared, not only waited for.
 */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    if (!(minutes > 0)) return;
    const limitMs = minutes * 60_000;
    let lastMs = Date.now();
    let toldMs = 0;
    const tabs = new BroadcastChannel("powrot.alive");
    const alive = () => {
      lastMs = Date.now();
      if (lastMs - toldMs > 5000) {
        toldMs = lastMs;
        tabs.postMessage("alive");
      }
    };
    tabs.onmessage = () => {
      lastMs = Date.now();
    };
    const look = () => {
      if (Date.now() - lastMs >= limitMs) void lockSession();
    };
    const timer = setInterval(look, Math.min(limitMs, 10_000));
    for (const sign of SIGNS) window.addEventListener(sign, alive, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, alive, { capture: true });
      document.removeEventListener("visibilitychange", look);
      tabs.close();
    };
  }, [minutes]);
}

const hiddenMs = 15_000;

/**
 * A page is not told that the screen went off, only that nobody sees it: after a quarter of a minute what is decrypted goes.
 * A page that was asleep meanwhile is covered before anything of it is seen. A camera or a picker that this page opened is waited
 * for as long as an idle screen is.
 */
export function useRestWhenHidden(): void {
  useEffect(() => {
    let sinceMs: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isPicking = false;
    const picks = ({ target }: Event) => {
      isPicking = target instanceof HTMLInputElement && target.type === "file";
    };
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === "hidden") {
        sinceMs = Date.now();
        void keepDrafts();
        if (!isPicking) timer = setTimeout(() => void lockSession(), hiddenMs);
        return;
      }
      if (!isPicking && sinceMs !== undefined && Date.now() - sinceMs >= hiddenMs) void lockSession();
      sinceMs = undefined;
      isPicking = false;
    };
    document.addEventListener("visibilitychange", look);
    document.addEventListener("click", picks, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      document.removeEventListener("click", picks, { capture: true });
    };
  }, []);
}
