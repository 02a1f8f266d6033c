import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now } from "../../../platform/ui/clock.ts";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useSession } from "../../../platform/ui/session.ts";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { sitesQuery, streetPeopleQuery, tonightQuery } from "../api.ts";
import { EmergencyCall, optionsOf, SiteDangers } from "../CardFields.tsx";
import { aidItems, noticeWays, outreachActions, sexes } from "../codes.ts";
import type { SiteLine, StreetPerson, Tonight } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { AGE_BANDS } from "../rules.ts";
import type { RecordGroupInput } from "../workContract.ts";
import { searchPeople } from "./aliasIndex.ts";
import { fieldMessages } from "./fieldMessages.ts";
import {
  aliasRow,
  checkGroup,
  emptyGroup,
  type GroupRow,
  type GroupValues,
  groupOf,
  knownRow,
  sentGroup,
  unknownRow,
} from "./groupValues.ts";
import "../outreach.css";

/** Many people at one place: the place and what was given once, then a press a person. Each becomes a card of their own. */
export function GroupContactScreen() {
  const f = useMessages(fieldMessages);
  const t = useMessages(outreachMessages);
  const tonight = useQuery(tonightQuery);
  const sites = useQuery(sitesQuery);
  const refused = useRefused<RecordGroupInput>("contact.record-group");
  return (
    <Page title={f("act.group")} back={{ to: "/tonight", label: t("title.tonight") }} narrow>
      <EmergencyCall />
      <Loaded query={tonight}>
        {(night) => (
          <Loaded query={sites}>
            {({ sites: all }) =>
              refused.reading ? null : <GroupForm night={night} sites={all} sent={refused.sent} mends={refused.mends} />
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Props = {
  night: Tonight;
  sites: readonly SiteLine[];
  sent: RecordGroupInput | undefined;
  mends: string | undefined;
};

function GroupForm({ night, sites, sent, mends }: Props) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const { account } = useSession();
  const at = now().toISOString();
  const form = useCommandForm<GroupValues>({
    type: "contact.record-group",
    initial: sent
      ? sentGroup(sent, at)
      : emptyGroup(at, night.shift ? night.shift.members.map(({ id }) => id) : [account.id]),
    build: (values) => groupOf(values, sent?.shiftId ?? night.shift?.id ?? null),
    check: checkGroup,
    paths: { "card.siteId": "siteId", "card.placeText": "placeText", "card.actions": "actions" },
    messages: t,
    mends,
    occurredAt: (values) => values.at,
    invalidates: [["outreach"]],
    onDone: (_, values) => {
      toast({ text: f("group.saved", { count: values.rows.length }) });
      go("/tonight");
    },
  });
  const { values, field } = form;
  const site = sites.find(({ id }) => id === values.siteId);
  return (
    <CommandForm form={form} submit={f("group.save", { count: values.rows.length })} submitIcon="check">
      <FormSection question={t("card.where")}>
        <SelectField
          label={t("card.site")}
          options={sites.map(({ id, name, area }) => ({ value: id, label: `${name} (${area})` }))}
          {...field("siteId")}
        />
        <SiteDangers site={site} />
        {!values.siteId && <TextField label={t("card.placeText")} maxLength={200} {...field("placeText")} />}
      </FormSection>
      <People form={form} site={site} />
      <FormSection
        question={f("group.what")}
        optional
        lazy
        hint={f("group.whatHint")}
        open={Boolean(form.at("actions").error)}
      >
        <MultiChoice
          label={t("card.actions")}
          options={optionsOf(t, "action", outreachActions)}
          {...field("actions")}
        />
        <MultiChoice
          label={f("group.aidEach")}
          options={optionsOf(t, "aid", aidItems)}
          value={aidItems.filter((item) => item in values.aid)}
          onChange={(items) =>
            form.set({ aid: Object.fromEntries(items.map((item) => [item, values.aid[item] ?? 1])) })
          }
        />
        <ChoiceField label={t("card.notice")} options={optionsOf(t, "notice", noticeWays)} {...field("notice")} />
      </FormSection>
    </CommandForm>
  );
}

/** A press for each: somebody unknown by sex, somebody known by name, somebody new by what the street calls them. */
function People({ form, site }: { form: Form<GroupValues>; site: SiteLine | undefined }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const people = useQuery(streetPeopleQuery);
  const [typed, setTyped] = useState("");
  const { rows } = form.values;
  const add = (row: GroupRow) => {
    form.set({ rows: [...rows, row] });
    setTyped("");
  };
  const taken = new Set(rows.map(({ personId }) => personId));
  const all = (people.data?.people ?? []).filter(({ personId }) => !taken.has(personId));
  const offered = typed.trim()
    ? searchPeople(all, typed).slice(0, 6)
    : all.filter((person) => site && isOf(person, site)).slice(0, 8);
  return (
    <FormSection question={f("group.who")} hint={f("group.whoHint")}>
      {form.at("rows").error && (
        <p className="field-error" id={form.at("rows").id}>
          {t("group.nobody")}
        </p>
      )}
      <div className="field-acts">
        {sexes
          .filter((sex) => sex !== "X")
          .map((sex) => (
            <Button key={sex} icon="plus" onClick={() => add(unknownRow(sex))}>
              {f(`group.add.${sex}`)}
            </Button>
          ))}
      </div>
      <TextField label={f("group.byName")} type="search" value={typed} onChange={setTyped} />
      <div className="cluster">
        {offered.map((person) => (
          <Button key={person.personId} onClick={() => add(knownRow(person))}>
            {person.name}
          </Button>
        ))}
        {typed.trim() && (
          <Button icon="plus" onClick={() => add(aliasRow(typed.trim().slice(0, 60)))}>
            {f("group.newAlias", { alias: typed.trim().slice(0, 60) })}
          </Button>
        )}
      </div>
      <ol role="list" className="street-list" aria-label={f("group.rows", { count: rows.length })}>
        {rows.map((row, i) => (
          <Row
            key={row.contactId}
            row={row}
            number={i + 1}
            onChange={(change) => form.set({ rows: rows.map((each) => (each === row ? { ...row, ...change } : each)) })}
            onRemove={() => form.set({ rows: rows.filter((each) => each !== row) })}
          />
        ))}
      </ol>
      <Notice>{f("group.minors")}</Notice>
      <p className="soft small" role="status">
        {t("tonight.counts", {
          first: rows.filter(({ isKnown }) => !isKnown).length,
          repeat: rows.filter(({ isKnown }) => isKnown).length,
          known: rows.filter(({ isKnown, alias }) => isKnown || alias).length,
          unknown: rows.filter(({ isKnown, alias, notSeenBefore }) => !isKnown && !alias && notSeenBefore).length,
        })}
      </p>
    </FormSection>
  );
}

const isOf = (person: StreetPerson, site: SiteLine) => person.siteName === site.name && person.area === site.area;

function Row({
  row,
  number,
  onChange,
  onRemove,
}: {
  row: GroupRow;
  number: number;
  onChange: (change: Partial<GroupRow>) => void;
  onRemove: () => void;
}) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const name = row.alias || t(`sex.${row.sex}`);
  return (
    <li className="street-line group-row">
      <span className="street-words">
        <strong>
          {number}. {name}
        </strong>
        {!row.isKnown && (
          <SelectField
            label={t("card.ageBand")}
            options={optionsOf(
              t,
              "age",
              AGE_BANDS.filter((band) => band !== "UNDER_18"),
            )}
            value={row.ageBand}
            onChange={(ageBand) => onChange({ ageBand: ageBand || "UNKNOWN" })}
          />
        )}
        {!row.isKnown && row.alias && (
          <SelectField
            label={t("card.sex")}
            options={optionsOf(t, "sex", sexes)}
            value={row.sex}
            onChange={(sex) => onChange({ sex: sex || "UNKNOWN" })}
          />
        )}
        {!row.isKnown && !row.alias && (
          <CheckField
            label={t("card.notSeenBefore")}
            value={row.notSeenBefore}
            onChange={(notSeenBefore) => onChange({ notSeenBefore })}
          />
        )}
      </span>
      <Button kind="plain" icon="cross" label={f("group.remove", { name: `${number}. ${name}` })} onClick={onRemove}>
        {f("group.removeShort")}
      </Button>
    </li>
  );
}
