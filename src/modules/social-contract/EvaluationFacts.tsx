import { useQuery } from "@tanstack/react-query";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { type Fact, factsBeside } from "../../platform/ui/factsBeside.ts";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { contractEvidenceQuery } from "./api.ts";
import { contractMessages } from "./messages.ts";

type Props = {
  contractId: string;
  /** The spheres of the duties: facts of theirs stand beside them and not here. */
  spheres: readonly (string | null)[];
};

/** What other rooms know since the last evaluation; it comes by itself and decides nothing. */
export function EvaluationFacts({ contractId, spheres }: Props) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const query = useQuery(contractEvidenceQuery(contractId));
  return (
    <Loaded query={query} lines={3}>
      {({ from, until, hidden, evidence }) => {
        const { above } = factsBeside(evidence, spheres);
        return (
          <>
            <p className="soft small">
              {t("facts.since", { from: formatDay(from, lang), until: formatDay(until, lang) })}
            </p>
            {hidden && <p className="soft">{t("facts.hidden")}</p>}
            {!hidden && evidence.length === 0 && <p className="soft">{t("facts.none")}</p>}
            <Facts facts={above} />
            {above.length < evidence.length && <p className="soft small">{t("facts.beside")}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

/** The facts of one sphere, beside a duty that is about it; nothing where there are none. */
export function FactsOfDuty({ contractId, sphere }: { contractId: string; sphere: string | null }) {
  const { data } = useQuery(contractEvidenceQuery(contractId));
  const facts = factsBeside(data?.evidence ?? [], [sphere]).beside(sphere);
  return facts.length > 0 ? <Facts facts={facts} /> : null;
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  return (
    <Definitions
      items={facts.map(({ label, count, of }) => ({
        term: label[lang],
        value: of === null ? count : t("facts.ofAll", { count, all: of }),
      }))}
    />
  );
}
