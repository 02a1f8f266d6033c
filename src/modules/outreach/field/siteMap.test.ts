import { expect, test } from "vitest";
import {
  frameOf,
  isUnread,
  layOut,
  metresBetween,
  positionAt,
  positionFrom,
  scaleBar,
  wordsOf,
  xyOf,
} from "./siteMap.ts";

const sheet = { width: 320, height: 320, margin: 20 };
const station = { lat: 51.391, lon: 21.155 };

test("north is up, east is right, and a metre is as long in both directions", () => {
  const north = { lat: station.lat + 1000 / 111_320, lon: station.lon };
  const east = { lat: station.lat, lon: station.lon + 1000 / (111_320 * Math.cos((station.lat * Math.PI) / 180)) };
  const { placed } = layOut([station, north, east], sheet);
  const [s, n, e] = placed;
  expect(n?.y).toBeLessThan(s?.y ?? 0);
  expect(e?.x).toBeGreaterThan(s?.x ?? 0);
  expect((s?.y ?? 0) - (n?.y ?? 0)).toBeCloseTo((e?.x ?? 0) - (s?.x ?? 0), 0);
});

test("every point lies inside the margin, and one alone lies in the middle", () => {
  const far = { lat: station.lat + 0.2, lon: station.lon - 0.4 };
  for (const { x, y } of layOut([station, far], sheet).placed) {
    expect(x).toBeGreaterThanOrEqual(20);
    expect(x).toBeLessThanOrEqual(300);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThanOrEqual(300);
  }
  expect(layOut([station], sheet).placed).toEqual([{ it: station, x: 160, y: 160 }]);
  expect(layOut([], sheet).placed).toEqual([]);
});

test.each([
  [1, 80, 50],
  [2.6, 80, 200],
  [0.5, 80, 20],
  [40, 80, 2000],
])("%d metres to a unit and %d units give a bar of %d m", (metres, units, bar) =>
  expect(scaleBar(metres, units)).toBe(bar),
);

test("distances in a town are right to a percent", () => {
  expect(metresBetween(station, { lat: 51.4, lon: 21.155 })).toBeCloseTo(1002, -1);
});

test("a press on the sheet is the position that was drawn there, to about 10 m", () => {
  const sites = [
    { lat: 51.39, lon: 21.14 },
    { lat: 51.41, lon: 21.18 },
  ];
  const frame = frameOf(sites, { width: 320, height: 320, margin: 60 });
  for (const site of sites) {
    const { x, y } = xyOf(site, frame);
    expect(Math.min(x, y, 320 - x, 320 - y)).toBeGreaterThanOrEqual(59.9);
    expect(positionAt({ x, y }, frame)).toEqual(site);
  }
});

test.each([
  ["51.4023, 21.1471", { lat: 51.4023, lon: 21.1471 }],
  ["51,40231 21,14712", { lat: 51.4023, lon: 21.1471 }],
  [" 51.4023;21.1471 ", { lat: 51.4023, lon: 21.1471 }],
  ["91.5, 21.1", undefined],
  ["pod mostem", undefined],
  ["51.4", undefined],
])("%s is read as %o", (typed, position) => expect(positionFrom(typed)).toEqual(position));

test("what is typed in a form is a place, nothing, or said to be unread", () => {
  expect(wordsOf({ lat: 51.40231, lon: 21.1471 })).toBe("51.4023, 21.1471");
  expect(wordsOf(null)).toBe("");
  expect(["", " ", "51.4023, 21.1471", "51.4023"].map(isUnread)).toEqual([false, false, false, true]);
});
