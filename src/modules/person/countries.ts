/** Countries and languages that people here come with, most frequent first; their names come from the browser. */
const countries =
  "PL UA BY RU GE MD RO BG LT LV SK CZ DE HU IT ES FR GB AM AZ KZ UZ TR SY AF IQ IN NP BD VN CO VE".split(" ");
const languages = "pl uk ru en be ka ro de rom vi ar es".split(" ");

function namesOf(codes: readonly string[], lang: string, type: "region" | "language") {
  const names = new Intl.DisplayNames([lang], { type });
  return codes.map((value) => ({ value, label: names.of(value) ?? value }));
}

export const countryOptions = (lang: string) => [
  ...namesOf(countries, lang, "region"),
  { value: "STATELESS", label: { pl: "bezpaństwowiec", en: "stateless", uk: "без громадянства" }[lang] ?? "STATELESS" },
];

export const languageOptions = (lang: string) => namesOf(languages, lang, "language");

/** @param code ISO 3166 or STATELESS */
export function countryName(code: string, lang: string): string {
  if (code === "STATELESS") return countryOptions(lang).at(-1)?.label ?? code;
  return new Intl.DisplayNames([lang], { type: "region" }).of(code) ?? code;
}

export function languageName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: "language" }).of(code) ?? code;
}
