import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";
import { withoutOtherLanguages } from "./fieldWords.ts";

const cut = (code: string) => withoutOtherLanguages(code, parseAst(code), "street");

test("English and Ukrainian of the field's words stand in files of their own, Polish stays where it is", () => {
  const { code, words } = cut(
    'const a = defineMessages$1({ yes: { pl: "tak", en: "yes", uk: "так" }, "a.b": { pl: "x" + "y", en: `z`, uk: "ж" + "ч" } });',
  );
  expect(code).toBe('const a = defineMessages$1({ yes: {pl: "tak"}, "a.b": {pl: "x" + "y"} }, "street.0");');
  expect(words.en).toEqual({ "street.0": { yes: "yes", "a.b": "z" } });
  expect(words.uk).toEqual({ "street.0": { yes: "так", "a.b": "жч" } });
});

test("a plural takes its forms along", () => {
  const { words } = cut(
    'defineMessages({ n: { pl: plural({ one: "1", few: "2", many: "5", other: "x" }), en: plural({ one: "1", other: "n" }), uk: plural$2({ one: "a", few: "b", many: "c", other: "d" }) } });',
  );
  expect(words.en["street.0"]).toEqual({ n: { kind: "plural2", forms: { one: "1", other: "n" } } });
  expect(words.uk["street.0"]).toEqual({
    n: { kind: "plural4", forms: { one: "a", few: "b", many: "c", other: "d" } },
  });
});

test("what is not written out in its place stays whole, and every catalogue has a place of its own", () => {
  const { code, words } = cut(
    "defineMessages({ ...others, a: shared, b: { pl: x, en: y, uk: z } }); defineMessages({});",
  );
  expect(code).toBe(
    'defineMessages({ ...others, a: shared, b: { pl: x, en: y, uk: z } }, "street.0"); defineMessages({}, "street.1");',
  );
  expect(words.uk).toEqual({ "street.0": {}, "street.1": {} });
});
