import { expect, test } from "vitest";
import { LANGS, type Messages, translate } from "../../../platform/messages.ts";
import { setKinds } from "../../../platform/sync/setKind.ts";
import "../../rooms.ts";
import { phoneMessages } from "./phoneMessages.ts";
import { offlineRooms } from "./rooms.ts";

test("each kind of the set has a name on the phone and says which rule to narrow, in every language", async () => {
  const rooms = await Promise.all(offlineRooms.map((load) => load()));
  const catalogues: Messages[] = rooms.map(({ words }) => words ?? {});
  const says = (key: string) => LANGS.every((lang) => catalogues.some((words) => translate(words, lang).maybe(key)));
  expect(setKinds.length).toBeGreaterThan(5);
  expect(setKinds.map(({ narrow }) => narrow).filter((narrow) => !says(narrow))).toEqual([]);
  expect(setKinds.filter(({ narrow }) => !narrow.startsWith("set."))).toEqual([]); // by which the screen knows it
  const isNamed = (kind: string) => translate(phoneMessages, "pl").maybe(`kind.${kind}`) !== undefined;
  expect(setKinds.map(({ kind }) => kind).filter((kind) => !isNamed(kind))).toEqual([]);
});
