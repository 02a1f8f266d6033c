import { type PointerEvent, type RefObject, useEffect, useRef } from "react";

const restMs = 350;
/** How far, in pixels, a resting finger may shake. */
const slack = 8;

/** A finger that rests on something takes it up; one that moves at once scrolls the page as ever. `box` stays on the page with the screen. */
export function useFingerRest(box: RefObject<HTMLElement | null>) {
  const waiting = useRef<{ timer: number; x: number; y: number }>(undefined);
  const isTaken = useRef(false);
  const forget = () => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  };
  useEffect(() => {
    const element = box.current;
    // A listener that may stop the page from scrolling has to stand there before the finger comes down, and React's own never may.
    const stay = (event: TouchEvent) => isTaken.current && event.preventDefault();
    element?.addEventListener("touchmove", stay, { passive: false });
    return () => {
      window.clearTimeout(waiting.current?.timer);
      element?.removeEventListener("touchmove", stay);
    };
  }, [box]);
  return {
    begin({ clientX: x, clientY: y }: PointerEvent, take: () => void): void {
      forget();
      const timer = window.setTimeout(() => {
        waiting.current = undefined;
        isTaken.current = true;
        take();
      }, restMs);
      waiting.current = { timer, x, y };
    },
    move({ clientX, clientY }: PointerEvent): void {
      const { x, y } = waiting.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > slack) forget();
    },
    end(): void {
      forget();
      isTaken.current = false;
    },
    /** Whether a long press is ours: no menu of the browser comes up. */
    isOurs: () => isTaken.current || waiting.current !== undefined,
  };
}
