import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { useRefused } from "../../../platform/ui/useRefused.ts";
import { optionsOf } from "../CardFields.tsx";
import { entryRules, hazards, siteStates, siteTypes } from "../codes.ts";
import type { ChangeSite, SiteFields, SiteLine } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { fieldMessages } from "./fieldMessages.ts";
import { PositionField } from "./PositionField.tsx";
import { changedFields, fieldsOf } from "./siteEdit.ts";
import { isUnread, positionFrom, wordsOf } from "./siteMap.ts";

type Values = {
  name: string;
  area: string;
  siteType: SiteLine["siteType"] | "";
  status: SiteLine["status"] | "";
  hazards: readonly SiteLine["hazards"][number][];
  entryRule: SiteLine["entryRule"] | "";
  access: string;
  owner: string;
  managerContact: string;
  /** The place as it is typed. */
  point: string;
  facilitiesNearby: string;
  visitEveryDays: number | undefined;
};

const valuesOf = ({
  access,
  owner,
  managerContact,
  facilitiesNearby,
  visitEveryDays,
  position,
  ...fields
}: SiteFields): Values => ({
  ...fields,
  access: access ?? "",
  owner: owner ?? "",
  managerContact: managerContact ?? "",
  facilitiesNearby: facilitiesNearby ?? "",
  visitEveryDays: visitEveryDays ?? undefined,
  point: wordsOf(position),
});

const said = (values: Values, before: SiteFields): Partial<SiteFields> => ({
  name: values.name.trim(),
  area: values.area.trim(),
  ...(values.siteType ? { siteType: values.siteType } : {}),
  ...(values.status ? { status: values.status } : {}),
  hazards: [...values.hazards],
  ...(values.entryRule ? { entryRule: values.entryRule } : {}),
  access: values.access.trim() || null,
  owner: values.owner.trim() || null,
  managerContact: values.managerContact.trim() || null,
  // left as it was, it keeps what is more exact than its words
  position: values.point === wordsOf(before.position) ? before.position : (positionFrom(values.point) ?? null),
  facilitiesNearby: values.facilitiesNearby.trim() || null,
  visitEveryDays: values.visitEveryDays ?? null,
});

type EditSiteProps = {
  site: SiteLine;
  /** All of the team, for the sketch. */
  sites: readonly SiteLine[];
  /** The refused edit that this one mends. */
  refused?: ReturnType<typeof useRefused<ChangeSite>>;
  onDone: () => void;
};

/**
 * Edits the card of a known place: only what is changed is sent, against the version that was on the screen when the form
 * was opened, so that nobody's edit made meanwhile is undone.
 */
export function EditSite({ site, sites, refused, onDone }: EditSiteProps) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const [seen] = useState(site);
  const base = refused?.base ?? seen.version;
  const changes = (values: Values) => {
    const fields = said(values, fieldsOf(seen));
    // what a refused edit said is on the screen already, and still to be sent
    const again = Object.keys(refused?.sent?.fields ?? {}).filter((field) => field in fields);
    return {
      ...refused?.sent?.fields,
      ...changedFields(seen, fields),
      ...Object.fromEntries(again.map((field) => [field, fields[field as keyof SiteFields]])),
    };
  };
  const form = useCommandForm<Values>({
    type: "site.change",
    base,
    draft: `site.change ${seen.id} ${base}`, // what was typed over an older version is not laid over this one
    initial: valuesOf(fieldsOf(seen)),
    build: (values) => ({ siteId: seen.id, fields: changes(values) }),
    check: (values) => [
      ...(["name", "area"] as const)
        .filter((name) => !values[name].trim())
        .map((path) => ({ path, code: "field.required" })),
      ...(isUnread(values.point) ? [{ path: "point", code: "site.coordinatesBad" }] : []),
      ...(isUnread(values.point) || Object.keys(changes(values)).length > 0
        ? []
        : [{ path: "name", code: "site.unchanged" }]),
    ],
    paths: {
      ...Object.fromEntries(Object.keys(fieldsOf(seen)).map((field) => [`fields.${field}`, field])),
      "fields.position": "point",
    },
    messages: { maybe: (key, params) => t.maybe(key, params) ?? f.maybe(key, params) },
    mends: refused?.mends,
    invalidates: [["outreach"]],
    onDone: (_, { name }) => {
      toast({ text: t("sites.saved", { name }) });
      onDone();
    },
  });
  return (
    <Card title={f("site.editTitle", { name: seen.name })}>
      <CommandForm
        form={form}
        submit={f("act.saveChange")}
        submitIcon="check"
        actions={<Button onClick={onDone}>{f("act.leaveAsWas")}</Button>}
      >
        <ChoiceField
          label={t("site.status")}
          options={optionsOf(t, "siteState", siteStates)}
          {...form.field("status")}
        />
        <MultiChoice label={t("site.hazards")} options={optionsOf(t, "hazard", hazards)} {...form.field("hazards")} />
        <ChoiceField label={t("site.entry")} options={optionsOf(t, "entry", entryRules)} {...form.field("entryRule")} />
        <TextArea label={t("site.access")} rows={3} maxLength={1000} {...form.field("access")} />
        <TextField label={t("site.facilities")} maxLength={500} {...form.field("facilitiesNearby")} />
        <NumberField label={t("site.every")} size={4} {...form.field("visitEveryDays")} />
        <PositionField sites={sites.filter(({ id }) => id !== seen.id)} {...form.field("point")} />
        <SelectField label={t("site.type")} options={optionsOf(t, "siteType", siteTypes)} {...form.field("siteType")} />
        <TextField label={t("site.owner")} maxLength={200} {...form.field("owner")} />
        <TextField label={t("site.manager")} maxLength={200} {...form.field("managerContact")} />
        <TextField label={t("site.name")} maxLength={100} required {...form.field("name")} />
        <TextField label={t("site.area")} maxLength={100} required {...form.field("area")} />
      </CommandForm>
    </Card>
  );
}
