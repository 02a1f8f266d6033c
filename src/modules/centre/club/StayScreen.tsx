import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { stayQuery, stayStale } from "./api.ts";
import { clubEnds } from "./codes.ts";
import type { ClubStayView } from "./contract.ts";
import { clubMessages } from "./messages.ts";

const acts = ["set", "prolong", "end", "certify", "mend"] as const;
type Stay = NonNullable<ClubStayView["stay"]>;

/** One act on a stay in a club. */
export function StayScreen() {
  const t = useMessages(clubMessages);
  const entryId = useParam("entryId");
  const named = useParam("act");
  const act = acts.find((one) => one === named);
  const query = useQuery(stayQuery(entryId));
  return (
    <Page
      title={act ? t(`act.${act}`) : t("stay")}
      lead={query.data?.personName}
      back={{ to: `/centre-entries/${entryId}`, label: t("back.entry") }}
      narrow
    >
      <Loaded query={query}>{(view) => <Act act={act} view={view} />}</Loaded>
    </Page>
  );
}

function Act({ act, view }: { act: (typeof acts)[number] | undefined; view: ClubStayView }) {
  const t = useMessages(clubMessages);
  const { stay, mayWrite } = view;
  if (!mayWrite || !act) return <Notice>{t("entry.not_found")}</Notice>;
  if (act === "set") return stay ? <Notice>{t("club.already_set")}</Notice> : <SetForm view={view} />;
  if (!stay) return <Notice>{t("stay.none")}</Notice>;
  if (act === "certify" || act === "mend")
    return stay.ending ? <CertifyForm view={view} stay={stay} /> : <Notice>{t("club.not_ended")}</Notice>;
  if (stay.ending) return <Notice>{t("club.over")}</Notice>;
  return act === "prolong" ? <ProlongForm view={view} stay={stay} /> : <EndForm view={view} stay={stay} />;
}

function useStayForm<V extends object>(
  { entryId }: ClubStayView,
  type: string,
  options: {
    initial: V;
    build: (values: V) => object;
    check: (values: V) => { path: string; code: string }[];
  },
) {
  const t = useMessages(clubMessages);
  const go = useGo();
  return useCommandForm<V>({
    type: `club-stay.${type}`,
    ...options,
    messages: t,
    invalidates: stayStale,
    onDone: () => {
      toast({ text: t("saved") });
      go(`/centre-entries/${entryId}`);
    },
  });
}

/** Fields that stay empty, as a form's check answers them. */
const empty = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([path, value]) => (value.trim() ? [] : [{ path, code: "field.required" }]));

function SetForm({ view }: { view: ClubStayView }) {
  const t = useMessages(clubMessages);
  const [first] = view.units;
  const form = useStayForm(view, "set", {
    initial: { unitId: first?.id ?? "", startsOn: view.admittedOn as string, endsOn: "" },
    build: (values) => ({ stayId: uuidv7(), entryId: view.entryId, ...values }),
    check: empty,
  });
  return (
    <CommandForm form={form} submit={t("act.set")}>
      <SelectField
        label={t("club")}
        empty={false}
        options={view.units.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("unitId")}
      />
      <DateField label={t("startsOn")} required {...form.field("startsOn")} />
      <DateField label={t("endsOn")} required {...form.field("endsOn")} />
    </CommandForm>
  );
}

function ProlongForm({ view, stay }: { view: ClubStayView; stay: Stay }) {
  const t = useMessages(clubMessages);
  const form = useStayForm(view, "prolong", {
    initial: { agreedOn: today() as string, endsOn: "", words: "" },
    build: (values) => ({ prolongationId: uuidv7(), stayId: stay.id, ...values }),
    check: ({ agreedOn, endsOn }) => empty({ agreedOn, endsOn }),
  });
  return (
    <CommandForm form={form} submit={t("act.prolong")}>
      <DateField label={t("agreedOn")} required {...form.field("agreedOn")} />
      <DateField label={t("endsOn.new")} required {...form.field("endsOn")} />
      <TextArea label={t("why")} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}

function EndForm({ view, stay }: { view: ClubStayView; stay: Stay }) {
  const t = useMessages(clubMessages);
  const now = today() as string;
  const form = useStayForm(view, "end", {
    initial: {
      endedOn: stay.endsOn < now ? (stay.endsOn as string) : now,
      reason: "" as (typeof clubEnds)[number] | "",
      words: "",
    },
    build: (values) => ({ stayId: stay.id, ...values }),
    check: ({ endedOn, reason, words }) => [
      ...empty({ endedOn, reason }),
      ...(reason === "OTHER" && !words.trim() ? [{ path: "words", code: "club.reason_missing" }] : []),
    ],
  });
  return (
    <CommandForm form={form} submit={t("act.end")}>
      <DateField label={t("endedOn")} required {...form.field("endedOn")} />
      <SelectField
        label={t("endReason")}
        required
        options={clubEnds.map((value) => ({ value, label: t(`end.${value}`) }))}
        {...form.field("reason")}
      />
      <TextArea label={t("words.end")} maxLength={2000} {...form.field("words")} />
    </CommandForm>
  );
}

function CertifyForm({ view, stay }: { view: ClubStayView; stay: Stay }) {
  const t = useMessages(clubMessages);
  const [before] = stay.certificates;
  const form = useStayForm(view, "certify", {
    initial: {
      number: before?.number ?? "",
      issuedOn: today() as string,
      validUntil: (before?.validUntil ?? "") as string,
      contractRealised: before?.contractRealised ?? false,
      words: before?.words ?? "",
      reason: "",
    },
    build: ({ validUntil, ...values }) => ({ stayId: stay.id, validUntil: validUntil || null, ...values }),
    check: ({ number, issuedOn, reason }) => [
      ...empty({ number, issuedOn }),
      ...(before && !reason.trim() ? [{ path: "reason", code: "certificate.reason_missing" }] : []),
    ],
  });
  return (
    <CommandForm form={form} submit={t(before ? "act.mend" : "act.certify")}>
      {before && (
        <TextArea
          label={t("reason.mended")}
          hint={t("reason.hint")}
          required
          maxLength={2000}
          {...form.field("reason")}
        />
      )}
      <TextField label={t("number")} required maxLength={60} {...form.field("number")} />
      <DateField label={t("issuedOn")} required {...form.field("issuedOn")} />
      <DateField label={t("validUntil")} hint={t("validUntil.hint")} {...form.field("validUntil")} />
      <CheckField label={t("contractRealised")} {...form.field("contractRealised")} />
      <TextArea label={t("words.certificate")} rows={5} maxLength={4000} {...form.field("words")} />
    </CommandForm>
  );
}
