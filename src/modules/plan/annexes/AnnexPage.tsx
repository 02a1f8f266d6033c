import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ActButton, AnnexState } from "./AnnexParts.tsx";
import type { InterpersonalPathView, VocationalPlanView } from "./contract.ts";
import { annexMessages } from "./messages.ts";

type View = VocationalPlanView | InterpersonalPathView;
type Kind = "vocational" | "path";
const beginCommand = { vocational: "vocational-plan.begin", path: "interpersonal-path.begin" } as const;

type Props<V extends View> = {
  kind: Kind;
  planId: string;
  query: UseQueryResult<V>;
  /** The annex, once there is one. */
  children: (view: V, annex: NonNullable<V["annex"]>) => ReactNode;
  /** What is shown under the invitation to begin it. */
  before?: (view: V) => ReactNode;
};

/** The page of one annex of a programme: whose it is and where it stands, then the annex, or the invitation to begin it. */
export function AnnexPage<V extends View>({ kind, planId, query, children, before }: Props<V>) {
  const t = useMessages(annexMessages);
  const { data } = query;
  return (
    <Page
      title={data ? `${data.personName}: ${t(kind)}` : t(kind)}
      lead={data?.annex && <AnnexState state={data.annex.state} />}
      back={{ to: `/plans/${planId}`, label: t("backToPlan") }}
    >
      <Loaded query={query}>
        {(view) =>
          view.annex ? (
            children(view, view.annex)
          ) : (
            <>
              <NotBegun kind={kind} view={view} />
              {before?.(view)}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function NotBegun({ kind, view }: { kind: Kind; view: View }) {
  const t = useMessages(annexMessages);
  const [annexId] = useState(uuidv7);
  return (
    <EmptyState
      title={t("notBegun")}
      text={t(`notBegun.${kind}`)}
      action={
        view.mayBegin && (
          <ActButton
            type={beginCommand[kind]}
            kind="main"
            label={t(`begin.${kind}`)}
            payload={() => ({ annexId, planId: view.planId })}
          />
        )
      }
    />
  );
}
