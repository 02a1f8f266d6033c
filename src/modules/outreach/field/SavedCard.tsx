import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { contactQuery } from "../api.ts";
import { outreachMessages } from "../messages.ts";
import { fieldMessages } from "./fieldMessages.ts";

export type Saved = {
  contactId: string;
  withTask: boolean;
  /** Why the name that was told could not be joined, in words. */
  nameFailed?: string;
};

/** What was saved, in words, with what to do next. */
export function SavedCard({ contactId, withTask, nameFailed, onNext }: Saved & { onNext: () => void }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const saved = useQuery(contactQuery(contactId));
  useEffect(() => void requestAnimationFrame(() => window.scrollTo({ top: 0 })), []); // with the frame that is drawn anyway
  return (
    <div className="stack" role="status">
      <Loaded query={saved}>
        {({ contact }) => (
          <>
            <Notice
              tone="confirmed"
              title={contact.kind === "FIRST" ? t("saved.first") : t("saved.repeat", { count: contact.contactNo })}
            >
              <p>{contact.personName ? t("saved.whom", { name: contact.personName }) : t("saved.anonymous")}</p>
              {withTask && <p>{t("saved.step")}</p>}
              {contact.missing.length > 0 && (
                <p className="soft">
                  {t("saved.missing", {
                    fields: contact.missing.map((field) => t.maybe(`missing.${field}`) ?? field).join(", "),
                  })}
                </p>
              )}
            </Notice>
            {contact.warnings.map((warning) => (
              <Notice key={warning} tone="due">
                {t(warning)}
              </Notice>
            ))}
          </>
        )}
      </Loaded>
      {nameFailed && (
        <Notice tone="due" title={f("name.failed")}>
          {nameFailed}
        </Notice>
      )}
      <div className="field-acts">
        <Button kind="main" icon="plus" onClick={onNext}>
          {t("act.recordNext")}
        </Button>
        <Button onClick={() => go("/tonight")}>{t("act.toTonight")}</Button>
        <Button onClick={() => go(`/contacts/${contactId}`)}>{t("act.readCard")}</Button>
        {saved.data?.contact.personId && (
          <LinkButton to="/assistance/plan" search={{ person: saved.data.contact.personId }} icon="calendar">
            {f("act.plan")}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
