import { useInfiniteQuery } from "@tanstack/react-query";
import { type Brought, HistoryTab as OwnHistory } from "../../modules/casework/HistoryTab.tsx";
import { partnershipAccess } from "../../modules/partnership/access.ts";
import { sharedHistoryQuery } from "../../modules/partnership/api.ts";
import { partnershipMessages } from "../../modules/partnership/messages.ts";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

/** The one history of a person: our own timeline and what partners share, each line with its origin. */
export function HistoryTab({ personId }: { personId: string }) {
  const t = useMessages(partnershipMessages);
  const reads = useHasRole(...Object.keys(partnershipAccess["share.read-history"]));
  const shared = useInfiniteQuery({ ...sharedHistoryQuery(personId), enabled: reads });
  const brought: Brought = {
    lines: (shared.data?.pages ?? [])
      .flatMap((page) => page.lines)
      .map(({ id, occurredAt, kind, section, origin }) => ({
        id,
        at: occurredAt,
        kind,
        section,
        title: t.maybe(`kind.${kind.split(".")[0]}`) ?? t("shared.line"),
        by: t("shared.origin", { origin }),
      })),
    more: shared.hasNextPage,
    failed: shared.isError,
    next: () => shared.fetchNextPage(),
  };
  return <OwnHistory personId={personId} brought={brought} />;
}
