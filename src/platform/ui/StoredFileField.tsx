import { useState } from "react";
import { storeFile } from "./api.ts";
import type { FieldProps } from "./Field.tsx";
import { FileField } from "./FileField.tsx";
import { problemSentence } from "./problemText.ts";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import { SkeletonLines } from "./Waiting.tsx";

/** A document or picture that is stored as soon as it is chosen; the value is its id, "" without one. */
export function StoredFileField({
  accept = "application/pdf,image/jpeg,image/png,image/webp",
  ...props
}: FieldProps<string> & { accept?: string }) {
  const ui = useMessages(uiMessages);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  async function store(chosen: readonly File[]): Promise<void> {
    setFiles(chosen);
    setProblem(undefined);
    props.onChange("");
    const [file] = chosen;
    if (!file) return;
    setSending(true);
    try {
      props.onChange(await storeFile(file));
    } catch (error) {
      setFiles([]);
      setProblem(problemSentence(error, undefined, ui));
    } finally {
      setSending(false);
    }
  }
  return (
    <>
      <FileField
        {...props}
        value={files}
        accept={accept}
        error={problem ?? props.error}
        disabled={isSending}
        onChange={(chosen) => void store(chosen)}
      />
      {isSending && <SkeletonLines lines={1} />}
    </>
  );
}
