import { today } from "../../../platform/ui/clock.ts";
import { useGo } from "../../../platform/ui/navigation.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { SiteLine } from "../contract.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import { layOut } from "./siteMap.ts";

const sheet = { width: 320, height: 320, margin: 28 };

type Point = { site: SiteLine; number: number; lat: number; lon: number };

/**
 * A sketch of the team's own points, drawn here and from nowhere else: no map is asked for on the way, so nobody learns where
 * people sleep. Numbers are those of the list below, which does all that the sketch does.
 */
export function SiteMap({ sites, here }: { sites: readonly SiteLine[]; here?: { lat: number; lon: number } | null }) {
  const t = useMessages(fieldMessages);
  const go = useGo();
  const points = sites.flatMap((site, i): Point[] => {
    const { lat, lon } = site.exact ?? {};
    return typeof lat === "number" && typeof lon === "number" ? [{ site, number: i + 1, lat, lon }] : [];
  });
  if (points.length === 0) return <p className="soft">{t("map.none")}</p>;
  const { placed, metresPerUnit } = layOut<Point | { site: null; lat: number; lon: number }>(
    here ? [...points, { site: null, ...here }] : points,
    sheet,
  );
  const isDue = ({ dueOn }: SiteLine) => dueOn !== null && dueOn <= today();
  return (
    <figure className="site-map">
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="img"
        aria-label={t("map.label", { count: points.length })}
      >
        <path className="map-frame" d={`M.5.5h${sheet.width - 1}v${sheet.height - 1}H.5z`} />
        {placed.map(({ it, x, y }) =>
          it.site === null ? (
            <g key="here" className="map-here" transform={`translate(${x} ${y})`}>
              <path d="M0-9L6 8 0 4-6 8z" />
            </g>
          ) : (
            <g
              key={it.site.id}
              className="map-point"
              data-due={isDue(it.site) || undefined}
              data-barred={it.site.entryRule === "FORBIDDEN" || undefined}
              transform={`translate(${x} ${y})`}
              onClick={() => go(`/sites/${it.site.id}`)}
            >
              <circle className="map-touch" r="24" />
              {isDue(it.site) ? <path d="M0-15L15 0 0 15-15 0z" /> : <circle r="12" />}
              <text y="5">{"number" in it ? it.number : ""}</text>
            </g>
          ),
        )}
        <ScaleBar metresPerUnit={metresPerUnit} height={sheet.height} />
        <g className="map-scale" transform={`translate(${sheet.width - 20} 34)`}>
          <path d="M0 0V-22M-5-15L0-22 5-15" />
          <text className="map-north" y="14">
            N
          </text>
        </g>
      </svg>
      <figcaption className="soft small">{t("map.caption")}</figcaption>
    </figure>
  );
}
