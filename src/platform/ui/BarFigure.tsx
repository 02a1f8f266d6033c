import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { LOCALE } from "../messages.ts";
import { Button } from "./Button.tsx";
import { Status } from "./Status.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./barFigure.css";

export type Bar = {
  id: string;
  name: string;
  value: number;
  total: number;
  /** How many are needed; drawn as a mark. */
  needed?: number;
  /** The people behind the number. */
  to?: string;
  search?: Record<string, string>;
};

/** Values against their thresholds: a picture, and the same as a table one key away. */
export function BarFigure({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const t = useMessages(uiMessages);
  const [table, setTable] = useState(false);
  return (
    <figure className="bar-figure">
      <figcaption>
        <h2>{title}</h2>
        <Button kind="plain" icon={table ? "chart" : "list"} onClick={() => setTable(!table)}>
          {t(table ? "bar.asPicture" : "bar.asTable")}
        </Button>
      </figcaption>
      {table ? <BarTable bars={bars} title={title} /> : <BarList bars={bars} />}
    </figure>
  );
}

function Figure({ bar, text }: { bar: Bar; text: string }) {
  return bar.to ? (
    <Link to={bar.to} search={bar.search ?? {}}>
      {text}
    </Link>
  ) : (
    text
  );
}

function Verdict({ bar }: { bar: Bar }) {
  const t = useMessages(uiMessages);
  if (bar.needed === undefined) return null;
  const missing = bar.needed - bar.value;
  return missing <= 0 ? (
    <Status tone="confirmed">{t("bar.reached")}</Status>
  ) : (
    <Status tone="due">{t("bar.missing", { count: missing })}</Status>
  );
}

function BarList({ bars }: { bars: readonly Bar[] }) {
  const t = useMessages(uiMessages);
  return (
    <ul role="list" className="bars">
      {bars.map((bar) => {
        const share = (value: number) => (bar.total > 0 ? Math.min(100, (value / bar.total) * 100) : 0);
        const reached = bar.needed !== undefined && bar.value >= bar.needed;
        return (
          <li key={bar.id}>
            <p className="bar-words">
              <strong>{bar.name}</strong>
              <Figure bar={bar} text={t("bar.of", { value: bar.value, total: bar.total })} />
            </p>
            <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect className="bar-ground" width="100" height="10" />
              <rect
                className="bar-value"
                data-reached={reached ? "" : undefined}
                width={share(bar.value)}
                height="10"
              />
              {bar.needed !== undefined && (
                <line className="bar-mark" x1={share(bar.needed)} x2={share(bar.needed)} y1="0" y2="10" />
              )}
            </svg>
            <p className="bar-words small">
              {bar.needed !== undefined && <span className="soft">{t("bar.threshold", { value: bar.needed })}</span>}
              <Verdict bar={bar} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function BarTable({ bars, title }: { bars: readonly Bar[]; title: string }) {
  const t = useMessages(uiMessages);
  const written = (value: number) => value.toLocaleString(LOCALE[t.lang], { maximumFractionDigits: 2 });
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("bar.name")}</th>
            <th scope="col" className="number">
              {t("bar.value")}
            </th>
            <th scope="col" className="number">
              {t("bar.total")}
            </th>
            <th scope="col" className="number">
              {t("bar.needed")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.id}>
              <th scope="row">{bar.name}</th>
              <td className="number">
                <Figure bar={bar} text={written(bar.value)} />
              </td>
              <td className="number">{written(bar.total)}</td>
              <td className="number">{bar.needed === undefined ? "–" : written(bar.needed)}</td>
              <td>
                <Verdict bar={bar} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
