import { useQuery } from "@tanstack/react-query";
import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import { interviewParts, interviewSettings } from "./codes.ts";
import type { InterviewView, RecordInterview } from "./interviewContract.ts";
import { interviewMessages } from "./interviewMessages.ts";

type Given = { it: InterviewView; personId: string; onClose: () => void };

/** What came of an interview; a refusal asks for no more than its day. */
export function InterviewResultForm({ it, personId, onClose }: Given) {
  const t = useMessages(interviewMessages);
  const colleagues = useQuery(colleaguesQuery);
  const form = useCommandForm({
    type: "interview.record",
    messages: t,
    initial: {
      heldOn: today() as string,
      refused: false,
      setting: "ONGOING_SUPPORT" as RecordInterview["setting"] | "",
      place: "",
      secondWorkerId: "",
      policeAssist: false,
      parts: [] as readonly RecordInterview["parts"][number][],
      conclusions: "",
      externalNo: "",
    },
    build: ({ secondWorkerId, externalNo, ...rest }) => ({
      interviewId: it.id,
      ...rest,
      secondWorkerId: secondWorkerId || null,
      externalNo: externalNo.trim() || null,
    }),
    check: ({ heldOn }) => [
      ...(heldOn ? [] : [{ path: "heldOn", code: "interview.day_missing" }]),
      ...(heldOn > today() ? [{ path: "heldOn", code: "interview.in_future" }] : []),
      ...(heldOn && heldOn < it.triggerOn ? [{ path: "heldOn", code: "interview.before_trigger" }] : []),
    ],
    invalidates: [["interviews", personId], ["tasks"], ["timeline", personId]],
    onDone: () => {
      toast({ text: t("interview.recorded") });
      onClose();
    },
  });
  const others = (colleagues.data?.colleagues ?? []).filter(({ id }) => id !== it.socialWorkerId);
  return (
    <CommandForm form={form} submit={t("interview.saveResult")}>
      <DateField label={t("interview.heldOn")} quick={["today", "yesterday"]} required {...form.field("heldOn")} />
      <CheckField label={t("interview.refusedField")} {...form.field("refused")} />
      {form.values.refused ? (
        <p className="soft">{t("interview.refusalNote")}</p>
      ) : (
        <>
          <ChoiceField
            label={t("interview.setting")}
            stacked
            options={interviewSettings.map((value) => ({ value, label: t(`setting.${value}`) }))}
            {...form.field("setting")}
          />
          <TextField label={t("interview.place")} maxLength={300} {...form.field("place")} />
          <MultiChoice
            label={t("interview.parts")}
            options={interviewParts.map((value) => ({ value, label: value }))}
            {...form.field("parts")}
          />
          <SelectField
            label={t("interview.second")}
            empty={t("interview.alone")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("secondWorkerId")}
          />
          <CheckField label={t("interview.police")} {...form.field("policeAssist")} />
        </>
      )}
      <TextArea label={t("interview.conclusions")} maxLength={6000} {...form.field("conclusions")} />
      <TextField label={t("interview.externalNo")} maxLength={60} {...form.field("externalNo")} />
    </CommandForm>
  );
}
