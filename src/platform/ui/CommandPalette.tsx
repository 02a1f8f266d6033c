import { useEffect, useId, useRef, useState } from "react";
import { Dialog } from "./Dialog.tsx";
import { fold } from "./fold.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { useGo } from "./navigation.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./palette.css";

export type SearchHit = {
  id: string;
  label: string;
  detail?: string;
  to: string;
  search?: Record<string, string>;
  icon?: IconName;
};

/** One kind of thing that Ctrl+K finds. Terms go by POST and memory, never into an address. */
export type SearchSource = {
  id: string;
  label: string;
  /** Sorted, best first; at most eight are shown. Aborted when the person types on. */
  find: (term: string, signal: AbortSignal) => Promise<readonly SearchHit[]> | readonly SearchHit[];
};

/** Places of the navigation as a source: finds without Polish letters too. */
export function placesSource(label: string, places: readonly { to: string; label: string }[]): SearchSource {
  return {
    id: "places",
    label,
    find: (term) =>
      places
        .filter((place) => fold(place.label).includes(fold(term)))
        .map((place) => ({ id: place.to, label: place.label, to: place.to, icon: "right" })),
  };
}

type Found = { source: SearchSource; hits: readonly SearchHit[] };

function useFound(sources: readonly SearchSource[], term: string, open: boolean): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  const latest = useRef(sources);
  useEffect(() => {
    latest.current = sources;
  });
  useEffect(() => {
    if (!open) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const all = await Promise.all(
        latest.current.map(async (source) => {
          const hits = await Promise.resolve(source.find(term.trim(), abort.signal)).catch(() => []);
          return { source, hits: hits.slice(0, 8) };
        }),
      );
      if (!abort.signal.aborted) setFound(all.filter((each) => each.hits.length > 0));
    }, 120);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [term, open]);
  return found;
}

/** The key in the top bar and the window it opens: people, places, acts. */
export function CommandPalette({ sources }: { sources: readonly SearchSource[] }) {
  const t = useMessages(uiMessages);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="palette-key" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span>{t("palette.open")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Dialog open={open} title={t("palette.title")} onClose={() => setOpen(false)} wide>
        <PaletteBody sources={sources} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function PaletteBody({ sources, onDone }: { sources: readonly SearchSource[]; onDone: () => void }) {
  const t = useMessages(uiMessages);
  const go = useGo();
  const listId = useId();
  const [term, setTerm] = useState("");
  const [at, setAt] = useState(0);
  const found = useFound(sources, term, true);
  const hits = found.flatMap((each) => each.hits);
  const active = hits[Math.min(at, hits.length - 1)];
  const optionId = (hit: SearchHit) => `${listId}-${hits.indexOf(hit)}`;
  const choose = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onDone();
    go(hit.to, hit.search);
  };
  return (
    <div className="palette">
      <input
        className="input"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={active && optionId(active)}
        aria-autocomplete="list"
        aria-label={t("palette.title")}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={term}
        onChange={(event) => {
          setTerm(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((old) => Math.min(old + 1, hits.length - 1));
          else if (event.key === "ArrowUp") setAt((old) => Math.max(old - 1, 0));
          else if (event.key === "Enter") choose(active);
          else return;
          event.preventDefault();
        }}
      />
      <p className="soft small" role="status">
        {hits.length > 0 ? t("palette.found", { count: hits.length }) : term.trim() ? t("palette.none") : ""}
      </p>
      <div className="palette-list" id={listId} role="listbox" aria-label={t("palette.title")}>
        {found.map((each) => (
          <div key={each.source.id} role="group" aria-label={each.source.label}>
            <p className="palette-kind" role="presentation">
              {each.source.label}
            </p>
            {each.hits.map((hit) => (
              <div
                key={hit.id}
                id={optionId(hit)}
                role="option"
                tabIndex={-1}
                aria-selected={hit === active}
                className="palette-hit"
                onClick={() => choose(hit)}
              >
                <Icon name={hit.icon ?? "person"} />
                <span>
                  {hit.label}
                  {hit.detail && <span className="soft small"> · {hit.detail}</span>}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="soft small">{t("palette.hint")}</p>
    </div>
  );
}
