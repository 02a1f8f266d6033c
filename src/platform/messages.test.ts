import { describe, expect, test } from "vitest";
import { addWords, defineMessages, LANGS, placesOf, plural, translate, type Messages } from "./messages.ts";

const words = defineMessages({
  hello: { pl: "Dzień dobry, {name}", en: "Good morning, {name}", uk: "Добрий день, {name}" },
  people: {
    pl: plural({ one: "{count} osoba", few: "{count} osoby", many: "{count} osób", other: "{count} osoby" }),
    en: plural({ one: "{count} person", other: "{count} people" }),
    uk: plural({ one: "{count} особа", few: "{count} особи", many: "{count} осіб", other: "{count} особи" }),
  },
});

describe("words", () => {
  test.each([
    [1, "1 osoba"],
    [2, "2 osoby"],
    [5, "5 osób"],
    [12, "12 osób"],
    [22, "22 osoby"],
    [1.5, "1,5 osoby"],
  ])("Polish counts %s as %s", (count, said) => {
    expect(translate(words, "pl")("people", { count })).toBe(said);
  });

  test("a parameter takes its place, a code without words is answered with undefined", () => {
    const t = translate(words, "uk");
    expect(t("hello", { name: "Олена" })).toBe("Добрий день, Олена");
    expect(t.maybe("no.such.code")).toBeUndefined();
    expect(t.maybe("toString")).toBeUndefined();
  });

  test("a missing parameter, language or plural form is a type error", () => {
    const t = translate(words, "pl");
    // @ts-expect-error the name is missing
    t("hello");
    // @ts-expect-error Ukrainian is missing
    defineMessages({ one: { pl: "a", en: "a" } });
    const two = defineMessages({
      two: {
        // @ts-expect-error Polish needs few and many
        pl: plural({ one: "a", other: "b" }),
        en: plural({ one: "a", other: "b" }),
        uk: plural({ one: "a", few: "b", many: "c", other: "d" }),
      },
    });
    expect(Object.keys(two)).toEqual(["two"]);
  });
});

const catalogues = import.meta.glob<Record<string, Messages>>(
  ["../**/messages.ts", "../**/*Messages.ts", "!./messages.ts"],
  { eager: true },
);

describe("every catalogue", () => {
  const all = Object.entries(catalogues).flatMap(([file, module]) =>
    Object.values(module)
      .filter((value): value is Messages => typeof value === "object" && value !== null)
      .map((messages) => [file, messages] as const),
  );
  test("is found", () => expect(all.length).toBeGreaterThan(0));
  test.each(all)("%s uses the same parameters in every language", (_file, messages) => {
    for (const [key, entry] of Object.entries(messages)) {
      if (!("pl" in entry)) continue;
      for (const lang of LANGS) expect([key, lang, placesOf(entry, lang)]).toEqual([key, lang, placesOf(entry, "pl")]);
    }
  });
});

test("a language that the build took out comes in later, into catalogues before and after it; until then Polish stands", () => {
  const bare = (): Messages => JSON.parse('{"hello":{"pl":"Dzień dobry, {name}"}}');
  const before = defineMessages(bare(), "first.0");
  const inUkrainian = translate(before, "uk");
  expect(inUkrainian("hello", { name: "Jan" })).toBe("Dzień dobry, Jan");
  addWords("uk", {
    "first.0": { hello: "Добрий день, {name}", gone: "x" },
    "street.0": { hello: "Вітаю, {name}" },
  });
  expect(inUkrainian("hello", { name: "Jan" })).toBe("Добрий день, Jan");
  expect(translate(defineMessages(bare(), "street.0"), "uk")("hello", { name: "Jan" })).toBe("Вітаю, Jan");
  expect(translate(before, "en")("hello", { name: "Jan" })).toBe("Dzień dobry, Jan");
});
