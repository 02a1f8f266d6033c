import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { FormSection, MissingList } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { personProfileQuery, profileKeys } from "./api.ts";
import type { ProfileText } from "./codes.ts";
import type { PersonProfile } from "./contract.ts";
import { EntryFields } from "./EntryFields.tsx";
import { ConclusionsBeside, StaysFromFile } from "./FromFile.tsx";
import { profileMessages } from "./messages.ts";
import { changesOf, contentOfValues, entryOf, type ProfileValues, rebased, valuesOf } from "./profileValues.ts";
import { emptyContent, missingParts, refuseEntry } from "./rules.ts";
import "./profile.css";

/** The profile, written with the person: asked in the order of a talk, saved as a version. */
export function EditProfileScreen() {
  const t = useMessages(profileMessages);
  const personId = useParam("personId");
  const query = useQuery(personProfileQuery(personId));
  const reload = async () => (await query.refetch()).data;
  return (
    <Page
      title={t("title.edit")}
      lead={query.data?.personName}
      back={{ to: `/people/${personId}/profile`, label: t("backToProfile") }}
      narrow
    >
      <Loaded query={query}>
        {(view) =>
          view.mayWrite && view.caseId ? (
            <ProfileForm view={view} caseId={view.caseId} reload={reload} />
          ) : (
            <Notice>{t(view.writes.length > 0 ? "noCase" : "profile.not_found")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What the same rules say as on the server, at the fields where they are mended. */
function check({ entries, occasion }: ProfileValues, isFirst: boolean) {
  const errors = entries.flatMap((row, at) => {
    const entry = entryOf(row);
    const path = `entries.${at}`;
    const empty =
      entry.kind === "SUPPORT"
        ? entry.what === "" && "what"
        : (entry.kind === "LIFE_EVENT" || entry.kind === "WISH") && entry.text === "" && "text";
    if (empty) return [{ path: `${path}.${empty}`, code: "field.required" }];
    const code = refuseEntry(entry, today());
    return code
      ? [{ path: `${path}.${code === "profile.entry_needs_protection" ? "sensitivity" : "from"}`, code }]
      : [];
  });
  return isFirst || occasion ? errors : [...errors, { path: "occasion", code: "field.required" }];
}

type FormProps = {
  view: PersonProfile;
  caseId: string;
  reload: () => Promise<PersonProfile | undefined>;
};

function ProfileForm({ view, caseId, reload }: FormProps) {
  const t = useMessages(profileMessages);
  const go = useGo();
  const { personId, writes } = view;
  const [profileId] = useState(() => view.profile?.id ?? uuidv7());
  const [read, setRead] = useState(() => ({
    version: view.profile?.version,
    values: valuesOf(view.profile?.content ?? emptyContent),
  }));
  const [both, setBoth] = useState(false);
  const isFirst = read.version === undefined;
  const form = useCommandForm<ProfileValues>({
    type: "profile.record",
    initial: read.values,
    build: (values) => ({
      profileId,
      personId,
      caseId,
      occasion: isFirst ? "FIRST" : values.occasion,
      changes: changesOf(read.values, values),
    }),
    base: read.version,
    check: (values) => check(values, isFirst),
    messages: t,
    invalidates: profileKeys,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/people/${personId}/profile`);
    },
  });
  const readAgain = async () => {
    const now = (await reload())?.profile;
    if (!now) return;
    const values = valuesOf(now.content);
    const mine = rebased(read.values, form.values, values);
    setRead({ version: now.version, values });
    setBoth(mine.both);
    form.reset(mine.values);
  };
  const missing = missingParts(contentOfValues(form.values), true, view.work.length > 0);
  const entries = { form, writes };
  return (
    <>
      {view.beforeRecommendation && <Notice tone="due">{t("beforeRecommendation")}</Notice>}
      {both && <Notice tone="due">{t("reload.bothSides")}</Notice>}
      <CommandForm
        form={form}
        submit={t("act.save")}
        onReload={() => void readAgain()}
        end={<MissingList items={missing.map((code) => ({ text: t.maybe(code) ?? code }))} />}
      >
        <FormSection question={t("q.view")} hint={t("q.view.hint")}>
          <Words form={form} name="personView" />
          <EntryFields {...entries} kind="WISH" />
        </FormSection>
        <FormSection question={t("q.life")} hint={t("q.life.hint")}>
          <EntryFields {...entries} kind="LIFE_EVENT" />
        </FormSection>
        <FormSection question={t("q.experience")}>
          <Words form={form} name="socialExperience" />
          <Words form={form} name="workExperience" hint={t("text.workExperience.hint")} />
          <ConclusionsBeside
            caseId={caseId}
            texts={form.values.texts}
            onTake={(taken) => form.set({ texts: { ...form.values.texts, ...taken } })}
          />
        </FormSection>
        <FormSection question={t("q.homelessness")}>
          <EntryFields {...entries} kind="HOMELESSNESS" list="HOMELESSNESS" />
          <StaysFromFile
            personId={personId}
            entries={form.values.entries}
            writes={writes}
            onTake={(row) => form.set({ entries: [...form.values.entries, row] })}
          />
        </FormSection>
        <FormSection question={t("q.institutions")}>
          <EntryFields {...entries} kind="INSTITUTION" />
        </FormSection>
        <FormSection question={t("q.support")}>
          <EntryFields {...entries} kind="SUPPORT" list="SUPPORT" />
        </FormSection>
        <FormSection question={t("q.resources")}>
          <Words form={form} name="resources" />
          <Words form={form} name="interests" />
        </FormSection>
        <FormSection question={t("q.barriers")}>
          <EntryFields {...entries} kind="BARRIER" list="BARRIER" />
        </FormSection>
        <FormSection question={t("q.summary")}>
          <Words form={form} name="summaryForPlans" hint={t("text.summaryForPlans.hint")} />
        </FormSection>
        {!isFirst && (
          <FormSection question={t("q.why")}>
            <ChoiceField
              label={t("field.occasion")}
              options={(["MORE_KNOWN", "REVIEW", "CORRECTION"] as const).map((value) => ({
                value,
                label: t(`occasion.${value}`),
              }))}
              {...form.field("occasion")}
            />
          </FormSection>
        )}
      </CommandForm>
    </>
  );
}

function Words({ form, name, hint }: { form: Form<ProfileValues>; name: ProfileText; hint?: string }) {
  const t = useMessages(profileMessages);
  const { texts } = form.values;
  return (
    <TextArea
      label={t(`text.${name}`)}
      {...(hint ? { hint } : {})}
      rows={3}
      maxLength={6000}
      value={texts[name]}
      onChange={(text) => form.set({ texts: { ...texts, [name]: text } })}
      {...form.at(`texts.${name}`)}
    />
  );
}
