import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isServerPage } from "../src/app/web/offline/serverPages.ts";
import { fieldModules } from "../src/app/web/offline/shellFiles.ts";
import { shellFiles } from "./offlineShell.ts";

const chunk = (name: string, module: string, imports: string[] = []) => ({
  [`assets/${name}.js`]: {
    type: "chunk" as const,
    fileName: `assets/${name}.js`,
    moduleIds: [`/house/src/${module}`],
    imports: imports.map((one) => `assets/${one}.js`),
  },
});
const asset = (fileName: string) => ({ [fileName]: { type: "asset" as const, fileName } });

test("a phone keeps the screens of the field with all that they import, styles, letters and workers, and no screen of the office", () => {
  const files = shellFiles({
    ...chunk("index", "app/web/main.tsx", ["react"]),
    ...chunk("react", "elsewhere/react.js", ["deep"]),
    ...chunk("deep", "elsewhere/deep.js"),
    ...chunk("card", "modules/outreach/RecordContactScreen.tsx", ["field"]),
    ...chunk("field", "platform/ui/Field.tsx"),
    ...chunk("office", "modules/report/ReportsScreen.tsx", ["field", "chart"]),
    ...chunk("chart", "platform/ui/BarFigure.tsx"),
    ...chunk("phrase", "platform/device/phraseWords.ts"),
    ...chunk("sw", "app/web/offline/serviceWorker.ts"),
    ...asset("assets/style.css"),
    ...asset("assets/deviceWorker-1.js"),
    ...asset("assets/basic-400-1.woff2"),
    ...asset("assets/source-sans-3-latin-400-normal-1.woff2"),
    ...asset("assets/polish-600-1.woff2"),
    ...asset("assets/source-sans-3-latin-ext-400-normal-1.woff2"),
    ...asset("assets/source-sans-3-cyrillic-600-normal-1.woff2"),
    ...asset("index.html"),
  });
  expect(files).toEqual([
    "/assets/basic-400-1.woff2",
    "/assets/card.js",
    "/assets/deep.js",
    "/assets/deviceWorker-1.js",
    "/assets/field.js",
    "/assets/index.js",
    "/assets/polish-600-1.woff2",
    "/assets/react.js",
    "/assets/style.css",
  ]);
});

test("a phone keeps what each room says of its commands: without one the store would open and the app would not", () => {
  const rooms = readFileSync(new URL("../src/app/web/device/rooms.ts", import.meta.url), "utf8");
  const files = [...rooms.matchAll(/import\("\.\.\/\.\.\/\.\.\/(modules\/[^"]+)"\)/g)].map(
    (match) => `/house/src/${match[1]}`,
  );
  expect(files.length).toBeGreaterThan(1);
  expect(files.filter((file) => !fieldModules.some((form) => form.test(file)))).toEqual([]);
});

test("an address of the server is never answered by the app", () => {
  for (const path of ["/api/session", "/api/sync/pull", "/healthz", "/readyz", "/metrics"])
    expect([path, isServerPage(path)]).toEqual([path, true]);
  for (const path of ["/", "/tonight", "/apiary", "/healthzone", "/contacts/new"])
    expect([path, isServerPage(path)]).toEqual([path, false]);
});
