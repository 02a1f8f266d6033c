import { useId } from "react";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { notWork } from "./codes.ts";
import type { Range, WorkHistory } from "./contract.ts";
import { historyMessages } from "./messages.ts";
import "./history.css";

const day = 86_400_000;
const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / day;

/** Work, other time, registrations and gaps, each in a lane of its own with its name: readable without colour. */
export function WorkPicture({ history }: { history: WorkHistory }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const { periods, registered, gaps, on } = history;
  const starts = [...periods, ...registered].map(({ from }) => from).toSorted();
  const first = starts[0];
  if (!first) return null;
  const startYear = Number(first.slice(0, 4));
  const endYear = Number(on.slice(0, 4)) + 1;
  const lanes: { name: string; kind: string; ranges: readonly Range[] }[] = [
    { name: t("lane.work"), kind: "work", ranges: periods.filter(({ form }) => !notWork.includes(form)) },
    { name: t("lane.other"), kind: "other", ranges: periods.filter(({ form }) => notWork.includes(form)) },
    { name: t("lane.registered"), kind: "registered", ranges: registered },
    { name: t("lane.gap"), kind: "gap", ranges: gaps },
  ];
  const middle = Math.round((startYear + endYear) / 2);
  return (
    <figure className="work-picture">
      <figcaption className="visually-hidden">
        {t("picture")}. {t("picture.text", { from: formatDay(first, lang), to: formatDay(on, lang) })}
      </figcaption>
      <div className="work-lanes" aria-hidden="true">
        {lanes
          .filter(({ ranges }) => ranges.length > 0)
          .map(({ name, kind, ranges }) => (
            <div className="work-lane" key={kind}>
              <span className="small">{name}</span>
              <Lane kind={kind} ranges={ranges} on={on} from={startYear} to={endYear} />
            </div>
          ))}
        <div className="work-lane">
          <span />
          <span className="work-years small soft">
            <span>{startYear}</span>
            {middle > startYear && middle < endYear && <span>{middle}</span>}
            <span>{endYear}</span>
          </span>
        </div>
      </div>
    </figure>
  );
}

type LaneProps = { kind: string; ranges: readonly Range[]; on: string; from: number; to: number };

function Lane({ kind, ranges, on, from, to }: LaneProps) {
  const id = useId();
  const [start, end] = [at(`${from}-01-01`), at(`${to}-01-01`)];
  const x = (value: number) => ((value - start) / (end - start)) * 1000;
  return (
    <svg viewBox="0 0 1000 24" preserveAspectRatio="none" className={`work-bars work-${kind}`}>
      <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M0 8 8 0" />
      </pattern>
      <line x1="0" x2="1000" y1="12" y2="12" />
      {ranges.map((range, place) => {
        const left = x(at(range.from));
        const right = x(at(range.to ?? on) + 1);
        return (
          <rect
            // two periods may be the same to the day
            key={`${range.from} ${place}`}
            x={left}
            width={Math.max(3, right - left)}
            y="3"
            height="18"
            fill={kind === "other" || kind === "gap" ? `url(#${id})` : undefined}
          />
        );
      })}
    </svg>
  );
}
