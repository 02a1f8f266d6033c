import { useQuery } from "@tanstack/react-query";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { PersonPicker } from "../person/api.ts";
import { consultationKeys, talkQuery } from "./api.ts";
import { type CounsellingKind, channels, confirmations, counsellingKinds } from "./codes.ts";
import type { TalkContent } from "./noteContract.ts";
import { noteMessages } from "./noteMessages.ts";

/** The kind of talk that a role has most. */
const kindOfRole: Readonly<Record<string, CounsellingKind>> = {
  PSYCHOLOGIST: "PSYCHOLOGICAL",
  ADDICTION_THERAPIST: "ADDICTION",
  VOCATIONAL_COUNSELLOR: "VOCATIONAL",
  LAWYER: "LEGAL",
  SOCIAL_WORKER: "SOCIAL",
  REINTEGRATION_SOCIAL_WORKER: "SOCIAL",
};
const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const whom = ["PERSON", "ANONYMOUS"] as const;

/** F-2A: what the team may read, and apart from it what opens to the author alone. A booked talk brings its hour and person. */
export function WriteTalkScreen() {
  const t = useMessages(noteMessages);
  const [{ mends }] = useUrlFilters({ mends: "" });
  return (
    <Page
      title={t(mends ? "talk.mendTitle" : "talk.title")}
      back={{ to: "/consultations/my-day", label: t("day.title") }}
      narrow
    >
      {mends ? <MendTalk talkNoteId={mends} /> : <TalkForm />}
    </Page>
  );
}

/** The note as it stands, to be written anew beside it. */
function MendTalk({ talkNoteId }: { talkNoteId: string }) {
  const talk = useQuery(talkQuery(talkNoteId));
  return (
    <Loaded query={talk} lines={6}>
      {(mended) => <TalkForm mended={mended} />}
    </Loaded>
  );
}

function TalkForm({ mended }: { mended?: TalkContent }) {
  const t = useMessages(noteMessages);
  const go = useGo();
  const { roles } = useSession();
  const [asked] = useUrlFilters({ booking: "", person: "", day: "", from: "", to: "" });
  const given = mended
    ? {
        booking: mended.bookingId ?? "",
        person: mended.personId ?? "",
        day: mended.day,
        from: mended.startsAt,
        to: mended.endsAt,
      }
    : asked;
  const form = useCommandForm({
    type: "counselling.write-note",
    messages: t,
    draft: false, // nothing of it lies on the device
    initial: {
      whom: ((given.booking || mended) && !given.person ? "ANONYMOUS" : "PERSON") as (typeof whom)[number] | "",
      personId: given.person,
      kind:
        mended?.kind ??
        roles.map((role) => kindOfRole[role]).find((kind) => kind !== undefined) ??
        ("" as CounsellingKind | ""),
      channel: (mended?.channel ?? "ONSITE") as (typeof channels)[number] | "",
      day: isPlainDate(given.day) ? given.day : (today() as string),
      startsAt: time.test(given.from) ? given.from : "",
      endsAt: time.test(given.to) ? given.to : "",
      topic: mended?.shared.topic ?? "",
      content: mended?.text ?? "",
      agreements: mended?.shared.agreements ?? "",
      referral: mended?.shared.referral ?? "",
      nextOn: (mended?.nextOn ?? "") as string,
      confirmation: (mended?.confirmation ?? "NONE") as (typeof confirmations)[number] | "",
      mendReason: "",
    },
    check: (values) => [
      ...(["kind", "day", "startsAt", "endsAt", "topic"] as const).flatMap((path) =>
        values[path].trim() ? [] : [{ path, code: "field.required" }],
      ),
      ...(mended && !values.mendReason.trim() ? [{ path: "mendReason", code: "field.required" }] : []),
      ...(values.whom === "PERSON" && !values.personId ? [{ path: "personId", code: "field.required" }] : []),
    ],
    build: ({ whom: who, personId, content, agreements, referral, nextOn, mendReason, ...values }) => ({
      talkNoteId: uuidv7(),
      personId: who === "PERSON" ? personId : null,
      bookingId: given.booking || null,
      mendsId: mended?.talkNoteId ?? null,
      mendReason: mended ? mendReason.trim() : null,
      ...values,
      content: content.trim() || null,
      agreements: agreements.trim() || null,
      referral: referral.trim() || null,
      nextOn: nextOn || null,
    }),
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("talk.saved") });
      go("/consultations/my-day");
    },
  });
  const { kind } = form.values;
  const secret = kind === "LEGAL" && roles.includes("LAWYER");
  return (
    <CommandForm form={form} submit={t("talk.save")}>
      {mended && (
        <FormSection question={t("talk.mendReason")} hint={t("talk.mendHint")}>
          <TextField
            label={t("talk.mendReason")}
            hint={t("talk.mendReasonHint")}
            maxLength={500}
            required
            {...form.field("mendReason")}
          />
        </FormSection>
      )}
      <FormSection question={t("talk.who")}>
        {mended ? null : given.booking ? (
          <p className="soft">{t("talk.ofBooking")}</p>
        ) : (
          <>
            <ChoiceField
              label={t("talk.with")}
              options={whom.map((value) => ({ value, label: t(`talk.${value}`) }))}
              {...form.field("whom")}
            />
            {form.values.whom === "PERSON" && !given.person && (
              <PersonPicker label={t("talk.PERSON")} {...form.field("personId")} />
            )}
          </>
        )}
        <SelectField
          label={t("talk.kind")}
          options={counsellingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        <ChoiceField
          label={t("talk.channel")}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          {...form.field("channel")}
        />
        <DateField label={t("talk.day")} {...form.field("day")} />
        <div className="cluster">
          <TimeField label={t("talk.from")} {...form.field("startsAt")} />
          <TimeField label={t("talk.to")} {...form.field("endsAt")} />
        </div>
      </FormSection>
      <FormSection
        question={t(secret ? "talk.allMine" : "talk.shared")}
        hint={t(secret ? "talk.allMineHint" : "talk.sharedHint")}
      >
        <TextField label={t("talk.topic")} maxLength={200} required {...form.field("topic")} />
        <TextArea label={t("talk.agreements")} maxLength={2000} {...form.field("agreements")} />
        <TextField label={t("talk.referral")} maxLength={500} {...form.field("referral")} />
        <DateField label={t("talk.nextOn")} quick={[]} {...form.field("nextOn")} />
      </FormSection>
      <FormSection question={t("talk.sealed")} hint={t("talk.sealedHint")}>
        <TextArea label={t("talk.content")} rows={8} maxLength={20_000} {...form.field("content")} />
      </FormSection>
      <FormSection question={t("talk.confirmation")}>
        <ChoiceField
          label={t("talk.confirmed")}
          options={confirmations.map((value) => ({ value, label: t(`confirmation.${value}`) }))}
          stacked
          {...form.field("confirmation")}
        />
      </FormSection>
    </CommandForm>
  );
}
