import { expect, test } from "vitest";
import { chunkOf } from "./fieldChunks.ts";

const src = "/house/src";
/** Who imports whom: at once, or (`?`) when it is wanted. */
const imports: Record<string, readonly string[]> = {
  [`${src}/app/web/main.tsx`]: ["/house/index.html"],
  [`${src}/platform/ui/api.ts`]: [`${src}/app/web/main.tsx`, `${src}/modules/outreach/messages.ts`],
  [`${src}/modules/outreach/TonightScreen.tsx`]: [`?${src}/app/web/main.tsx`],
  [`${src}/modules/person/PeopleScreen.tsx`]: [`?${src}/app/web/main.tsx`],
  [`${src}/modules/outreach/office/LostScreen.tsx`]: [`?${src}/app/web/main.tsx`],
  [`${src}/modules/outreach/StreetLine.tsx`]: [`${src}/modules/outreach/TonightScreen.tsx`],
  [`${src}/modules/outreach/messages.ts`]: [
    `${src}/modules/outreach/TonightScreen.tsx`,
    `${src}/modules/outreach/office/LostScreen.tsx`,
  ],
  [`${src}/platform/ui/Field.tsx`]: [
    `${src}/modules/outreach/TonightScreen.tsx`,
    `${src}/modules/person/PeopleScreen.tsx`,
  ],
  [`${src}/platform/ui/DateField.tsx`]: [
    `${src}/modules/outreach/TonightScreen.tsx`,
    `${src}/modules/outreach/office/LostScreen.tsx`,
  ],
};
const graph = {
  getModuleInfo: (id: string) => {
    const by = imports[id] ?? [];
    return {
      importers: by.filter((one) => !one.startsWith("?")),
      dynamicImporters: by.filter((one) => one.startsWith("?")),
      isEntry: id.endsWith(".html"),
    };
  },
};

test.each([
  ["app/web/main.tsx", "start"],
  ["platform/ui/api.ts", "start"],
  ["modules/outreach/TonightScreen.tsx", "street"],
  ["modules/outreach/StreetLine.tsx", "street"],
  ["modules/outreach/messages.ts", "rooms"],
  ["platform/ui/DateField.tsx", "ui"],
  ["platform/ui/Field.tsx", "first"],
  ["modules/outreach/office/LostScreen.tsx", null],
])("%s lies in the file %j: the office loads nothing of the field alone", (path, file) => {
  expect(chunkOf(`${src}/${path}`, graph)).toBe(file);
});
