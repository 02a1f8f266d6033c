import { useContext, useEffect, useMemo, type ReactNode } from "react";
import { Button, type ButtonKind } from "./Button.tsx";
import { DialogForms } from "./dialogForms.ts";
import { FormActions } from "./FormLayout.tsx";
import type { IconName } from "./Icon.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { ErrorSummary, Notice, RefusalNotice } from "./Notices.tsx";
import { uiMessages } from "./uiMessages.ts";
import type { CommandForm as Form } from "./useCommandForm.ts";
import { formatClock } from "./format.ts";
import { useMessages } from "./useMessages.ts";

export type CommandFormProps<V extends object> = {
  form: Form<V>;
  /** Words on the main button: what will happen, e.g. "Zapisz kontakt". */
  submit: string;
  submitKind?: ButtonKind;
  submitIcon?: IconName;
  children: ReactNode;
  /** More buttons beside the main one (cancel, save and next). */
  actions?: ReactNode;
  /** Missing parts and the like, above the buttons. */
  end?: ReactNode;
  note?: ReactNode;
  /** On a conflict: read the record again, so that `base` is the current version. */
  onReload?: () => void;
};

/** The frame of every form: summary on top, fields, buttons; knows all answers of a command. */
export function CommandForm<V extends object>(props: CommandFormProps<V>) {
  const { form, submit, submitKind = "main", children, actions, end, note, onReload } = props;
  const t = useMessages(uiMessages);
  const { notice } = form;
  // one list per set of errors, so that the summary takes the focus once
  const key = JSON.stringify(form.errors);
  const errors = useMemo((): typeof form.errors => JSON.parse(key), [key]);
  const dialog = useContext(DialogForms);
  const isLost = form.isLostByLeaving;
  useEffect(() => {
    dialog?.add(isLost);
    return () => void dialog?.delete(isLost);
  }, [dialog, isLost]);
  const closed = form.state === "unknown" || form.state === "sending";
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <LeaveGuard isUnsaved={form.isUnsaved} isLostByLeaving={form.isLostByLeaving} />
      <ErrorSummary errors={errors} />
      {notice?.kind === "refused" && <RefusalNotice texts={notice.texts} source={notice.source} />}
      {notice?.kind === "conflict" && (
        <RefusalNotice
          texts={notice.texts}
          source={notice.source}
          actions={onReload && <Button onClick={onReload}>{t("problem.conflictReload")}</Button>}
        />
      )}
      {notice?.kind === "told" && (
        <div role="alert">
          <Notice tone="danger">{notice.text}</Notice>
        </div>
      )}
      <fieldset className="form-locked" disabled={closed}>
        {children}
      </fieldset>
      {end}
      {notice?.kind === "unknown" && (
        <div role="alert">
          <Notice
            tone="due"
            actions={
              <Button kind="main" onClick={() => void form.submit()}>
                {t("problem.sendAgain")}
              </Button>
            }
          >
            {notice.text}
          </Notice>
        </div>
      )}
      {form.draft.keptAt && form.state === "editing" && (
        <p className="cluster soft small" role="status">
          {t(form.draft.restored ? "draft.restored" : "draft.kept", { time: formatClock(form.draft.keptAt, t.lang) })}
          {form.draft.restored && (
            <Button kind="plain" onClick={() => form.reset()}>
              {t("draft.drop")}
            </Button>
          )}
        </p>
      )}
      <FormActions note={note}>
        {form.state !== "unknown" && (
          <Button
            type="submit"
            kind={submitKind}
            icon={props.submitIcon}
            busy={form.state === "sending" && t("saving")}
          >
            {submit}
          </Button>
        )}
        {actions}
      </FormActions>
    </form>
  );
}
