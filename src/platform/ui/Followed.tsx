import { type ReactNode, useEffect, useRef, useState } from "react";
import { afterFrame } from "./afterFrame.ts";

/**
 * `by` stands in the place of the children at once. They are hidden as they were and taken away after that frame: to take a
 * long form away takes longer than to draw what follows it.
 */
export function Followed({ by, children }: { by: ReactNode; children: ReactNode }) {
  const isOver = Boolean(by);
  const before = useRef(children);
  if (!isOver) before.current = children;
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    if (isOver) afterFrame(() => setGone(true));
    else setGone(false);
  }, [isOver]);
  return (
    <>
      {by}
      {!(isOver && isGone) && <div hidden={isOver}>{before.current}</div>}
    </>
  );
}
