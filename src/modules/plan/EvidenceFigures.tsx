import { useQuery } from "@tanstack/react-query";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { evidenceQuery } from "./api.ts";
import { planMessages } from "./messages.ts";

/** What other rooms know since the last review; it comes by itself. */
export function EvidenceFigures({ planId }: { planId: string }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const query = useQuery(evidenceQuery(planId));
  return (
    <Loaded query={query} lines={3}>
      {({ from, until, hidden, evidence }) => (
        <>
          <p className="soft small">
            {t("review.since", { from: formatDay(from, lang), until: formatDay(until, lang) })}
          </p>
          {hidden && <p className="soft">{t("review.hidden")}</p>}
          {!hidden && evidence.length === 0 && <p className="soft">{t("review.noEvidence")}</p>}
          <Definitions
            items={evidence.map(({ label, count, of }) => ({
              term: label[lang],
              value: of === null ? count : t("review.ofAll", { count, all: of }),
            }))}
          />
        </>
      )}
    </Loaded>
  );
}
