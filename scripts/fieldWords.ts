import { createHash } from "node:crypto";
import type { ESTree } from "rolldown/utils";
import type { Plugin } from "vite";
import type { LanguageWords, Words } from "../src/platform/messages.ts";

const fieldChunks = /^(?:index|start|first|rooms|street|phone|ui)$/;
const apart = ["en", "uk"] as const;

type Cut = { code: string; words: Record<(typeof apart)[number], Record<string, LanguageWords>> };
type Node = ESTree.Node;

/** The text of an expression: one string, or the forms of `plural({…})`. undefined when only running it would tell. */
function textOf(node: Node): Words | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral")
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return typeof left === "string" && typeof right === "string" ? left + right : undefined;
  }
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
  const forms = node.arguments[0];
  if (!/^plural(?:\$\d+)?$/.test(node.callee.name) || forms?.type !== "ObjectExpression") return undefined;
  const texts: Record<string, string> = {};
  for (const form of forms.properties) {
    const text = form.type === "Property" ? textOf(form.value) : undefined;
    if (form.type !== "Property" || form.key.type !== "Identifier" || typeof text !== "string") return undefined;
    texts[form.key.name] = text;
  }
  return { kind: "few" in texts ? "plural4" : "plural2", forms: texts };
}

const nameOf = (key: Node): string | undefined =>
  key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;

/**
 * Takes the English and the Ukrainian out of the catalogues of a chunk: `defineMessages({ a: { pl, en, uk } })` becomes
 * `defineMessages({ a: { pl } }, "street.0")`. Entries that are not written out stay whole.
 */
export function withoutOtherLanguages(code: string, program: Node, chunk: string): Cut {
  const words: Cut["words"] = { en: {}, uk: {} };
  const cuts: { from: number; to: number; put: string }[] = [];
  let count = 0;
  const look = (call: ESTree.CallExpression): void => {
    const catalogue = call.arguments[0];
    if (catalogue?.type !== "ObjectExpression") return;
    const place = `${chunk}.${count++}`;
    const own: Record<(typeof apart)[number], LanguageWords> = { en: {}, uk: {} };
    for (const entry of catalogue.properties) {
      if (entry.type !== "Property" || entry.computed || entry.value.type !== "ObjectExpression") continue;
      const key = nameOf(entry.key);
      const texts = new Map(
        entry.value.properties.flatMap((one) =>
          one.type === "Property" ? [[nameOf(one.key), { node: one, text: textOf(one.value) }] as const] : [],
        ),
      );
      const [pl, en, uk] = [texts.get("pl"), texts.get("en")?.text, texts.get("uk")?.text];
      if (key === undefined || !pl || en === undefined || uk === undefined || texts.size !== 3) continue;
      own.en[key] = en;
      own.uk[key] = uk;
      cuts.push({
        from: entry.value.start,
        to: entry.value.end,
        put: `{${code.slice(pl.node.start, pl.node.end)}}`,
      });
    }
    for (const lang of apart) words[lang][place] = own[lang];
    cuts.push({ from: catalogue.end, to: catalogue.end, put: `, ${JSON.stringify(place)}` });
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (typeof node === "object" && node !== null) {
      if (isCatalogue(node)) look(node);
      for (const value of Object.values(node)) if (typeof value === "object") walk(value);
    }
  };
  walk(program);
  let cut = code;
  for (const { from, to, put } of cuts.toSorted((one, other) => other.from - one.from))
    cut = cut.slice(0, from) + put + cut.slice(to);
  return { code: cut, words };
}

function isCatalogue(node: object): node is ESTree.CallExpression {
  if (!("type" in node && node.type === "CallExpression" && "callee" in node)) return false;
  const { callee } = node;
  if (typeof callee !== "object" || callee === null || !("name" in callee)) return false;
  return /^defineMessages(?:\$\d+)?$/.test(String(callee.name));
}

/**
 * The first load of a phone carries Polish; the other languages of the same words are a file each, which the page names in
 * `<meta name="words-uk">` and asks for when somebody reads that language.
 */
export function fieldWords(): Plugin {
  const words: Cut["words"] = { en: {}, uk: {} };
  return {
    name: "powrot:field-words",
    apply: "build",
    enforce: "post",
    renderChunk(code, chunk) {
      if (!fieldChunks.test(chunk.name) || !code.includes("defineMessages")) return null;
      const cut = withoutOtherLanguages(code, this.parse(code), chunk.name);
      for (const lang of apart) Object.assign(words[lang], cut.words[lang]);
      return { code: cut.code, map: null };
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("no page was built");
        const names = apart.map((lang) => {
          const source = JSON.stringify(words[lang]);
          const fileName = `assets/words-${lang}-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.json`;
          this.emitFile({ type: "asset", fileName, source });
          return `<meta name="words-${lang}" content="/${fileName}" />`;
        });
        page.source = String(page.source).replace("</head>", `  ${names.join("\n    ")}\n  </head>`);
      },
    },
  };
}
