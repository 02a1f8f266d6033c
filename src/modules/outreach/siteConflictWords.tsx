import type { Lang } from "../../platform/messages.ts";
import { translate } from "../../platform/messages.ts";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import type { ConflictEditor, ConflictWords } from "../conflict/api.ts";
import { optionsOf } from "./CardFields.tsx";
import { entryRules, hazards, siteStates, siteTypes } from "./codes.ts";
import type { SiteFields } from "./contract.ts";
import { outreachMessages } from "./messages.ts";

const labels = {
  name: "site.name",
  siteType: "site.type",
  area: "site.area",
  access: "site.access",
  owner: "site.owner",
  managerContact: "site.manager",
  position: "site.position",
  hazards: "site.hazards",
  entryRule: "site.entry",
  facilitiesNearby: "site.facilities",
  visitEveryDays: "site.every",
  status: "site.status",
} as const satisfies Record<keyof SiteFields, keyof typeof outreachMessages>;

const prefixes: Readonly<Record<string, string>> = {
  siteType: "siteType",
  hazards: "hazard",
  entryRule: "entry",
  status: "siteState",
};

const isField = (field: string): field is keyof SiteFields => field in labels;
const label = (field: string, lang: Lang) =>
  isField(field) ? translate(outreachMessages, lang)(labels[field]) : field;

function text(field: string, value: unknown, lang: Lang): string | null {
  if (value === null || value === undefined || value === "") return null;
  const t = translate(outreachMessages, lang);
  const word = (code: string) => t.maybe(`${prefixes[field]}.${code}`) ?? code;
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).map(word).join(", ") : null;
  if (field === "position") return positionText(value);
  const said = typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
  return field in prefixes ? word(said) : said;
}

/** Degrees as `51.4013, 21.1471`. */
function positionText(value: unknown): string {
  const { lat, lon } = (value ?? {}) as Partial<NonNullable<SiteFields["position"]>>; // as the server answers it
  return lat === undefined || lon === undefined ? "" : `${lat}, ${lon}`;
}

function positionOf(typed: string): SiteFields["position"] | string {
  const [lat, lon] = typed.split(/[,;]\s*/).map(Number);
  if (typed.trim() === "") return null;
  return lat !== undefined && lon !== undefined && !Number.isNaN(lat + lon) ? { lat, lon } : typed;
}

const Editor: ConflictEditor = ({ field, value, onChange }) => {
  const lang = document.documentElement.lang as Lang; // one of ours, set by the app
  const t = translate(outreachMessages, lang);
  const common = { id: `conflict-${field}`, name: field, label: label(field, lang), error: undefined, onChange };
  const typed = typeof value === "string" ? value : "";
  switch (field) {
    case "siteType":
      return <SelectField {...common} options={optionsOf(t, "siteType", siteTypes)} value={typed as ""} />;
    case "entryRule":
      return <ChoiceField {...common} options={optionsOf(t, "entry", entryRules)} value={typed as ""} />;
    case "status":
      return <ChoiceField {...common} options={optionsOf(t, "siteState", siteStates)} value={typed as ""} />;
    case "hazards":
      return (
        <MultiChoice {...common} options={optionsOf(t, "hazard", hazards)} value={Array.isArray(value) ? value : []} />
      );
    case "visitEveryDays":
      return (
        <NumberField
          {...common}
          value={typeof value === "number" ? value : undefined}
          onChange={(days) => onChange(days ?? null)}
        />
      );
    case "position":
      return (
        <TextArea
          {...common}
          rows={1}
          value={typeof value === "string" ? value : positionText(value)}
          onChange={(given) => onChange(positionOf(given))}
        />
      );
    default:
      return <TextArea {...common} rows={2} value={typed} onChange={(given) => onChange(given.trim() || null)} />;
  }
};

/** Fields of a place in a conflict, as its card says and asks for them. */
export const siteConflictWords: ConflictWords = {
  recordType: "outreach-site",
  label,
  text,
  path: () => "/sites",
  loadEditor: () => Promise.resolve(Editor),
};
