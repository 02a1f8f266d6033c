import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type OpinionKind, opinionKinds } from "./codes.ts";
import type { Workshop, WorkshopPerson } from "./contract.ts";
import { workshopMessages } from "./messages.ts";
import "./workshop.css";

/** What the instructor says of this month, for a bonus and for an extension. */
export function OpinionsPart({ workshop }: { workshop: Workshop }) {
  const t = useMessages(workshopMessages);
  const [writing, setWriting] = useState<WorkshopPerson>();
  return (
    <>
      <ul role="list" className="workshop-people">
        {workshop.people.map((person) => (
          <li key={person.personId} className="workshop-person stack-tight">
            <h2>{person.name}</h2>
            {person.opinions.length === 0 && <p className="soft">{t("opinion.none")}</p>}
            {person.opinions.map(({ kind, words, by, on }) => (
              <div key={kind}>
                <b>{t(`opinion.${kind}`)}</b>
                <p>{words}</p>
                <p className="soft small">{t("opinion.by", { by, day: formatDay(on, t.lang) })}</p>
              </div>
            ))}
            {workshop.mayMark && (
              <div>
                <Button label={t("opinion.writeOf", { name: person.name })} onClick={() => setWriting(person)}>
                  {t("opinion.write")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={writing !== undefined}
        title={writing ? t("opinion.writeOf", { name: writing.name }) : ""}
        onClose={() => setWriting(undefined)}
      >
        {writing && (
          <OpinionForm workshop={workshop} personId={writing.personId} onDone={() => setWriting(undefined)} />
        )}
      </Dialog>
    </>
  );
}

type FormProps = { workshop: Workshop; personId: string; onDone: () => void };

function OpinionForm({ workshop: { groupId, month }, personId, onDone }: FormProps) {
  const t = useMessages(workshopMessages);
  const [opinionId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "workshop.write-opinion",
    initial: { kind: "BONUS" as OpinionKind | "", words: "" },
    messages: t,
    check: ({ kind, words }) => [
      ...(kind ? [] : [{ path: "kind", code: "field.required" }]),
      ...(words.trim() ? [] : [{ path: "words", code: "field.required" }]),
    ],
    build: ({ kind, words }) => ({ opinionId, groupId, personId, kind, month, words: words.trim() }),
    invalidates: [["workshop"]],
    onDone: () => {
      toast({ text: t("opinion.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("opinion.write")}>
      <ChoiceField
        label={t("opinion.kind")}
        options={opinionKinds.map((value) => ({ value, label: t(`opinion.${value}`) }))}
        {...form.field("kind")}
      />
      <TextArea
        label={t("opinion.words")}
        hint={t("opinion.wordsHint")}
        required
        maxLength={4000}
        {...form.field("words")}
      />
    </CommandForm>
  );
}
