import { scaleBar } from "./siteMap.ts";

/** How long a round number of metres is on a sheet, in its lower left corner. */
export function ScaleBar({ metresPerUnit, height }: { metresPerUnit: number; height: number }) {
  const bar = scaleBar(metresPerUnit, 90);
  const length = bar / metresPerUnit;
  return (
    <g className="map-scale" transform={`translate(16 ${height - 16})`}>
      <path d={`M0-5V0H${length}V-5`} />
      <text x={length + 6} y="0">
        {bar >= 1000 ? `${bar / 1000} km` : `${bar} m`}
      </text>
    </g>
  );
}
