import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { phoneMessages } from "./phoneMessages.ts";

/** Four words in one line, hidden unless asked to be shown; no password keeper of the browser is offered them. */
export function WordsForm(props: {
  label: string;
  submit: string;
  busy?: string | false;
  error?: string | undefined;
  onSubmit: (phrase: string) => void;
}) {
  const t = useMessages(phoneMessages);
  const ui = useMessages(uiMessages);
  const [phrase, setPhrase] = useState("");
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (phrase.trim()) props.onSubmit(phrase);
      }}
    >
      <TextField
        label={props.label}
        hint={t("door.wordsHint")}
        type={shown ? "text" : "password"}
        autoComplete="off"
        autoFocus
        value={phrase}
        onChange={setPhrase}
        error={asked && !phrase.trim() ? ui("field.required") : props.error}
      />
      <CheckField label={t("door.show")} value={shown} onChange={setShown} />
      <Button type="submit" kind="main" wide busy={props.busy ?? false}>
        {props.submit}
      </Button>
    </form>
  );
}
