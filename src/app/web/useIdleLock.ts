import { useEffect } from "react";
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
