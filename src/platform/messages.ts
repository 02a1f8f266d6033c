/**
 * Typed words in Polish, English and Ukrainian. No framework: the server uses the same catalogues for documents and mail.
 *
 * A missing language, a missing plural form (`few`, `many`) and a missing parameter are type errors. Parameters are
 * read from the Polish text: `"Zapisano {count} osób, {name}"` asks for `{ count, name }`.
 */
export type Lang = "pl" | "en" | "uk";
export const LANGS: readonly Lang[] = ["pl", "en", "uk"];

/** BCP 47 tags for `Intl`. */
export const LOCALE: Readonly<Record<Lang, string>> = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" };

type SlavicForms = { one: string; few: string; many: string; other: string };
type EnglishForms = { one: string; other: string };
export type SlavicPlural<T extends string = string> = {
  readonly kind: "plural4";
  readonly forms: SlavicForms;
  readonly text?: T;
};
export type EnglishPlural<T extends string = string> = {
  readonly kind: "plural2";
  readonly forms: EnglishForms;
  readonly text?: T;
};

/** One word form per number; the number is the parameter `count`. Polish and Ukrainian need all four forms. */
export function plural<const F extends SlavicForms>(forms: F): SlavicPlural<F["other"]>;
export function plural<const F extends EnglishForms>(forms: F): EnglishPlural<F["other"]>;
export function plural(forms: SlavicForms | EnglishForms): SlavicPlural | EnglishPlural {
  return "few" in forms ? { kind: "plural4", forms } : { kind: "plural2", forms };
}

type PlainEntry = { readonly pl: string; readonly en: string; readonly uk: string };
type PluralEntry = { readonly pl: SlavicPlural; readonly en: EnglishPlural; readonly uk: SlavicPlural };
export type MessageEntry = PlainEntry | PluralEntry;
export type Messages = Readonly<Record<string, MessageEntry>>;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Params<E extends MessageEntry> = E["pl"] extends string
  ? NamesIn<E["pl"]>
  : E["pl"] extends SlavicPlural<infer T>
    ? NamesIn<T> | "count"
    : never;
export type MessageValue = string | number;
type Args<E extends MessageEntry> = [Params<E>] extends [never]
  ? [params?: Readonly<Record<string, MessageValue>>]
  : [params: Readonly<Record<Params<E>, MessageValue>>];

type MessageKey<M extends Messages> = keyof M & string;

export type Translate<M extends Messages> = {
  <K extends MessageKey<M>>(key: K, ...args: Args<M[K]>): string;
  /** For codes that come over the wire: undefined when the catalogue has no such key. */
  maybe(key: string, params?: Readonly<Record<string, MessageValue>>): string | undefined;
  readonly lang: Lang;
};

/** A text, or the forms of a plural, as a file of words holds it. */
export type Words = string | { kind: "plural4" | "plural2"; forms: Readonly<Record<string, string>> };
/** Of one catalogue in one language: the words of each key. */
export type LanguageWords = Record<string, Words>;

const placed = new Map<string, Messages>();
const added = new Map<Lang, Readonly<Record<string, LanguageWords>>>();

/**
 * Checks the shape of a catalogue and keeps its literal types. Keys are stable codes, also problem codes.
 * `place` is put in by the build where other languages than Polish were taken out (`scripts/fieldWords.ts`); `addWords` brings them.
 */
export function defineMessages<const M extends Messages>(messages: M, place?: string): M {
  if (place === undefined) return messages;
  placed.set(place, messages);
  for (const [lang, words] of added) putWords(messages, lang, words[place]);
  return messages;
}

/** Brings one language into the catalogues that the build left without it, also into those that are loaded later. */
export function addWords(lang: Lang, words: Readonly<Record<string, LanguageWords>>): void {
  added.set(lang, words);
  for (const [place, messages] of placed) putWords(messages, lang, words[place]);
}

function putWords(messages: Messages, lang: Lang, words: LanguageWords = {}): void {
  for (const [key, text] of Object.entries(words)) Object.assign(messages[key] ?? {}, { [lang]: text });
}

const pluralRules = new Map<Lang, Intl.PluralRules>();
const numbers = new Map<Lang, Intl.NumberFormat>();

function rulesOf(lang: Lang): Intl.PluralRules {
  const known = pluralRules.get(lang) ?? new Intl.PluralRules(LOCALE[lang]);
  pluralRules.set(lang, known);
  return known;
}

function numbersOf(lang: Lang): Intl.NumberFormat {
  const known = numbers.get(lang) ?? new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 2 });
  numbers.set(lang, known);
  return known;
}

function pickForm(text: string | SlavicPlural | EnglishPlural, lang: Lang, count: MessageValue | undefined): string {
  if (typeof text === "string") return text;
  const form = rulesOf(lang).select(Number(count ?? 0));
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = text.forms;
  return forms[form] ?? text.forms.other;
}

/** Puts `params` into `{name}` places; numbers are written as the language writes them. Unknown places stay visible. */
function fill(text: string, lang: Lang, params: Readonly<Record<string, MessageValue>> = {}): string {
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === "number" ? numbersOf(lang).format(value) : value;
  });
}

/** The translator of one catalogue in one language. Cheap: make it per request or per render. */
export function translate<M extends Messages>(messages: M, lang: Lang): Translate<M> {
  const say = (key: string, params?: Readonly<Record<string, MessageValue>>): string | undefined => {
    const entry: MessageEntry | undefined = Object.hasOwn(messages, key) ? messages[key] : undefined;
    return entry && fill(pickForm(entry[lang] ?? entry.pl, lang, params?.count), lang, params);
  };
  const t = (key: string, ...args: [Readonly<Record<string, MessageValue>>?]): string => say(key, args[0]) ?? key;
  return Object.assign(t, { maybe: say, lang });
}

/** Names of the `{places}` in every form of every language of an entry; tests compare them. */
export function placesOf(entry: MessageEntry, lang: Lang): string[] {
  const text = entry[lang];
  const all = typeof text === "string" ? [text] : Object.values(text.forms);
  const names = new Set<string>();
  for (const form of all) for (const match of form.matchAll(/\{(\w+)\}/g)) names.add(match[1] ?? "");
  if (typeof text !== "string") names.add("count");
  return [...names].sort();
}
