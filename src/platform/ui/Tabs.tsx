import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { TabMenu } from "./TabMenu.tsx";
import "./tabs.css";

export type Tab = { code: string; label: string; badge?: ReactNode };

export type TabsProps = {
  /** The most used first: those that do not fit in the row stand in the menu at its end. */
  tabs: readonly Tab[];
  /** Code of the open tab; keep it in the address: `useUrlFilters({ tab: "history" })`. */
  current: string;
  onChange: (code: string) => void;
  label: string;
  children: ReactNode;
};

/** The first `count`; the open tab stands among them in any case. */
function shownOf(tabs: readonly Tab[], open: Tab | undefined, count: number): readonly Tab[] {
  const first = tabs.slice(0, count);
  return !open || first.includes(open) ? first : [...first.slice(0, -1), open];
}

/** Parts of one record in one row. Arrows move, the panel follows; what has no room is one key away. */
export function Tabs({ tabs, current, onChange, label, children }: TabsProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const keys = useRef(new Map<string, HTMLButtonElement>());
  const open = tabs.find((tab) => tab.code === current) ?? tabs[0];
  const fits = useFitting(row, tabs.map((tab) => tab.label).join(), open?.code);
  const shown = shownOf(tabs, open, Math.min(fits, tabs.length));
  const rest = tabs.filter((tab) => !shown.includes(tab));
  const move = (step: number) => {
    const next = shown[(shown.findIndex((tab) => tab === open) + step + shown.length) % shown.length];
    if (!next) return;
    onChange(next.code);
    keys.current.get(next.code)?.focus();
  };
  const choose = (code: string) => {
    onChange(code);
    requestAnimationFrame(() => keys.current.get(code)?.focus());
  };
  return (
    <>
      <div className="tab-row no-print">
        <div className="tabs" role="tablist" aria-label={label} ref={row}>
          {shown.map((tab) => (
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
        {rest.length > 0 && <TabMenu tabs={rest} label={label} onChoose={choose} />}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open?.code}`} className="stack">
        {children}
      </div>
    </>
  );
}

/** How many things the row has room for: begins with all of them and takes one away until nothing is cut off. */
function useFitting(row: { current: HTMLElement | null }, words: string, open: string | undefined): number {
  // an object: beginning anew draws again, and so measures again, also where the number is the same
  const [round, setFits] = useState({ fits: Number.POSITIVE_INFINITY });
  const width = useRef(0);
  useLayoutEffect(() => {
    const it = row.current;
    if (it && it.scrollWidth > it.clientWidth + 1 && it.childElementCount > 1)
      setFits({ fits: it.childElementCount - 1 });
  }, [row, round, words, open]);
  useEffect(() => {
    const around = row.current?.parentElement;
    const again = () => setFits({ fits: Number.POSITIVE_INFINITY });
    again();
    if (!around || !words) return;
    const observer = new ResizeObserver(() => {
      if (around.clientWidth !== width.current) again();
      width.current = around.clientWidth;
    });
    observer.observe(around);
    void document.fonts.ready.then(again);
    return () => observer.disconnect();
  }, [row, words]);
  return round.fits;
}
