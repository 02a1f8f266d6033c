import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../../platform/ui/StoredFileField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { type CandidateSource, candidateSources } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import type { Sent } from "./ImportScreen.tsx";
import { importMessages } from "./messages.ts";

const accept = ".csv,.xlsx,.txt,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The file, and whose list it is. */
export function FileStep({ sent, onNext }: { sent: Sent | undefined; onNext: (sent: Sent) => void }) {
  const t = useMessages(importMessages);
  const of = useMessages(recruitmentMessages);
  const ui = useMessages(uiMessages);
  const [source, setSource] = useState<CandidateSource | "">(sent?.source ?? "PUP");
  const [sender, setSender] = useState(sent?.sender ?? "");
  const [receivedOn, setReceivedOn] = useState<string>(sent?.receivedOn ?? today());
  const [fileId, setFileId] = useState(sent?.fileId ?? "");
  const [tried, setTried] = useState(false);
  const missing = (value: string) => (tried && value.trim() === "" ? ui("field.required") : undefined);
  const future = receivedOn > today() ? t("candidate.applied_in_future") : undefined;
  const next = () => {
    setTried(true);
    if (source !== "" && sender.trim() && receivedOn && fileId && !future)
      onNext({ source, sender, receivedOn, fileId });
  };
  return (
    <Card title={t("step.file")}>
      <div className="form-column">
        <SelectField
          label={t("source")}
          required
          empty={false}
          options={candidateSources.map((value) => ({ value, label: of(`source.${value}`) }))}
          value={source}
          onChange={setSource}
        />
        <TextField
          label={t("sender")}
          hint={t("sender.hint")}
          required
          maxLength={200}
          value={sender}
          onChange={setSender}
          error={missing(sender)}
        />
        <DateField
          label={t("receivedOn")}
          required
          value={receivedOn}
          onChange={setReceivedOn}
          error={missing(receivedOn) ?? future}
        />
        <StoredFileField
          label={t("file")}
          required
          accept={accept}
          value={fileId}
          onChange={setFileId}
          error={missing(fileId)}
        />
        <p>
          <Button kind="main" icon="right" onClick={next}>
            {t("act.look")}
          </Button>
        </p>
      </div>
    </Card>
  );
}
