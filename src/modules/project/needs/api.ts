import { getJson } from "../../../platform/ui/api.ts";
import type { NeedsStatementLine, NeedsStatementView, RegisterCounts, SentView } from "./contract.ts";

type Signal = { signal: AbortSignal };
const key = "needs-statement";

export const needsStatementsQuery = {
  queryKey: [key, "list"],
  queryFn: ({ signal }: Signal) => getJson<{ statements: NeedsStatementLine[] }>("/api/needs-statements", { signal }),
};

export const needsStatementQuery = (id: string) => ({
  queryKey: [key, "one", id],
  queryFn: ({ signal }: Signal) => getJson<NeedsStatementView>(`/api/needs-statements/${id}`, { signal }),
});

export const sentStatementQuery = (sentId: string) => ({
  queryKey: [key, "sent", sentId],
  queryFn: ({ signal }: Signal) => getJson<SentView>(`/api/needs-statements/sent/${sentId}`, { signal }),
});

export const registerQuery = (asAt: string) => ({
  queryKey: [key, "register", asAt],
  queryFn: ({ signal }: Signal) =>
    getJson<RegisterCounts>(`/api/needs-statements/register?${new URLSearchParams({ asAt })}`, { signal }),
});

/** Where a statement is downloaded; `sent`: as it was sent. */
export const needsPrint = (of: { statementId: string; sentId?: string }, print: "normal" | "edit", lang: string) =>
  `/api/needs-statements/${of.statementId}/print?${new URLSearchParams({ print, lang, ...(of.sentId ? { sentId: of.sentId } : {}) })}`;
