import type { ReactNode } from "react";
import "./definitions.css";

export type Definition = { term: string; value: ReactNode; note?: ReactNode };

/** Facts of a record: what and how it is. Empty values are shown as a dash, never left out. */
export function Definitions({ items, columns = 1 }: { items: readonly Definition[]; columns?: 1 | 2 }) {
  return (
    <dl className="definitions" data-columns={columns}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>
            {item.value ?? "–"}
            {item.note && <span className="soft small"> {item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
