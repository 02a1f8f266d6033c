import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import "./status.css";

export type StatusTone = "neutral" | "active" | "due" | "danger" | "confirmed";

const ICONS: Record<StatusTone, IconName> = {
  neutral: "minus",
  active: "dot",
  due: "clock",
  danger: "warning",
  confirmed: "check",
};

/** A state in words with its sign; the colour only helps. */
export function Status({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: StatusTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className="status" data-tone={tone}>
      <Icon name={icon ?? ICONS[tone]} />
      <span>{children}</span>
    </span>
  );
}

/** A number or a short word beside a heading or in a menu. */
export function Badge({ children, tone = "neutral" }: { children: ReactNode; tone?: StatusTone }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** Steps of a ladder: which are behind, where the person stands. `at` counts from 1; 0 is before the first. */
export function Ladder({ steps, at, label }: { steps: readonly string[]; at: number; label: string }) {
  return (
    <span
      className="ladder"
      role="img"
      aria-label={`${label}: ${steps[at - 1] ?? "–"} (${at}/${steps.length})`}
      title={steps[at - 1]}
    >
      {steps.map((step, index) => (
        <span key={step} data-done={index < at ? "" : undefined} />
      ))}
    </span>
  );
}
