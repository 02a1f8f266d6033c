import { type ReactNode, useState } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { organisationMessages } from "./messages.ts";

/** The token of the link, out of the part of the address that is never sent; gone from the address at once. */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const given = window.location.hash.slice(1);
    if (given) window.history.replaceState(null, "", window.location.pathname);
    return given;
  });
  return token;
}

/** The frame of the pages behind one-time links. */
export function LinkPage(props: { title: string; lead?: string; done: string | undefined; children: ReactNode }) {
  const t = useMessages(organisationMessages);
  return (
    <main id="content">
      <Page title={props.title} lead={props.lead} narrow>
        {props.done === undefined ? (
          props.children
        ) : (
          <Notice
            tone="confirmed"
            actions={
              <LinkButton to="/" kind="main">
                {t("goSignIn")}
              </LinkButton>
            }
          >
            {props.done}
          </Notice>
        )}
      </Page>
    </main>
  );
}
