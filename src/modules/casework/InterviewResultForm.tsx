import { useQuery } from "@tanstack/react-query";
import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { type CommandForm as CommandFormOf, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import { interviewParts, interviewSettings } from "./codes.ts";
import type { InterviewView, RecordInterview } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";
import { interviewPaperMessages } from "./interviewPaperMessages.ts";

type Given = { it: InterviewView; personId: string; onClose: () => void };

/** What is typed about a result. */
export const emptyResult = {
  heldOn: today() as string,
  refused: false,
  setting: "ONGOING_SUPPORT" as RecordInterview["setting"] | "",
  place: "",
  secondWorkerId: "",
  policeAssist: false,
  parts: [] as readonly RecordInterview["parts"][number][],
  conclusions: "",
  externalNo: "",
  /** A scan that is added now; `withoutScan`: the one that lies with the entry is taken off. */
  newScan: "",
  withoutScan: false,
};
export type ResultValues = typeof emptyResult;

/** The result as it is sent; `scan`: the one that lies with the entry so far. */
export const sentResult = (
  { secondWorkerId, externalNo, newScan, withoutScan, ...rest }: ResultValues,
  scan: string | null = null,
) => ({
  ...rest,
  secondWorkerId: secondWorkerId || null,
  externalNo: externalNo.trim() || null,
  scanFileId: newScan || (withoutScan ? null : scan),
});

/** What is wrong with the day of a result. */
export const refuseHeldOn = (heldOn: string, triggerOn: string) => [
  ...(heldOn ? [] : [{ path: "heldOn", code: "interview.day_missing" }]),
  ...(heldOn > today() ? [{ path: "heldOn", code: "interview.in_future" }] : []),
  ...(heldOn && heldOn < triggerOn ? [{ path: "heldOn", code: "interview.before_trigger" }] : []),
];

/** What came of an interview. */
export function InterviewResultForm({ it, personId, onClose }: Given) {
  const t = useMessages(interviewMessages);
  const form = useCommandForm({
    type: "interview.record",
    messages: t,
    initial: { ...emptyResult, heldOn: today() as string },
    build: (values) => ({ interviewId: it.id, ...sentResult(values) }),
    check: ({ heldOn }) => refuseHeldOn(heldOn, it.triggerOn),
    invalidates: [["interviews"], ["tasks"], ["timeline", personId]],
    onDone: () => {
      toast({ text: t("interview.recorded") });
      onClose();
    },
  });
  return (
    <CommandForm form={form} submit={t("interview.saveResult")}>
      <ResultFields form={form} socialWorkerId={it.socialWorkerId} hasScan={false} />
    </CommandForm>
  );
}

/** A refusal is asked for its place, second worker and police too: they prove that somebody was there. */
export function ResultFields<V extends ResultValues>({
  form,
  socialWorkerId,
  hasScan,
}: {
  form: CommandFormOf<V>;
  socialWorkerId: string;
  /** A scan lies with the entry already. */
  hasScan: boolean;
}) {
  const t = useMessages(interviewMessages);
  const p = useMessages(interviewPaperMessages);
  const colleagues = useQuery(colleaguesQuery);
  const others = (colleagues.data?.colleagues ?? []).filter(({ id }) => id !== socialWorkerId);
  return (
    <>
      <DateField label={t("interview.heldOn")} quick={["today", "yesterday"]} required {...form.field("heldOn")} />
      <CheckField label={t("interview.refusedField")} {...form.field("refused")} />
      {form.values.refused && <p className="soft">{t("interview.refusalNote")}</p>}
      {!form.values.refused && (
        <ChoiceField
          label={t("interview.setting")}
          stacked
          options={interviewSettings.map((value) => ({ value, label: t(`setting.${value}`) }))}
          {...form.field("setting")}
        />
      )}
      <TextField label={t("interview.place")} maxLength={300} {...form.field("place")} />
      {!form.values.refused && (
        <MultiChoice
          label={t("interview.parts")}
          options={interviewParts.map((value) => ({ value, label: value }))}
          {...form.field("parts")}
        />
      )}
      <SelectField
        label={t("interview.second")}
        empty={t("interview.alone")}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("secondWorkerId")}
      />
      <CheckField label={t("interview.police")} {...form.field("policeAssist")} />
      <TextArea label={t("interview.conclusions")} maxLength={6000} {...form.field("conclusions")} />
      <TextField label={t("interview.externalNo")} maxLength={60} {...form.field("externalNo")} />
      {hasScan && !form.values.newScan && (
        <>
          <p>{p("scan.there")}</p>
          <CheckField label={p("scan.remove")} {...form.field("withoutScan")} />
        </>
      )}
      <StoredFileField label={p("scan.field")} hint={p("scan.hint")} {...form.field("newScan")} />
    </>
  );
}
