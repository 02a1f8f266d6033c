import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { noteQuery, notesQuery } from "./api.ts";
import type { NoteLine } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";

/** One's own notes, and those of whom one stands in for: a text is fetched when it is asked for. */
export function NotesCard({ caseId }: { caseId: string }) {
  const t = useMessages(assessmentMessages);
  const notes = useQuery(notesQuery(caseId));
  const form = useCommandForm({
    type: "assessment.write-note",
    initial: { text: "" },
    build: ({ text }) => ({ noteId: uuidv7(), caseId, text }),
    check: ({ text }) => (text.trim() ? [] : [{ path: "text", code: "field.required" }]),
    messages: t,
    invalidates: [["assessments", caseId, "notes"]],
    onDone: () => {
      toast({ text: t("saved") });
      form.reset();
    },
  });
  return (
    <Card
      title={t("notes")}
      actions={
        <LinkButton to="/note-substitutes" kind="plain">
          {t("notes.substitutes")}
        </LinkButton>
      }
    >
      <p className="soft">{t("notes.hint")}</p>
      <Loaded query={notes}>
        {({ notes: lines }) =>
          lines.length === 0 ? (
            <p className="soft">{t("notes.none")}</p>
          ) : (
            <ul className="stack-tight" role="list">
              {lines.map((line) => (
                <Note key={line.id} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="assessments-small-form">
        <CommandForm form={form} submit={t("notes.save")} submitKind="quiet">
          <TextArea label={t("notes.text")} maxLength={20_000} {...form.field("text")} />
        </CommandForm>
      </div>
    </Card>
  );
}

function Note({ line }: { line: NoteLine }) {
  const t = useMessages(assessmentMessages);
  const [shown, setShown] = useState(false);
  return (
    <li className="stack-tight">
      <p className="cluster">
        <InstantText at={line.writtenAt} />
        {line.author && <span className="soft">{t("notes.of", { author: line.author })}</span>}
        {!shown && (
          <Button kind="plain" onClick={() => setShown(true)}>
            {t("notes.show")}
          </Button>
        )}
      </p>
      {shown && <NoteText id={line.id} />}
    </li>
  );
}

function NoteText({ id }: { id: string }) {
  const query = useQuery(noteQuery(id));
  return <Loaded query={query}>{({ text }) => <p className="assessments-words">{text}</p>}</Loaded>;
}
