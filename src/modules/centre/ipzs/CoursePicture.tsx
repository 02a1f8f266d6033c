import { useId } from "react";
import { addDays, daysInclusive, isPlainDate, type PlainDate } from "../../../platform/time/plainDate.ts";
import { today } from "../../../platform/ui/clock.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { DateText } from "../../../platform/ui/Words.tsx";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import "./ipzs.css";

type Part = { part: "TRIAL" | "PARTICIPATION" | "EXTENSION" | "AFTER_JOB"; from: PlainDate; to: PlainDate };

/** The periods of a programme in their order, cut where it ended or a job was taken. Days inclusive. */
export function partsOf({ days, job, ending }: Pick<IpzsView, "days" | "job" | "ending">): Part[] {
  if (!days) return [];
  const { trialFrom, trialTo, participationTo, lastDay } = days;
  const inCentre = job ? addDays(job.takenOn, -1) : lastDay;
  const parts: Part[] = [
    { part: "TRIAL", from: trialFrom, to: trialTo },
    { part: "PARTICIPATION", from: addDays(trialTo, 1), to: participationTo },
    { part: "EXTENSION", from: addDays(participationTo, 1), to: lastDay },
  ];
  const cut = (until: PlainDate) => (part: Part) => ({ ...part, to: part.to > until ? until : part.to });
  const all = [
    ...parts.map(cut(inCentre)),
    ...(job ? [{ part: "AFTER_JOB" as const, from: job.takenOn, to: job.until }] : []),
  ].filter(({ from, to }) => from <= to);
  return ending ? all.map(cut(ending.on)).filter(({ from, to }) => from <= to) : all;
}

const width = 600;
const height = 64;

/** Trial, participation and extension on one line with today, and the same as a table. */
export function CoursePicture({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const id = useId();
  const parts = partsOf(ipzs);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const now = today();
  const whole = daysInclusive(first.from, last.to);
  const xOf = (day: PlainDate) => ((daysInclusive(first.from, day) - 1) / whole) * width;
  const status = ({ from, to }: Part) => (to < now ? "past" : from > now ? "future" : "now");
  const said = parts
    .map((part) => `${t(`course.${part.part}`)} ${formatDay(part.from, lang)} – ${formatDay(part.to, lang)}`)
    .join("; ");
  const inside = isPlainDate(now) && now >= first.from && now <= last.to;
  return (
    <div className="stack">
      <svg className="ipzs-course" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
        <title id={`${id}-t`}>{t("course")}</title>
        <desc id={`${id}-d`}>{said}</desc>
        {parts.map((part) => (
          <rect
            key={part.part}
            className={`ipzs-part ipzs-${part.part.toLowerCase().replace("_", "-")}`}
            x={xOf(part.from)}
            y={24}
            width={Math.max(2, xOf(part.to) - xOf(part.from))}
            height={24}
          />
        ))}
        {inside && isPlainDate(now) && (
          <g className="ipzs-today">
            <line x1={xOf(now)} x2={xOf(now)} y1={18} y2={56} />
            <text x={Math.min(Math.max(xOf(now), 26), width - 26)} y={13} textAnchor="middle">
              {t("course.today")}
            </text>
          </g>
        )}
      </svg>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("course")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("course.part")}</th>
              <th scope="col">{t("course.from")}</th>
              <th scope="col">{t("course.to")}</th>
              <th scope="col">{t("course.status")}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.part}>
                <th scope="row">
                  <span className={`ipzs-key ipzs-${part.part.toLowerCase().replace("_", "-")}`} aria-hidden="true" />
                  {t(`course.${part.part}`)}
                </th>
                <td>
                  <DateText day={part.from} />
                </td>
                <td>
                  <DateText day={part.to} />
                </td>
                <td>{t(`course.${status(part)}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
