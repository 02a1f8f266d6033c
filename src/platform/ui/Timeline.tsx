import type { ReactNode } from "react";
import { today } from "./clock.ts";
import { dayOfInstant, formatClock, formatDay, relativeDay } from "./format.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { useLanguage } from "./language.ts";
import "./timeline.css";

export type TimelineEntry = {
  id: string;
  /** Day or instant it happened. */
  at: string;
  icon?: IconName;
  title: ReactNode;
  text?: ReactNode;
  /** Who recorded it, and from which organisation when it is shared. */
  by?: ReactNode;
  actions?: ReactNode;
};

/** One history, newest first, grouped by day. `entries` are sorted by the caller. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  const lang = useLanguage();
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = entry.at.includes("T") ? dayOfInstant(entry.at) : entry.at;
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return (
    <ol className="timeline" role="list" aria-label={label}>
      {days.map((group) => (
        <li key={group.day} className="timeline-day">
          <div className="timeline-when">
            <time dateTime={group.day}>{formatDay(group.day, lang)}</time>
            <span className="soft small">{relativeDay(group.day, today(), lang)}</span>
          </div>
          <ul role="list">
            {group.entries.map((entry) => (
              <li key={entry.id} className="timeline-entry">
                <Icon name={entry.icon ?? "right"} />
                <div className="timeline-words">
                  <p>
                    <strong>{entry.title}</strong>
                    {entry.at.includes("T") && <span className="soft small"> {formatClock(entry.at, lang)}</span>}
                  </p>
                  {entry.text && <div>{entry.text}</div>}
                  {entry.by && <p className="soft small">{entry.by}</p>}
                </div>
                {entry.actions && <div className="no-print">{entry.actions}</div>}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
