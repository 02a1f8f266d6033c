import { useEffect, useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { organisationMessages } from "./messages.ts";

export type MadeLink = { url: string; hash: string };

/** A link whose token is made here and shown here; only its hash is sent. Undefined for the moment of hashing. */
export function useNewLink(
  path: "/invitation" | "/recovery" | "/shift-link" | "/kalendarz" | "/kalendarz/zajecia",
): MadeLink | undefined {
  const [made, setMade] = useState<MadeLink>();
  useEffect(() => {
    let away = false;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const token = btoa(String.fromCharCode(...bytes))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
    void crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)).then((digest) => {
      const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (!away) setMade({ url: `${window.location.origin}${path}#${token}`, hash });
    });
    return () => {
      away = true;
    };
  }, [path]);
  return made;
}

/** The link, shown once. */
export function OneTimeLink({ link, lasts }: { link: MadeLink; lasts: "link.week" | "link.day" }) {
  const t = useMessages(organisationMessages);
  return (
    <div className="stack">
      <Notice tone="due" title={t("link.once")}>
        {t(lasts)}
      </Notice>
      <TextField label={t("link.label")} value={link.url} onChange={() => undefined} />
      <div className="cluster">
        <Button
          kind="main"
          icon="link"
          onClick={() => void navigator.clipboard.writeText(link.url).then(() => toast({ text: t("link.copied") }))}
        >
          {t("link.copy")}
        </Button>
      </div>
    </div>
  );
}
