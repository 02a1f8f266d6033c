import { Button } from "../../platform/ui/Button.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseworkMessages } from "../casework/messages.ts";
import type { ShareableSection } from "../partnership/codes.ts";
import { attachmentsAtMost } from "./codes.ts";
import { letterMessages } from "./letterMessages.ts";

export type FileDraft = { attachmentId: string; fileId: string; section: ShareableSection; title: string };
type Props = {
  value: readonly FileDraft[];
  /** Those that the referral shares. */
  sections: readonly ShareableSection[];
  onChange: (value: readonly FileDraft[]) => void;
};

/** Files that go with a referral: each belongs to a section that is shared. A file's own name stays here: it often is a person's. */
export function AttachFiles({ value, sections, onChange }: Props) {
  const t = useMessages(letterMessages);
  const c = useMessages(caseworkMessages);
  const change = (file: FileDraft, more: Partial<FileDraft>) =>
    onChange(value.map((one) => (one === file ? { ...one, ...more } : one)));
  const add = (fileId: string) => {
    const title = t("refer.fileNo", { no: value.length + 1 });
    if (fileId) onChange([...value, { attachmentId: uuidv7(), fileId, section: sections[0] ?? "CORE", title }]);
  };
  return (
    <FormSection question={t("refer.files")}>
      <p className="soft">{t("refer.filesHint")}</p>
      {value.map((file) => (
        <div key={file.attachmentId} className="stack-tight">
          <TextField
            label={t("refer.fileTitle")}
            hint={t("refer.fileTitleHint")}
            maxLength={120}
            value={file.title}
            onChange={(title) => change(file, { title })}
          />
          <SelectField
            label={t("refer.fileSection")}
            empty={false}
            options={[...new Set([...sections, file.section])].map((section) => ({
              value: section,
              label: c.maybe(`section.${section}`) ?? section,
            }))}
            value={file.section}
            onChange={(section) => section && change(file, { section })}
          />
          <Button kind="plain" icon="cross" onClick={() => onChange(value.filter((one) => one !== file))}>
            {t("refer.dropFile", { title: file.title })}
          </Button>
        </div>
      ))}
      {value.length < attachmentsAtMost && (
        <StoredFileField key={value.length} label={t("refer.addFile")} value="" onChange={add} />
      )}
    </FormSection>
  );
}
