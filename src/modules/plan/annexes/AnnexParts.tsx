import { ActButton as Act } from "../../../platform/ui/ActButton.tsx";
import { type ButtonKind, DownloadLink, LinkButton, OtherPrints } from "../../../platform/ui/Button.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useSession } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { annexAccess } from "./access.ts";
import { type AnnexPlace, annexAddress, annexStale } from "./api.ts";
import type { AnnexState as State } from "./codes.ts";
import { annexMessages } from "./messages.ts";
import "./annexes.css";

const TONES = { DRAFT: "neutral", IN_FORCE: "active", CLOSED: "neutral" } as const;

export function AnnexState({ state }: { state: State }) {
  const t = useMessages(annexMessages);
  return <Status tone={TONES[state]}>{t(`state.${state}`)}</Status>;
}

type ActProps = { type: string; payload: () => unknown; label: string; kind?: ButtonKind };

/** An act of an annex without questions. */
export function ActButton(act: ActProps) {
  const t = useMessages(annexMessages);
  return <Act {...act} messages={t} invalidates={annexStale} />;
}

/** What keeps a draft from being agreed, in sentences. */
export function Missing({ refusals }: { refusals: readonly string[] }) {
  const t = useMessages(annexMessages);
  if (refusals.length === 0) return null;
  return (
    <Notice tone="due" title={t("missing")}>
      <ul>
        {refusals.map((code) => (
          <li key={code}>{t.maybe(code) ?? code}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function Prints({ place, annexId }: { place: AnnexPlace; annexId: string }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  return (
    <>
      <DownloadLink href={annexAddress(place, annexId, lang, "normal")}>{t("act.print")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={annexAddress(place, annexId, lang, "large")}>{t("act.printLarge")}</DownloadLink>
        <DownloadLink href={annexAddress(place, annexId, lang, "now")}>{t("act.printNow")}</DownloadLink>
        <DownloadLink href={annexAddress(place, annexId, lang, "plain")}>{t("act.printPlain")}</DownloadLink>
        <DownloadLink href={annexAddress(place, annexId, lang, "edit")}>{t("act.printForEditing")}</DownloadLink>
      </OtherPrints>
    </>
  );
}

/** The ways from a programme to its annexes, for whom they are. */
export function AnnexLinks({ planId }: { planId: string }) {
  const t = useMessages(annexMessages);
  const { roles } = useSession();
  const reads = (verb: Readonly<Record<string, string>>) => roles.some((role) => Object.hasOwn(verb, role));
  return (
    <>
      {reads(annexAccess["vocational-plan.read"]) && (
        <LinkButton to={`/plans/${planId}/vocational`} icon="right">
          {t("vocational")}
        </LinkButton>
      )}
      {reads(annexAccess["interpersonal-path.read"]) && (
        <LinkButton to={`/plans/${planId}/path`} icon="right">
          {t("path")}
        </LinkButton>
      )}
    </>
  );
}
