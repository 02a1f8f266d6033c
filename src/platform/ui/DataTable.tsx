import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { CutNote } from "./CutNote.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import { useGo } from "./navigation.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./table.css";

export type Column<R> = {
  id: string;
  /** "" for a column of buttons: it is named aloud alone. */
  label: string;
  cell: (row: R) => ReactNode;
  /** Makes the column sortable in the browser; strings sort the Polish way. */
  sort?: (row: R) => string | number | null | undefined;
  number?: boolean;
  /** The name of the row: heading of the card on a phone, `th` in the table. Exactly one. */
  main?: boolean;
  /** Left out of the card on a phone. */
  wideOnly?: boolean;
  /** CSS width of the column, e.g. "8rem". */
  width?: string;
};

export type DataTableProps<R> = {
  /** What the table shows; read aloud, and the caption in print. */
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowId: (row: R) => string;
  /** Where a row leads; Enter and click open it. */
  to?: (row: R) => string;
  onOpen?: (row: R) => void;
  /** How many there are in truth when `rows` is only a page of them. */
  total?: number;
  /** The most rows that the query answers, when it is not `listMost`. */
  most?: number;
  /** Stands instead of an empty table: an EmptyState. */
  empty: ReactNode;
  initialSort?: { column: string; down?: boolean };
  /** Right of the count. */
  tools?: ReactNode;
};

const collator = new Intl.Collator("pl", { numeric: true });
const wide = typeof window === "undefined" ? undefined : window.matchMedia("(min-width: 48rem)");

function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      wide?.addEventListener("change", listener);
      return () => wide?.removeEventListener("change", listener);
    },
    () => wide?.matches ?? true,
  );
}

type Sorting = { column: string; down: boolean };

function sortRows<R>(rows: readonly R[], columns: readonly Column<R>[], sorting: Sorting | undefined): readonly R[] {
  const by = columns.find((column) => column.id === sorting?.column)?.sort;
  if (!by || !sorting) return rows;
  const sign = sorting.down ? -1 : 1;
  return [...rows].sort((one, two) => {
    const [a, b] = [by(one), by(two)];
    if (a === b) return 0;
    if (a === null || a === undefined || a === "") return 1; // what is not known stands last both ways
    if (b === null || b === undefined || b === "") return -1;
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  });
}

/** A table with room, cards on a phone; the same rows, the same order. More than 200 rows are drawn as they are scrolled to. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, total, most, empty, tools } = props;
  const t = useMessages(uiMessages);
  const isWide = useWide();
  const [sorting, setSorting] = useState<Sorting | undefined>(
    props.initialSort && { column: props.initialSort.column, down: props.initialSort.down ?? false },
  );
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  if (rows.length === 0) return <>{empty}</>;
  const count = t("table.count", { count: total ?? rows.length });
  return (
    <div className="table-frame">
      <div className="table-head">
        <p className="soft small" role="status">
          {total !== undefined && total > rows.length
            ? t("table.countOf", { shown: rows.length, total: count })
            : count}
        </p>
        {total === undefined && <CutNote count={rows.length} most={most} />}
        {!isWide && <SortPicker columns={columns} sorting={sorting} onSort={setSorting} />}
        {tools}
      </div>
      {isWide ? (
        <WideTable {...props} label={label} rows={sorted} sorting={sorting} onSort={setSorting} />
      ) : (
        <Cards {...props} rows={sorted} />
      )}
    </div>
  );
}

function SortPicker<R>({
  columns,
  sorting,
  onSort,
}: {
  columns: readonly Column<R>[];
  sorting: Sorting | undefined;
  onSort: (next: Sorting) => void;
}) {
  const t = useMessages(uiMessages);
  const sortable = columns.filter((column) => column.sort);
  if (sortable.length === 0) return null;
  return (
    <label className="table-sort">
      <span className="small soft">{t("table.sortBy")}</span>
      <select
        className="input select"
        value={sorting?.column ?? ""}
        onChange={(event) => onSort({ column: event.currentTarget.value, down: false })}
      >
        {!sorting && <option value="">–</option>}
        {sortable.map((column) => (
          <option key={column.id} value={column.id}>
            {column.label}
          </option>
        ))}
      </select>
    </label>
  );
}

type Spread = { start: number; end: number; before: number; after: number };
const ALL_UP_TO = 200;

/** Which rows to draw inside the window's own scrolling. */
function useSpread(
  count: number,
  rowHeight: number,
  head: React.RefObject<HTMLElement | null>,
): { spread: Spread; show: (at: number) => void } {
  const many = count > ALL_UP_TO;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  useEffect(() => setScroller(head.current), [head]);
  const virtual = useVirtualizer({
    count: many ? count : 0,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  if (!many) return { spread: { start: 0, end: count, before: 0, after: 0 }, show: () => undefined };
  const items = virtual.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const spread = {
    start: first?.index ?? 0,
    end: (last?.index ?? Math.min(count, 30) - 1) + 1,
    before: first?.start ?? 0,
    after: virtual.getTotalSize() - (last?.end ?? 0),
  };
  return { spread, show: (at) => virtual.scrollToIndex(at) };
}

function WideTable<R>(props: DataTableProps<R> & { sorting: Sorting | undefined; onSort: (next: Sorting) => void }) {
  const { label, columns, rows, rowId, to, onOpen, sorting, onSort } = props;
  const t = useMessages(uiMessages);
  const go = useGo();
  const box = useRef<HTMLDivElement>(null);
  const many = rows.length > ALL_UP_TO;
  const { spread, show } = useSpread(rows.length, 37, box);
  const [at, setAt] = useState(0);
  const opens = Boolean(to || onOpen);
  const open = (row: R) => {
    if (onOpen) onOpen(row);
    else if (to) go(to(row));
  };
  const focusRow = (index: number) => {
    setAt(index);
    show(index);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus());
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, row: R, index: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === "ArrowDown") focusRow(Math.min(index + 1, rows.length - 1));
    else if (event.key === "ArrowUp") focusRow(Math.max(index - 1, 0));
    else if (event.key === "Home") focusRow(0);
    else if (event.key === "End") focusRow(rows.length - 1);
    else if (event.key === "Enter") open(row);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      className={classes("table-scroll", many && "table-scroll-many")}
      role="region"
      aria-label={label}
      tabIndex={many || !opens ? 0 : undefined}
    >
      <table className="table" aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">
          {label}. {opens && t("table.keys")}
        </caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { inlineSize: column.width } : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {spread.before > 0 && <Gap height={spread.before} columns={columns.length} />}
          {rows.slice(spread.start, spread.end).map((row, offset) => {
            const index = spread.start + offset;
            return (
              <tr
                key={rowId(row)}
                data-row={index}
                data-opens={opens ? "" : undefined}
                aria-rowindex={index + 2}
                tabIndex={opens ? (index === at ? 0 : -1) : undefined}
                onFocus={opens ? () => setAt(index) : undefined}
                onKeyDown={opens ? (event) => onKey(event, row, index) : undefined}
                onClick={
                  opens
                    ? (event) => {
                        if (
                          !(event.target instanceof Element && event.target.closest("a, button, input, select, label"))
                        )
                          open(row);
                      }
                    : undefined
                }
              >
                {columns.map((column) =>
                  column.main ? (
                    <th key={column.id} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={column.number ? "number" : undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {spread.after > 0 && <Gap height={spread.after} columns={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className="table-gap">
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  );
}

function HeadCell<R>({
  column,
  sorting,
  onSort,
}: {
  column: Column<R>;
  sorting: Sorting | undefined;
  onSort: (next: Sorting) => void;
}) {
  const mine = sorting?.column === column.id ? sorting : undefined;
  if (!column.sort) {
    return (
      <th scope="col" className={column.number ? "number" : undefined}>
        <ColumnName label={column.label} />
      </th>
    );
  }
  return (
    <th
      scope="col"
      className={column.number ? "number" : undefined}
      aria-sort={mine ? (mine.down ? "descending" : "ascending") : "none"}
    >
      <button
        type="button"
        className="table-sorter"
        onClick={() => onSort({ column: column.id, down: mine ? !mine.down : false })}
      >
        {column.label}
        {mine && <Icon name={mine.down ? "down" : "up"} />}
      </button>
    </th>
  );
}

function ColumnName({ label }: { label: string }) {
  const t = useMessages(uiMessages);
  return label === "" ? <span className="visually-hidden">{t("table.acts")}</span> : label;
}

const CARDS_AT_ONCE = 60;

function Cards<R>({ label, columns, rows, rowId, to, onOpen }: DataTableProps<R>) {
  const t = useMessages(uiMessages);
  const go = useGo();
  const [shown, setShown] = useState(CARDS_AT_ONCE);
  const main = columns.find((column) => column.main) ?? columns[0];
  const rest = columns.filter((column) => column !== main && !column.wideOnly);
  const opens = Boolean(to || onOpen);
  return (
    <>
      <ul className="cards" role="list" aria-label={label}>
        {rows.slice(0, shown).map((row) => (
          <li key={rowId(row)} className="row-card" data-opens={opens ? "" : undefined}>
            {opens ? (
              <button
                type="button"
                className="row-card-open"
                onClick={() => {
                  if (onOpen) onOpen(row);
                  else if (to) go(to(row));
                }}
              >
                <strong>{main?.cell(row)}</strong>
                <Icon name="right" />
              </button>
            ) : (
              <strong className="row-card-name">{main?.cell(row)}</strong>
            )}
            <dl>
              {rest.map((column) => (
                <div key={column.id}>
                  <dt>
                    <ColumnName label={column.label} />
                  </dt>
                  <dd>{column.cell(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button
          type="button"
          className="button button-quiet button-wide"
          onClick={() => setShown(shown + CARDS_AT_ONCE)}
        >
          {t("more")} ({t("table.countOf", { shown, total: String(rows.length) })})
        </button>
      )}
    </>
  );
}
