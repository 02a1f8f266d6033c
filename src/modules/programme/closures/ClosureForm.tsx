import { useQuery } from "@tanstack/react-query";
import { compareDays, isPlainDate } from "../../../platform/time/plainDate.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { programmeMessages } from "../messages.ts";
import { closurePreviewQuery } from "./api.ts";
import { ClassList } from "./ClassList.tsx";
import { closureMessages } from "./messages.ts";

/** Days on which a unit holds no classes, both inclusive; what they take away is told before it is done. */
export function ClosureForm({ unitId, onDone }: { unitId: string; onDone: () => void }) {
  const t = useMessages(closureMessages);
  const p = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "closure.record",
    messages: { maybe: (code) => t.maybe(code) ?? p.maybe(code) },
    initial: { fromOn: "", toOn: "", reason: "" },
    check: ({ fromOn, toOn, reason }) => [
      ...(fromOn ? [] : [{ path: "fromOn", code: "field.required" }]),
      ...(toOn ? [] : [{ path: "toOn", code: "field.required" }]),
      ...(reason.trim() ? [] : [{ path: "reason", code: "field.required" }]),
      ...(fromOn && toOn && fromOn > toOn ? [{ path: "toOn", code: "closure.ends_before_start" }] : []),
    ],
    build: (values) => ({ ...values, reason: values.reason.trim(), closureId: uuidv7(), unitId }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("closure.recorded") });
      onDone();
    },
  });
  const { fromOn, toOn } = form.values;
  const areDays = isPlainDate(fromOn) && isPlainDate(toOn) && compareDays(fromOn, toOn) <= 0;
  return (
    <CommandForm
      form={form}
      submit={t("closure.record")}
      end={areDays && <Preview unitId={unitId} fromOn={fromOn} toOn={toOn} />}
    >
      <DateField
        label={t("closure.from")}
        required
        quick={[]}
        {...form.field("fromOn")}
        onChange={(day) => form.set({ fromOn: day, ...(toOn === "" ? { toOn: day } : {}) })}
      />
      <DateField label={t("closure.to")} required quick={[]} {...form.field("toOn")} />
      <TextField
        label={t("closure.reason")}
        hint={t("closure.reasonHint")}
        required
        maxLength={200}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}

function Preview({ unitId, fromOn, toOn }: { unitId: string; fromOn: string; toOn: string }) {
  const t = useMessages(closureMessages);
  const preview = useQuery(closurePreviewQuery(unitId, fromOn, toOn));
  return (
    <div role="status">
      <Loaded query={preview} lines={2}>
        {({ cancels, kept }) =>
          cancels.length + kept === 0 ? (
            <p className="soft">{t("preview.none")}</p>
          ) : (
            <Notice tone="due" title={t("preview.cancels", { count: cancels.length })}>
              <ClassList classes={cancels} />
              {kept > 0 && <p>{t("preview.kept", { count: kept })}</p>}
            </Notice>
          )
        }
      </Loaded>
    </div>
  );
}
