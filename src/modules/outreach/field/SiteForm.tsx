import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { optionsOf } from "../CardFields.tsx";
import { entryRules, hazards, siteTypes } from "../codes.ts";
import type { RecordSite, SiteLine } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { PositionField } from "./PositionField.tsx";
import { isUnread, positionFrom, wordsOf } from "./siteMap.ts";

type SiteValues = {
  siteId: string;
  name: string;
  siteType: SiteLine["siteType"] | "";
  area: string;
  access: string;
  owner: string;
  managerContact: string;
  /** The place as it is typed. */
  point: string;
  hazards: readonly SiteLine["hazards"][number][];
  entryRule: SiteLine["entryRule"] | "";
  facilitiesNearby: string;
  visitEveryDays: number | undefined;
};

const emptySite = (): SiteValues => ({
  siteId: uuidv7(),
  name: "",
  siteType: "",
  area: "",
  access: "",
  owner: "",
  managerContact: "",
  point: "",
  hazards: [],
  entryRule: "OPEN",
  facilitiesNearby: "",
  visitEveryDays: 7,
});

const sentSite = (sent: RecordSite): SiteValues => ({
  ...emptySite(),
  siteId: sent.siteId,
  name: sent.name,
  siteType: sent.siteType,
  area: sent.area,
  access: sent.exact?.access ?? "",
  owner: sent.exact?.owner ?? "",
  managerContact: sent.exact?.managerContact ?? "",
  point: wordsOf(
    sent.exact?.lat != null && sent.exact.lon != null ? { lat: sent.exact.lat, lon: sent.exact.lon } : null,
  ),
  hazards: sent.hazards,
  entryRule: sent.entryRule,
  facilitiesNearby: sent.facilitiesNearby ?? "",
  visitEveryDays: sent.visitEveryDays ?? undefined,
});

/** A new place of the team. Where exactly it is, is for the team alone (R-OUT-09); the position is this phone's own. */
export function SiteForm({ sites, onDone }: { sites: readonly SiteLine[]; onDone: () => void }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const refused = useRefused<RecordSite>("site.record");
  const form = useCommandForm<SiteValues>({
    type: "site.record",
    initial: refused.sent ? sentSite(refused.sent) : emptySite(),
    build: ({ access, owner, managerContact, point, ...site }) => {
      const position = positionFrom(point);
      return {
        siteId: site.siteId,
        name: site.name,
        siteType: site.siteType || "OTHER",
        area: site.area,
        exact:
          access || owner || managerContact || position
            ? {
                access: access || null,
                owner: owner || null,
                managerContact: managerContact || null,
                lat: position?.lat ?? null,
                lon: position?.lon ?? null,
              }
            : null,
        hazards: [...site.hazards],
        entryRule: site.entryRule || "OPEN",
        facilitiesNearby: site.facilitiesNearby || null,
        visitEveryDays: site.visitEveryDays ?? null,
      };
    },
    check: (site) => [
      ...(["name", "area"] as const)
        .filter((name) => !site[name].trim())
        .map((path) => ({ path, code: "field.required" })),
      ...(isUnread(site.point) ? [{ path: "point", code: "site.coordinatesBad" }] : []),
    ],
    paths: { "exact.access": "access", "exact.owner": "owner", "exact.managerContact": "managerContact" },
    messages: { maybe: (key, params) => t.maybe(key, params) ?? f.maybe(key, params) },
    mends: refused.mends,
    invalidates: [["outreach"]],
    onDone: (_, site) => {
      toast({ text: t("sites.saved", { name: site.name }) });
      onDone();
    },
  });
  return (
    <Card title={t("act.addSite")}>
      <CommandForm form={form} submit={t("act.saveSite")}>
        <TextField label={t("site.name")} maxLength={100} required {...form.field("name")} />
        <TextField label={t("site.area")} maxLength={100} required {...form.field("area")} />
        <SelectField label={t("site.type")} options={optionsOf(t, "siteType", siteTypes)} {...form.field("siteType")} />
        <MultiChoice label={t("site.hazards")} options={optionsOf(t, "hazard", hazards)} {...form.field("hazards")} />
        <ChoiceField label={t("site.entry")} options={optionsOf(t, "entry", entryRules)} {...form.field("entryRule")} />
        <PositionField sites={sites} {...form.field("point")} />
        <FormSection question={t("site.details")} optional>
          <TextArea label={t("site.access")} maxLength={1000} {...form.field("access")} />
          <TextField label={t("site.owner")} maxLength={200} {...form.field("owner")} />
          <TextField label={t("site.manager")} maxLength={200} {...form.field("managerContact")} />
          <TextField label={t("site.facilities")} maxLength={500} {...form.field("facilitiesNearby")} />
          <NumberField label={t("site.every")} size={4} {...form.field("visitEveryDays")} />
        </FormSection>
      </CommandForm>
    </Card>
  );
}
