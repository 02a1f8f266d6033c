import { useId, useRef, type ReactNode } from "react";
import "./tabs.css";

export type Tab = { code: string; label: string; badge?: ReactNode };

export type TabsProps = {
  tabs: readonly Tab[];
  /** Code of the open tab; keep it in the address: `useUrlFilters({ tab: "history" })`. */
  current: string;
  onChange: (code: string) => void;
  label: string;
  children: ReactNode;
};

/** Parts of one record. Arrows move, the panel follows. */
export function Tabs({ tabs, current, onChange, label, children }: TabsProps) {
  const id = useId();
  const keys = useRef(new Map<string, HTMLButtonElement>());
  const open = tabs.find((tab) => tab.code === current) ?? tabs[0];
  const move = (step: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab === open) + step + tabs.length) % tabs.length];
    if (!next) return;
    onChange(next.code);
    keys.current.get(next.code)?.focus();
  };
  return (
    <>
      <div className="tabs no-print" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.code}
            ref={(it) => {
              if (it) keys.current.set(tab.code, it);
            }}
            type="button"
            role="tab"
            id={`${id}-${tab.code}`}
            aria-selected={tab === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => onChange(tab.code)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") move(1);
              else if (event.key === "ArrowLeft") move(-1);
              else return;
              event.preventDefault();
            }}
          >
            {tab.label}
            {tab.badge !== undefined && <span className="badge">{tab.badge}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open?.code}`} className="stack">
        {children}
      </div>
    </>
  );
}
