import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useGo, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ipzsMessages } from "../../centre/ipzs/messages.ts";
import { absenceParticipantsQuery, absencesStale } from "./api.ts";
import { absenceReasons } from "./codes.ts";
import type { AbsenceParticipants } from "./contract.ts";
import { absenceMessages } from "./messages.ts";

const kinds = ["SICKNESS", "OTHER_EXCUSED", "DAY_OFF"] as const;
type Kind = (typeof kinds)[number];

/** F-41: one form for all three; a day off goes to the programme, whose consent is the only one. */
export function NewAbsenceScreen() {
  const t = useMessages(absenceMessages);
  const query = useQuery(absenceParticipantsQuery);
  return (
    <Page title={t("new")} lead={t("new.lead")} back={{ to: "/month", label: t("backToMonth") }} narrow>
      <Loaded query={query} lines={6}>
        {({ participants, hidden }) => (
          <>
            {participants.length === 0 ? (
              <EmptyState title={t("nobody.title")} text={t("nobody.text")} />
            ) : (
              <AbsenceForms participants={participants} />
            )}
            {hidden > 0 && <p className="soft">{t("new.hidden", { count: hidden })}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AbsenceForms({ participants }: Pick<AbsenceParticipants, "participants">) {
  const t = useMessages(absenceMessages);
  const [{ ipzs }] = useUrlFilters({ ipzs: "" });
  const [ipzsId, setIpzsId] = useState(participants.some(({ ipzsId }) => ipzsId === ipzs) ? ipzs : "");
  const [kind, setKind] = useState<Kind | "">("");
  return (
    <div className="stack">
      <SelectField
        label={t("who")}
        required
        value={ipzsId}
        onChange={setIpzsId}
        options={participants.map(({ ipzsId: value, personName }) => ({ value, label: personName }))}
      />
      <ChoiceField
        label={t("what")}
        required
        stacked
        value={kind}
        onChange={setKind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`kind.${value}.hint`) }))}
      />
      {ipzsId && kind === "DAY_OFF" && <DayOffForm key={ipzsId} ipzsId={ipzsId} />}
      {ipzsId && kind && kind !== "DAY_OFF" && <ExcuseForm key={ipzsId + kind} ipzsId={ipzsId} kind={kind} />}
    </div>
  );
}

function ExcuseForm({ ipzsId, kind }: { ipzsId: string; kind: Exclude<Kind, "DAY_OFF"> }) {
  const t = useMessages(absenceMessages);
  const go = useGo();
  const [excuseId] = useState(uuidv7);
  const now = today();
  const initial: {
    reason: (typeof absenceReasons)[number] | "";
    from: string;
    to: string;
    askedOn: string;
    documentOn: string;
  } = {
    reason: "",
    from: now,
    to: now,
    askedOn: now,
    documentOn: "",
  };
  const form = useCommandForm({
    type: "absence.ask",
    initial,
    build: ({ reason, documentOn, ...values }) => ({
      ...values,
      excuseId,
      ipzsId,
      kind,
      reason: kind === "SICKNESS" ? null : reason,
      documentOn: documentOn || null,
    }),
    check: ({ reason }) =>
      kind !== "SICKNESS" && reason === "" ? [{ path: "reason", code: "absence.reason_missing" }] : [],
    messages: t,
    invalidates: absencesStale,
    onDone: () => go(`/absences/${excuseId}`),
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      {kind === "OTHER_EXCUSED" && (
        <SelectField
          label={t("reason")}
          required
          options={absenceReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
          {...form.field("reason")}
        />
      )}
      <DateField label={t("from")} required {...form.field("from")} />
      <DateField label={t("to")} required {...form.field("to")} />
      <DateField label={t("askedOn")} required {...form.field("askedOn")} />
      <DateField label={t("documentOn")} hint={t("document.none")} {...form.field("documentOn")} />
    </CommandForm>
  );
}

function DayOffForm({ ipzsId }: { ipzsId: string }) {
  const t = useMessages(absenceMessages);
  const words = useMessages(ipzsMessages);
  const go = useGo();
  const [dayOffId] = useState(uuidv7);
  const initial: { askedOn: string; day: string } = { askedOn: today(), day: "" };
  const form = useCommandForm({
    type: "ipzs.ask-days-off",
    initial,
    build: ({ askedOn, day }) => ({ ipzsId, askedOn, days: [{ dayOffId, day }] }),
    paths: { "days.0.day": "day" },
    messages: words,
    invalidates: absencesStale,
    onDone: () => go(`/ipzs/${ipzsId}`),
  });
  return (
    <CommandForm form={form} submit={t("save")}>
      <DateField label={t("askedOn")} required {...form.field("askedOn")} />
      <DateField label={t("day")} required quick={[]} {...form.field("day")} />
    </CommandForm>
  );
}
