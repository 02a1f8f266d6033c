import { useQuery } from "@tanstack/react-query";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { type Fact, factsBeside } from "../../platform/ui/factsBeside.ts";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { evidenceQuery } from "./api.ts";
import { planMessages } from "./messages.ts";

type Props = {
  planId: string;
  /** The spheres of the goals: facts of theirs stand beside them and not here. */
  spheres: readonly string[];
};

/** What other rooms know since the last review; it comes by itself. */
export function EvidenceFigures({ planId, spheres }: Props) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const query = useQuery(evidenceQuery(planId));
  return (
    <Loaded query={query} lines={3}>
      {({ from, until, hidden, evidence }) => {
        const { above } = factsBeside(evidence, spheres);
        return (
          <>
            <p className="soft small">
              {t("review.since", { from: formatDay(from, lang), until: formatDay(until, lang) })}
            </p>
            {hidden && <p className="soft">{t("review.hidden")}</p>}
            {!hidden && evidence.length === 0 && <p className="soft">{t("review.noEvidence")}</p>}
            <Facts facts={above} />
            {above.length < evidence.length && <p className="soft small">{t("review.beside")}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

/** The facts of one sphere, beside a goal that is about it; nothing where there are none. */
export function FactsOfSphere({ planId, sphere }: { planId: string; sphere: string }) {
  const { data } = useQuery(evidenceQuery(planId));
  const facts = factsBeside(data?.evidence ?? [], [sphere]).beside(sphere);
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  return (
    <Definitions
      items={facts.map(({ label, count, of }) => ({
        term: label[lang],
        value: of === null ? count : t("review.ofAll", { count, all: of }),
      }))}
    />
  );
}
