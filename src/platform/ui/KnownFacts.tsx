import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { Definitions } from "./Definitions.tsx";
import { type Fact, factsBeside } from "./factsBeside.ts";
import { factsMessages } from "./factsMessages.ts";
import { formatDay } from "./format.ts";
import { useLanguage } from "./language.ts";
import { useMessages } from "./useMessages.ts";
import { Loaded } from "./Waiting.tsx";

/** What other rooms know of a time: `from` and `until` are days, both inclusive; `hidden`: protected, so that nothing is told. */
type Known = { from: string; until: string; hidden: boolean; evidence: Fact[] };
type Asked = { query: Pick<UseQueryOptions<Known>, "queryKey" | "queryFn"> };

/** What other rooms know since the last talk about it; it comes by itself and decides nothing. */
export function KnownFacts(
  props: Asked & {
    /** The spheres of the promises: facts of theirs stand beside them and not here. */
    spheres: readonly (string | null)[];
    /** Says where those facts stand. */
    beside: string;
  },
) {
  const t = useMessages(factsMessages);
  const lang = useLanguage();
  const query = useQuery(props.query);
  return (
    <Loaded query={query} lines={3}>
      {({ from, until, hidden, evidence }) => {
        const { above } = factsBeside(evidence, props.spheres);
        return (
          <>
            <p className="soft small">{t("since", { from: formatDay(from, lang), until: formatDay(until, lang) })}</p>
            {hidden && <p className="soft">{t("hidden")}</p>}
            {!hidden && evidence.length === 0 && <p className="soft">{t("none")}</p>}
            <Figures facts={above} />
            {above.length < evidence.length && <p className="soft small">{props.beside}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

/** The facts of one sphere, beside a promise that is about it; nothing where there are none. */
export function FactsOfSphere({ query, sphere }: Asked & { sphere: string | null }) {
  const { data } = useQuery(query);
  const facts = factsBeside(data?.evidence ?? [], [sphere]).beside(sphere);
  return facts.length > 0 ? <Figures facts={facts} /> : null;
}

function Figures({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages(factsMessages);
  const lang = useLanguage();
  return (
    <Definitions
      items={facts.map(({ label, count, of }) => ({
        term: label[lang],
        value: of === null ? count : t("ofAll", { count, all: of }),
      }))}
    />
  );
}
