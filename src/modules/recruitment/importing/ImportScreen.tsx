import { useState } from "react";
import { postQuery } from "../../../platform/ui/api.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { problemSentence } from "../../../platform/ui/problemText.ts";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { ProgressNotice } from "../../../platform/ui/Waiting.tsx";
import type { CandidateSource, ProvenFact } from "../codes.ts";
import { ColumnsStep } from "./ColumnsStep.tsx";
import type { LearnedWords, ListLook, ListPreview, Mapping } from "./contract.ts";
import { FileStep } from "./FileStep.tsx";
import { importMessages } from "./messages.ts";
import { RowsStep } from "./RowsStep.tsx";

/** From whom the list came, and the file as it was stored. */
export type Sent = { fileId: string; source: CandidateSource; sender: string; receivedOn: string };
/** How the file is read. */
export type ReadingWish = { sheet: number; headerRow: number; mapping: Mapping; words: LearnedWords };

/**
 * The way of a list: file -> columns -> rows -> taken in. Nothing is kept before the last step but the file itself, which only
 * whoever brought it opens, and which ends when the list is taken in.
 */
export function ImportScreen() {
  const t = useMessages(importMessages);
  const ui = useMessages(uiMessages);
  const recruitmentId = useParam("recruitmentId");
  const [sent, setSent] = useState<Sent>();
  const [look, setLook] = useState<ListLook>();
  const [wish, setWish] = useState<ReadingWish>();
  const [confirmed, setConfirmed] = useState<readonly ProvenFact[]>([]);
  const [preview, setPreview] = useState<ListPreview>();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function ask<T>(work: () => Promise<T>, done: (answer: T) => void): Promise<void> {
    setReading(true);
    setProblem(undefined);
    try {
      done(await work());
    } catch (error) {
      setProblem(problemSentence(error, t, ui));
    } finally {
      setReading(false);
    }
  }
  const lists = `/api/recruitments/${recruitmentId}/candidate-lists`;
  const lookAt = (from: Sent, sheet: number, headerRow: number | null) =>
    ask(
      () =>
        postQuery<ListLook>(`${lists}/look`, {
          recruitmentId,
          fileId: from.fileId,
          sheet,
          headerRow,
          sender: from.sender,
        }),
      (answer) => {
        setSent(from);
        setLook(answer);
        setPreview(undefined);
        setWish({ sheet: answer.sheet, headerRow: answer.headerRow, mapping: answer.mapping, words: answer.words });
      },
    );
  const previewOf = (reading: ReadingWish) =>
    ask(
      () =>
        postQuery<ListPreview>(`${lists}/preview`, {
          recruitmentId,
          fileId: sent?.fileId,
          receivedOn: sent?.receivedOn,
          ...reading,
        }),
      (answer) => {
        setWish(reading);
        setPreview(answer);
      },
    );
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/recruitment/${recruitmentId}/candidates`, label: t("back") }}
    >
      {problem && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      {isReading && <ProgressNotice text={t("working")} />}
      {!look && <FileStep sent={sent} onNext={(from) => void lookAt(from, 0, null)} />}
      {sent && look && wish && !preview && (
        <ColumnsStep
          key={`${look.sheet} ${look.headerRow}`}
          look={look}
          source={sent.source}
          wish={wish}
          confirmed={confirmed}
          onLook={(sheet, headerRow) => void lookAt(sent, sheet, headerRow)}
          onConfirmed={setConfirmed}
          onNext={(reading) => void previewOf(reading)}
        />
      )}
      {sent && wish && preview && (
        <RowsStep
          key={preview.seen}
          recruitmentId={recruitmentId}
          sent={sent}
          wish={wish}
          confirmed={confirmed}
          preview={preview}
          statements={new Map(look?.statements.map(({ ruleId, statement }) => [ruleId, statement]))}
          onBack={() => setPreview(undefined)}
          onAgain={(reading) => void previewOf(reading)}
        />
      )}
    </Page>
  );
}
