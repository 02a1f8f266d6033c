import { LANGS, type Lang, translate } from "../../platform/messages.ts";
import { publicMessages } from "./publicMessages.ts";

/** What a resident typed, as it came: kept when the page has to ask again. */
export type Typed = Readonly<Record<(typeof typedFields)[number], string>>;
export const typedFields = ["about", "area", "place", "when", "people", "urgency", "called112", "says"] as const;
export const nothingTyped: Typed = {
  about: "PERSON",
  area: "",
  place: "",
  when: "0",
  people: "",
  urgency: "TODAY",
  called112: "",
  says: "",
};

export type PublicError = Extract<keyof typeof publicMessages, `error.${string}`>;

const languageNames: Readonly<Record<Lang, string>> = { pl: "Polski", en: "English", uk: "Українська" };
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or an attribute in quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

function page(lang: Lang, path: string, title: string, body: string): string {
  const t = translate(publicMessages, lang);
  const others = LANGS.map((one) =>
    one === lang
      ? `<span aria-current="true">${languageNames[one]}</span>`
      : `<a href="${escapeHtml(path)}?lang=${one}" lang="${one}" hreflang="${one}">${languageNames[one]}</a>`,
  ).join(" · ");
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/zgloszenie/styl.css">
</head>
<body>
<main>
<nav aria-label="${escapeHtml(t("page.language"))}">${others}</nav>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const emergency = (lang: Lang): string => {
  const t = translate(publicMessages, lang);
  return `<section class="call" aria-labelledby="call"><h2 id="call">${escapeHtml(t("call.title"))}</h2><p>${escapeHtml(t("call.text"))}</p>
<p><a class="act danger" href="tel:112">${escapeHtml(t("call.act"))}</a></p></section>`;
};

type Choice = { value: string; label: string };

function radios(name: string, legend: string, choices: readonly Choice[], chosen: string): string {
  const lines = choices.map(
    ({ value, label }) =>
      `<label class="choice"><input type="radio" name="${name}" value="${value}"${value === chosen ? " checked" : ""}> ${escapeHtml(label)}</label>`,
  );
  return `<fieldset id="${name}"><legend>${escapeHtml(legend)}</legend>${lines.join("")}</fieldset>`;
}

/** The form, with what was typed and what is wrong with it. `path`: of the page itself. */
export function formPage(options: {
  lang: Lang;
  path: string;
  organisationName: string;
  areas: readonly string[];
  token: string;
  typed: Typed;
  errors: readonly PublicError[];
}): string {
  const { lang, path, organisationName, areas, token, typed, errors } = options;
  const t = translate(publicMessages, lang);
  const summary =
    errors.length === 0
      ? ""
      : `<section class="errors" role="alert" tabindex="-1" id="errors"><h2>${escapeHtml(t("errors.title"))}</h2><ul>${errors
          .map((code) => `<li>${escapeHtml(t(code))}</li>`)
          .join("")}</ul></section>`;
  const options_ = [
    `<option value="">${escapeHtml(t("area.choose"))}</option>`,
    ...areas.map((area) => `<option${area === typed.area ? " selected" : ""}>${escapeHtml(area)}</option>`),
    `<option value="OTHER"${typed.area === "OTHER" ? " selected" : ""}>${escapeHtml(t("area.OTHER"))}</option>`,
  ];
  const choice = <K extends string>(prefix: string, values: readonly K[], word: (value: K) => string): Choice[] =>
    values.map((value) => ({ value: value.slice(prefix.length), label: word(value) }));
  const abouts = choice("about.", ["about.PERSON", "about.PLACE"] as const, (key) => t(key));
  const whens = choice("when.", ["when.0", "when.3", "when.12", "when.36"] as const, (key) => t(key));
  const urgencies = choice("urgency.", ["urgency.TODAY", "urgency.3_DAYS", "urgency.EMERGENCY_112"] as const, (key) =>
    t(key),
  );
  return page(
    lang,
    path,
    t("page.title"),
    `${summary}<p>${escapeHtml(t("page.lead", { organisation: organisationName }))}</p>
${emergency(lang)}
<p class="privacy">${escapeHtml(t("privacy"))}</p>
<form method="post" action="${escapeHtml(path)}?lang=${lang}" accept-charset="utf-8">
<input type="hidden" name="token" value="${escapeHtml(token)}">
${radios("about", t("about"), abouts, typed.about)}
<label for="area">${escapeHtml(t("area"))}</label>
<select id="area" name="area" required>${options_.join("")}</select>
<label for="place">${escapeHtml(t("place"))}</label>
<p class="hint" id="place-hint">${escapeHtml(t("place.hint"))}</p>
<textarea id="place" name="place" rows="2" maxlength="300" required aria-describedby="place-hint">${escapeHtml(typed.place)}</textarea>
${radios("when", t("when"), whens, typed.when)}
<label for="people">${escapeHtml(t("people"))}</label>
<input id="people" name="people" inputmode="numeric" maxlength="3" value="${escapeHtml(typed.people)}">
<label for="says">${escapeHtml(t("says"))}</label>
<textarea id="says" name="says" rows="4" maxlength="1000">${escapeHtml(typed.says)}</textarea>
${radios("urgency", t("urgency"), urgencies, typed.urgency)}
<label class="choice"><input type="checkbox" name="called112" value="1"${typed.called112 ? " checked" : ""}> ${escapeHtml(t("called112"))}</label>
<div class="trap" aria-hidden="true"><label for="homepage">${escapeHtml(t("trap"))}</label><input id="homepage" name="homepage" tabindex="-1" autocomplete="off"></div>
<p><button class="act" type="submit">${escapeHtml(t("send"))}</button></p>
</form>`,
  );
}

export function donePage(lang: Lang, path: string): string {
  const t = translate(publicMessages, lang);
  const back = `${escapeHtml(path.replace(/\/przyjete$/, ""))}?lang=${lang}`;
  return page(
    lang,
    path,
    t("done.title"),
    `<p>${escapeHtml(t("done.text"))}</p>${emergency(lang)}<p><a class="act" href="${back}">${escapeHtml(t("done.again"))}</a></p>`,
  );
}

/** Which organisation, where there are several. */
export function choosePage(
  lang: Lang,
  path: string,
  doors: readonly { code: string; organisationName: string; areas: readonly string[] }[],
): string {
  const t = translate(publicMessages, lang);
  const lines = doors.map(
    ({ code, organisationName, areas }) =>
      `<li><a href="/zgloszenie/${encodeURIComponent(code)}?lang=${lang}">${escapeHtml(organisationName)}</a><br><span class="hint">${escapeHtml(areas.slice(0, 12).join(", "))}</span></li>`,
  );
  return page(lang, path, t("choose.title"), `${emergency(lang)}<ul>${lines.join("")}</ul>`);
}

export function closedPage(lang: Lang, path: string): string {
  const t = translate(publicMessages, lang);
  return page(lang, path, t("closed.title"), `<p>${escapeHtml(t("closed.text"))}</p>${emergency(lang)}`);
}

/** Warm paper, deep ink, targets of 48 px; dark where the reader's device is. */
export const publicCss = `:root{color-scheme:light dark;--ground:#faf7f2;--ink:#1b2430;--soft:#4a5462;--line:#767f8c;--teal:#0b5f63;--on:#fff;--red:#a3201d}
@media (prefers-color-scheme:dark){:root{--ground:#11161d;--ink:#eef1f4;--soft:#b9c2cd;--line:#8b96a3;--teal:#6fd0d0;--on:#0c1117;--red:#ff9d94}}
*{box-sizing:border-box}body{margin:0;accent-color:var(--teal);background:var(--ground);color:var(--ink);font:18px/28px "Source Sans 3","Noto Sans",sans-serif}
main{max-width:40rem;margin:0 auto;padding:16px}h1{font-size:28px;line-height:36px}h2{font-size:20px;margin:0 0 8px}nav a,nav span{display:inline-block;padding:10px 4px}
a{color:var(--teal)}label,legend{font-weight:600}label{display:block;margin-top:16px}fieldset{border:1px solid var(--line);border-radius:6px;margin:16px 0 0;padding:8px 16px}
.choice{display:flex;gap:12px;align-items:center;min-height:48px;margin:0;font-weight:400}input[type=radio],input[type=checkbox]{width:24px;height:24px;flex:none}
select,textarea,input:not([type=radio]):not([type=checkbox]){width:100%;min-height:48px;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px;padding:8px 12px}
option{color:#1b2430;background:#fff}#people{width:6rem}.hint{color:var(--soft);margin:0}.act{display:inline-block;min-height:48px;padding:10px 24px;border:0;border-radius:6px;background:var(--teal);color:var(--on);font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
.danger{background:var(--red)}.call,.errors{border:2px solid var(--red);border-radius:6px;padding:16px;margin:16px 0}.privacy{border-left:4px solid var(--teal);padding-left:12px}
.trap{position:absolute;left:-10000px;width:1px;height:1px;overflow:hidden}:focus-visible{outline:3px solid var(--teal);outline-offset:2px}
`;
