import type { ReactNode } from "react";
import { Icon } from "../../platform/ui/Icon.tsx";
import { ListLink } from "../../platform/ui/ListLink.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { outreachMessages } from "./messages.ts";
import "./outreach.css";

export type StreetLineProps = {
  /** Where the line leads; without it, it only tells. */
  to?: string;
  search?: Record<string, string>;
  title: ReactNode;
  /** Short facts under the title; what is not known is left out. */
  words: readonly (string | null)[];
  /** What was agreed, in the person's words. */
  step?: string | null;
  end?: ReactNode;
};

/** A person, a place or an alert as one large line for a thumb in a glove. */
export function StreetLine({ to, search, title, words, step, end }: StreetLineProps) {
  const t = useMessages(outreachMessages);
  const content = (
    <>
      <span className="street-words">
        <strong>{title}</strong>
        <span className="soft small">{words.filter(Boolean).join(" · ")}</span>
        {step && <span>{t("people.step", { step })}</span>}
      </span>
      {end && <span className="street-end soft small">{end}</span>}
      {to && <Icon name="right" />}
    </>
  );
  return (
    <li>
      {to ? (
        <ListLink to={to} className="street-line" {...(search ? { search } : {})}>
          {content}
        </ListLink>
      ) : (
        <div className="street-line">{content}</div>
      )}
    </li>
  );
}
