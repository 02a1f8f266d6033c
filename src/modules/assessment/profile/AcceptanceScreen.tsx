import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { StoredFileField } from "../../../platform/ui/StoredFileField.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { personProfileQuery, profileKeys } from "./api.ts";
import { acceptanceOutcomes, acceptanceWays } from "./codes.ts";
import type { ProfileView } from "./contract.ts";
import { profileMessages } from "./messages.ts";

/** What the person says to the version that stands: yes or no, on paper or in person. */
export function AcceptanceScreen() {
  const t = useMessages(profileMessages);
  const personId = useParam("personId");
  const query = useQuery(personProfileQuery(personId));
  return (
    <Page
      title={t("title.acceptance")}
      lead={query.data?.personName}
      back={{ to: `/people/${personId}/profile`, label: t("backToProfile") }}
      narrow
    >
      <Loaded query={query}>
        {({ profile, mayWrite }) =>
          profile && mayWrite ? (
            <AcceptanceForm personId={personId} profile={profile} />
          ) : (
            <Notice>{t("profile.not_found")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function AcceptanceForm({ personId, profile }: { personId: string; profile: ProfileView }) {
  const t = useMessages(profileMessages);
  const go = useGo();
  const [acceptanceId] = useState(uuidv7);
  const form = useCommandForm({
    type: "profile.record-acceptance",
    initial: {
      outcome: "" as "" | (typeof acceptanceOutcomes)[number],
      way: "" as "" | (typeof acceptanceWays)[number],
      givenOn: today() as string,
      words: "",
      fileId: "",
    },
    build: ({ fileId, way, ...values }) => ({
      acceptanceId,
      profileId: profile.id,
      versionNo: profile.version,
      way,
      ...values,
      fileId: (way === "SIGNED_PAPER" && fileId) || null,
    }),
    check: ({ outcome, way, givenOn }) =>
      Object.entries({ outcome, way, givenOn }).flatMap(([path, value]) =>
        value === "" ? [{ path, code: "field.required" }] : [],
      ),
    messages: t,
    invalidates: profileKeys,
    onDone: () => {
      toast({ text: t("saved.acceptance") });
      go(`/people/${personId}/profile`);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.acceptance")} note={t("version", { no: profile.version })}>
      <ChoiceField
        stacked
        label={t("field.outcome")}
        options={acceptanceOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        {...form.field("outcome")}
      />
      <ChoiceField
        label={t("field.way")}
        options={acceptanceWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        {...form.field("way")}
      />
      <DateField label={t("field.givenOn")} {...form.field("givenOn")} />
      {form.values.way === "SIGNED_PAPER" && <StoredFileField label={t("field.scan")} {...form.field("fileId")} />}
      <TextArea label={t("field.words")} hint={t("field.words.hint")} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}
