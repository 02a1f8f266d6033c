import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { PersonProfile } from "./contract.ts";
import { EntryMark } from "./EntryMark.tsx";
import { entryText, periodText } from "./entryText.ts";
import { profileMessages } from "./messages.ts";
import { drawnAt, type LineRow, lanes, lineRows, type Picture, scaleOf } from "./timeline.ts";

/** Life, work, homelessness and institutions on one line: a picture, and the same as a table one key away. */
export function LifeLine({ view }: { view: PersonProfile }) {
  const t = useMessages(profileMessages);
  const [asTable, setTable] = useState(false);
  const rows = lineRows(view.profile?.content.entries ?? [], view.work);
  const scale = scaleOf(rows, today());
  return (
    <figure className="bar-figure">
      <figcaption>
        <h2>{t("line.title")}</h2>
        {scale && (
          <Button kind="plain" icon={asTable ? "chart" : "list"} onClick={() => setTable(!asTable)}>
            {t(asTable ? "line.asPicture" : "line.asTable")}
          </Button>
        )}
      </figcaption>
      {!scale && <p className="soft">{t("line.empty")}</p>}
      {scale && (asTable ? <LineTable rows={rows} /> : <LinePicture rows={rows} scale={scale} />)}
    </figure>
  );
}

/** Widest part of the picture that a moment takes, so that it can be seen on a phone. */
const thinnest = 8;

function LinePicture({ rows, scale }: { rows: readonly LineRow[]; scale: Picture }) {
  const t = useMessages(profileMessages);
  const now = today();
  const words = { from: scale.firstYear, to: scale.lastYear, count: rows.length };
  return (
    <div className="life-line">
      <p className="visually-hidden">{t("line.picture", words)}</p>
      <div aria-hidden="true">
        {lanes.map((lane) => {
          const own = rows.filter((row) => row.lane === lane);
          if (own.length === 0) return null;
          return (
            <div key={lane} className="life-lane">
              <span className="small">{t(`lane.${lane}`)}</span>
              <svg viewBox="0 0 1000 20" preserveAspectRatio="none" data-lane={lane}>
                <rect className="life-ground" width="1000" height="20" />
                {scale.years.map(({ year, at }) => (
                  <line key={year} className="life-year" x1={at * 1000} x2={at * 1000} y1="0" y2="20" />
                ))}
                {own.map((row) => {
                  const { start, end, open } = drawnAt(row, scale, now);
                  const width = Math.max(thinnest, (end - start) * 1000);
                  return (
                    <rect
                      key={row.id}
                      className="life-stretch"
                      data-open={open ? "" : undefined}
                      x={Math.min(start * 1000, 1000 - width)}
                      width={width}
                      y="3"
                      height="14"
                    />
                  );
                })}
              </svg>
            </div>
          );
        })}
        <div className="life-lane">
          <span />
          <div className="life-years small">
            {scale.years.map(({ year, at }) => (
              <span key={year} style={{ insetInlineStart: `${Math.min(at, 0.93) * 100}%` }}>
                {year}
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function LineTable({ rows }: { rows: readonly LineRow[] }) {
  const t = useMessages(profileMessages);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t("line.title")}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("line.when")}</th>
            <th scope="col">{t("line.lane")}</th>
            <th scope="col">{t("line.what")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="life-when">
                {periodText(row.from, row.to, t("when.now"))}
              </th>
              <td>{t(`lane.${row.lane}`)}</td>
              <td className="life-words">
                {row.entry ? entryText(row.entry, t) : row.what} {row.entry && <EntryMark entry={row.entry} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
