import { useId, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import type { Tab } from "./Tabs.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

/** Tabs that have no room in the row. Arrows move, Escape closes, choosing opens the tab and puts it into the row. */
export function TabMenu(props: { tabs: readonly Tab[]; label: string; onChoose: (code: string) => void }) {
  const t = useMessages(uiMessages);
  const id = useId();
  const [open, setOpen] = useState(false);
  const key = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const items = () => [...(list.current?.querySelectorAll("button") ?? [])];
  const close = () => {
    setOpen(false);
    key.current?.focus();
  };
  const move = (step: number) => {
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div
      className="tab-more"
      role="group"
      aria-label={props.label}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === "Escape") close();
        else if (event.key === "ArrowDown") move(1);
        else if (event.key === "ArrowUp") move(-1);
        else return;
        event.preventDefault();
      }}
    >
      <Button
        kind="plain"
        icon="down"
        ref={key}
        expanded={open}
        controls={id}
        onClick={() => {
          setOpen(!open);
          if (!open) requestAnimationFrame(() => items()[0]?.focus());
        }}
      >
        {t("tabs.rest", { count: props.tabs.length })}
      </Button>
      <ul role="list" id={id} ref={list} className="tab-menu" aria-label={props.label} hidden={!open}>
        {props.tabs.map((tab) => (
          <li key={tab.code}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                props.onChoose(tab.code);
              }}
            >
              {tab.label}
              {tab.badge !== undefined && <span className="badge">{tab.badge}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
