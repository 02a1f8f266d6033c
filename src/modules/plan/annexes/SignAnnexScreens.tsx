import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { SignPaper } from "../../../platform/signatures/SignPaper.tsx";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { Prints } from "./AnnexParts.tsx";
import { type AnnexPlace, annexStale, pathQuery, vocationalQuery } from "./api.ts";
import type { InterpersonalPathView, VocationalPlanView } from "./contract.ts";
import { annexMessages } from "./messages.ts";

const nouns = { vocational: "vocational-plan", path: "interpersonal-path" } as const;

type Named = { personName: string; annexId: string | null };
const named = ({ personName, annex }: VocationalPlanView | InterpersonalPathView): Named => ({
  personName,
  annexId: annex?.id ?? null,
});

type Props = {
  place: AnnexPlace;
  planId: string;
  query: UseQueryResult<Named>;
};

/** Who has signed one annex of a programme and who is awaited. */
function SignAnnex({ place, planId, query }: Props) {
  const t = useMessages(annexMessages);
  const { data } = query;
  return (
    <Page
      title={data ? `${data.personName}: ${t("sign.title")}` : t("sign.title")}
      lead={t(place)}
      back={{ to: `/plans/${planId}/${place}`, label: t(place) }}
    >
      <Loaded query={query}>
        {({ annexId }) =>
          !annexId ? (
            <EmptyState
              title={t("notBegun")}
              text={t(`notBegun.${place}`)}
              action={<LinkButton to={`/plans/${planId}/${place}`}>{t(place)}</LinkButton>}
            />
          ) : (
            <SignPaper
              noun={nouns[place]}
              path={`/${nouns[place]}s`}
              paperId={annexId}
              messages={t}
              stale={annexStale}
              prints={
                <div className="cluster">
                  <Prints place={place} annexId={annexId} />
                </div>
              }
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function SignVocationalScreen() {
  const planId = useParam("planId");
  return (
    <SignAnnex place="vocational" planId={planId} query={useQuery({ ...vocationalQuery(planId), select: named })} />
  );
}

function SignPathScreen() {
  const planId = useParam("planId");
  return <SignAnnex place="path" planId={planId} query={useQuery({ ...pathQuery(planId), select: named })} />;
}

export const signScreens = { vocational: SignVocationalScreen, path: SignPathScreen } as const;
