import { useId } from "react";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type Moment, moments } from "./codes.ts";
import { annexMessages } from "./messages.ts";
import type { Course } from "./rules.ts";

const width = 340;
const left = 92;
const lane = 30;
const head = 30;
const levels = [1, 2, 3, 4, 5];
const xOf = (level: number) => left + 14 + ((level - 1) * (width - left - 28)) / 4;

/** Circle, square, diamond: told apart without colour; the level stands inside. */
function Mark({ moment, x, y }: { moment: Moment; x: number; y: number }) {
  if (moment === "PRE") return <circle className="course-mark" cx={x} cy={y} r={11} />;
  if (moment === "MID") return <rect className="course-mark" x={x - 10} y={y - 10} width={20} height={20} />;
  return <path className="course-mark" d={`M${x} ${y - 14}L${x + 14} ${y}L${x} ${y + 14}L${x - 14} ${y}Z`} />;
}

/** One competence: a lane for each measured moment, from the start down to the end, joined by a line. */
function CourseFigure({ course }: { course: Course }) {
  const t = useMessages(annexMessages);
  const id = useId();
  const points = moments.flatMap((moment) => {
    const at = course[moment];
    return at ? [{ moment, level: at.level }] : [];
  });
  const height = head + points.length * lane + 4;
  const yOf = (index: number) => head + index * lane + lane / 2;
  const said = points
    .map(({ moment, level }) => t("picture.level", { moment: t(`moment.${moment}`), level }))
    .join(", ");
  const name = t(`competence.${course.competence}`);
  return (
    <svg
      className="course"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{name}</title>
      <desc id={`${id}-desc`}>{said}</desc>
      <text className="course-name" x={0} y={18}>
        {name}
      </text>
      {levels.map((level) => (
        <line key={level} className="course-grid" x1={xOf(level)} x2={xOf(level)} y1={head} y2={height - 4} />
      ))}
      <polyline
        className="course-line"
        points={points.map(({ level }, index) => `${xOf(level)},${yOf(index)}`).join(" ")}
      />
      {points.map(({ moment, level }, index) => (
        <g key={moment}>
          <text className="course-moment" x={0} y={yOf(index) + 5}>
            {t(`moment.${moment}`)}
          </text>
          <Mark moment={moment} x={xOf(level)} y={yOf(index)} />
          <text className="course-level" x={xOf(level)} y={yOf(index) + 5}>
            {level}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** How competences change, as a picture and as a table beside it. */
export function MeasurePicture({ courses }: { courses: readonly Course[] }) {
  const t = useMessages(annexMessages);
  const change = ({ PRE, MID, POST }: Course) => {
    const after = POST ?? MID;
    if (!PRE || !after) return "–";
    const by = after.level - PRE.level;
    if (by === 0) return t("change.same");
    return t(by > 0 ? "change.up" : "change.down", { by: Math.abs(by) });
  };
  const held = moments.filter((moment) => courses.some((course) => course[moment]));
  return (
    <div className="courses-beside">
      <figure className="courses">
        <figcaption className="soft small">{t("picture.legend")}</figcaption>
        {courses.map((course) => (
          <CourseFigure key={course.competence} course={course} />
        ))}
      </figure>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("picture")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("competenceName")}</th>
              {held.map((moment) => (
                <th key={moment} scope="col" className="number">
                  {t(`moment.${moment}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t("change")}
              </th>
            </tr>
          </thead>
          <tbody>
            {courses.map((course) => (
              <tr key={course.competence}>
                <th scope="row">{t(`competence.${course.competence}`)}</th>
                {held.map((moment) => (
                  <td key={moment} className="number">
                    {course[moment]?.level ?? "–"}
                  </td>
                ))}
                <td className="number">{change(course)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
