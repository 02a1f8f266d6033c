import { type ReactNode, useEffect, useState } from "react";
import { ServerProblem } from "./api.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notices.tsx";
import { readSentence } from "./problemText.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./waiting.css";

/** False for the first `afterMs`: what is quick shows nothing at all. */
function useLate(afterMs: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs);
    return () => clearTimeout(timer);
  }, [afterMs]);
  return late;
}

/** Quiet lines in the shape of what is coming; nothing under 100 ms. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  const t = useMessages(uiMessages);
  const late = useLate(100);
  if (!late) return null;
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t("loading")}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="skeleton-line" />
      ))}
    </div>
  );
}

export type ProgressNoticeProps = {
  /** What is being done, e.g. "Składam sprawozdanie". */
  text: string;
  /** 0 to 1; without it the bar only shows that work goes on. */
  done?: number;
  /** A way to go on working meanwhile. */
  actions?: ReactNode;
};

/** For what takes over a second. */
export function ProgressNotice({ text, done, actions }: ProgressNoticeProps) {
  return (
    <div className="progress" role="status">
      <p>{text}</p>
      {done === undefined ? <progress aria-label={text} /> : <progress aria-label={text} value={done} max={1} />}
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}

type Read<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/**
 * Shows a query: quiet lines while it loads, a sentence and "try again" when it failed, else the children.
 * Data that are already there stay on screen when a later read fails.
 */
export function Loaded<T>({
  query,
  children,
  lines,
}: {
  query: Read<T>;
  children: (data: T) => ReactNode;
  lines?: number;
}) {
  const t = useMessages(uiMessages);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.error) return <SkeletonLines lines={lines} />;
  const gone = query.error instanceof ServerProblem && query.error.kind === "not_found";
  const text = readSentence(query.error, t);
  return (
    <Notice
      tone={gone ? "info" : "danger"}
      actions={!gone && <Button onClick={() => void query.refetch()}>{t("tryAgain")}</Button>}
    >
      {text}
    </Notice>
  );
}
