import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import type { FormField } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { SiteLine } from "../contract.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { measurePosition } from "./position.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import { frameOf, isUnread, type Position, positionAt, positionFrom, wordsOf, xyOf } from "./siteMap.ts";

const sheet = { width: 320, height: 320, margin: 60 };
const finger = 12; // units of the sheet that a press may miss by

/** The value is the place as it is typed: a form that cannot read it says so and sends nothing. */
type PositionFieldProps = FormField<string> & {
  /** The other places of the team, by which the sketch is read. */
  sites: readonly SiteLine[];
};

/**
 * Where a place is: by a press where one stands (the phone is asked only then), by a press on the sketch of the team's points, or
 * typed. How exact that is, is said.
 */
export function PositionField({ id, name, value, onChange, error, sites }: PositionFieldProps) {
  const f = useMessages(fieldMessages);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const [withinM, setWithinM] = useState<number>();
  const point = positionFrom(value) ?? null;
  const put = (position: Position, metres: number) => {
    setFailed(false);
    setWithinM(metres);
    onChange(wordsOf(position));
  };
  const measure = async () => {
    setAsking(true);
    const found = await measurePosition();
    setAsking(false);
    if (found) put({ lat: found.lat, lon: found.lon }, found.accuracyM);
    else setFailed(true);
  };
  return (
    <FormSection
      question={f("site.where")}
      hint={point ? wordsOf(point) : f("site.whereHint")}
      optional
      lazy
      open={error !== undefined}
    >
      <Button icon="place" busy={asking && f("site.measuring")} onClick={() => void measure()}>
        {f("site.position")}
      </Button>
      <p className="soft small" role="status">
        {failed
          ? f("site.positionFailed")
          : point && withinM !== undefined
            ? f("site.within", { metres: withinM })
            : f("site.positionWhy")}
      </p>
      <Sketch value={point} sites={sites} onPick={put} />
      <TextField
        label={f("site.coordinates")}
        hint={f("site.coordinatesHint")}
        id={id}
        name={name}
        value={value}
        maxLength={40}
        error={error ?? (isUnread(value) ? f("site.coordinatesBad") : undefined)}
        onChange={(typed) => {
          setWithinM(undefined);
          onChange(typed);
        }}
      />
    </FormSection>
  );
}

type SketchProps = {
  value: Position | null;
  sites: readonly SiteLine[];
  onPick: (position: Position, withinM: number) => void;
};

/** The team's points on a blank sheet; a press puts the place there. With the keyboard the coordinates below do the same. */
function Sketch({ value, sites, onPick }: SketchProps) {
  const f = useMessages(fieldMessages);
  const [zoom, setZoom] = useState(1);
  const points = sites.flatMap(({ id, name, exact }) =>
    typeof exact?.lat === "number" && typeof exact.lon === "number"
      ? [{ id, name, lat: exact.lat, lon: exact.lon }]
      : [],
  );
  if (points.length === 0 && !value) return <p className="soft small">{f("site.noSketch")}</p>;
  const whole = frameOf(points.length > 0 ? points : value ? [value] : [], sheet);
  const middle = zoom > 1 && value ? value : whole.middle;
  const frame = { ...whole, middle, metresPerUnit: Math.max(whole.metresPerUnit / zoom, 0.25) };
  const at = value && xyOf(value, frame);
  return (
    <figure className="site-map">
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="img"
        aria-label={f("site.sketch", { count: points.length })}
        className="map-pick"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const unit = sheet.width / box.width;
          const xy = { x: (event.clientX - box.left) * unit, y: (event.clientY - box.top) * unit };
          onPick(positionAt(xy, frame), Math.max(10, Math.round(finger * frame.metresPerUnit)));
        }}
      >
        <path className="map-frame" d={`M.5.5h${sheet.width - 1}v${sheet.height - 1}H.5z`} />
        {points.map((point) => {
          const { x, y } = xyOf(point, frame);
          return (
            <g key={point.id} className="map-point" transform={`translate(${x} ${y})`}>
              <circle r="6" />
              <text y="-10">{point.name.slice(0, 18)}</text>
            </g>
          );
        })}
        {at && (
          <g className="map-here" transform={`translate(${at.x} ${at.y})`}>
            <path d="M-2-14h4v12h12v4H2v12h-4V2h-12v-4h12z" />
          </g>
        )}
        <ScaleBar metresPerUnit={frame.metresPerUnit} height={sheet.height} />
      </svg>
      <figcaption className="soft small">{f("site.sketchHint")}</figcaption>
      <div className="cluster">
        <Button onClick={() => setZoom(Math.min(zoom * 2, 64))}>{f("map.closer")}</Button>
        <Button onClick={() => setZoom(Math.max(zoom / 2, 0.25))}>{f("map.further")}</Button>
      </div>
    </figure>
  );
}
