import type { ReactNode } from "react";
import "./definitions.css";

/** Why a list is empty, and the one act that fills it. */
export function EmptyState({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="notice-title">{title}</p>
      {text && <p className="soft">{text}</p>}
      {action && <div>{action}</div>}
    </div>
  );
}
