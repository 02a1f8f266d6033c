import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField, ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import type { FormField } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { askPosition } from "../outreach/api.ts";
import { reportSubjects, reportUrgencies } from "./codes.ts";
import { referralMessages } from "./messages.ts";
import type { ReportValues } from "./reportForm.ts";

type Props = {
  areas: readonly string[];
  field: <K extends keyof ReportValues>(name: K) => FormField<ReportValues[K]>;
};

/** 112 before everything else. */
export function Call112() {
  const t = useMessages(referralMessages);
  return (
    <Notice
      tone="danger"
      actions={
        <a className="button button-danger" href="tel:112">
          {t("report.call112")}
        </a>
      }
    >
      {t("report.call112Text")}
    </Notice>
  );
}

/** What anybody is asked about a person or a place: where, when, what one sees, how urgent. Nobody's name. */
export function ReportFields({ areas, field }: Props) {
  const t = useMessages(referralMessages);
  const place = field("placeText");
  const geo = field("geo");
  const urgency = field("urgency");
  const [missed, setMissed] = useState(false);
  const locate = async () => {
    const point = await askPosition();
    setMissed(point === null);
    if (point) geo.onChange(point);
  };
  return (
    <>
      <FormSection question={t("report.what")}>
        <ChoiceField
          label={t("report.about")}
          options={reportSubjects.map((value) => ({ value, label: t(`about.${value}`) }))}
          {...field("about")}
        />
        <ChoiceField
          label={t("report.urgency")}
          options={reportUrgencies.toReversed().map((value) => ({ value, label: t(`urgency.${value}`) }))}
          {...urgency}
        />
        {urgency.value === "EMERGENCY_112" && (
          <>
            <Call112 />
            <CheckField label={t("report.called112")} {...field("called112")} />
          </>
        )}
      </FormSection>
      <FormSection question={t("report.where")}>
        <SelectField
          label={t("report.area")}
          options={[...areas.map((value) => ({ value, label: value })), { value: "—", label: t("report.areaOther") }]}
          {...field("area")}
        />
        <TextArea label={t("report.place")} hint={t("report.placeHint")} rows={2} maxLength={300} {...place} />
        {geo.value ? (
          <Notice tone="confirmed">{t("report.located")}</Notice>
        ) : (
          <Button onClick={() => void locate()}>{t("report.locate")}</Button>
        )}
        {missed && <Notice tone="info">{t("report.notLocated")}</Notice>}
      </FormSection>
      <FormSection question={t("report.when")}>
        <ChoiceField
          label={t("report.seen")}
          options={(["0", "3", "12", "36"] as const).map((value) => ({ value, label: t(`when.${value}`) }))}
          {...field("when")}
        />
        <NumberField label={t("report.people")} size={3} {...field("people")} />
        <TextArea label={t("report.says")} hint={t("report.saysHint")} rows={3} maxLength={1000} {...field("says")} />
      </FormSection>
    </>
  );
}
