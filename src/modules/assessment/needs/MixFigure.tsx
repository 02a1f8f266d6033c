import { type ReactNode, useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { needMessages } from "./messages.ts";
import "../../../platform/ui/barFigure.css";
import "../history/history.css";
import "./mix.css";

/** One lane of a picture: a name and its bars, each from `start` to `end` of the whole (0 to 1) and `height` of the lane. */
export type MixLane = { id: string; name: string; bars: readonly { start: number; end: number; height: number }[] };

type Props = { title: string; lanes: readonly MixLane[]; ends: readonly [string, string]; table: ReactNode };

/** Services over time: a picture, and the same as a table one key away. `ends`: first and last of what is drawn. */
export function MixFigure({ title, lanes, ends, table }: Props) {
  const t = useMessages(needMessages);
  const [asTable, setTable] = useState(false);
  return (
    <figure className="bar-figure mix-figure">
      <figcaption>
        <h2>{title}</h2>
        <Button kind="plain" icon={asTable ? "chart" : "list"} onClick={() => setTable(!asTable)}>
          {t(asTable ? "time.asPicture" : "time.asTable")}
        </Button>
      </figcaption>
      {asTable ? (
        table
      ) : (
        <>
          <p className="visually-hidden">{t("time.picture", { from: ends[0], to: ends[1] })}</p>
          <div className="mix-lanes" aria-hidden="true">
            {lanes.map(({ id, name, bars }) => (
              <div key={id} className="mix-lane">
                <span className="small">{name}</span>
                <svg viewBox="0 0 1000 24" preserveAspectRatio="none">
                  <line x1="0" x2="1000" y1="23" y2="23" />
                  {bars.map(({ start, end, height }) => (
                    <rect
                      key={start}
                      x={start * 1000}
                      width={Math.max(4, (end - start) * 1000)}
                      y={23 - height * 20}
                      height={height * 20}
                    />
                  ))}
                </svg>
              </div>
            ))}
            <div className="mix-lane">
              <span />
              <span className="work-years small soft">
                <span>{ends[0]}</span>
                <span>{ends[1]}</span>
              </span>
            </div>
          </div>
        </>
      )}
    </figure>
  );
}
