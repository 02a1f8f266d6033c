import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { NeedsContent } from "./contract.ts";
import { figureWords, formulaWords, needsMessages, resultWords } from "./messages.ts";
import { workOut } from "./rules.ts";

/** Shares as a picture and a table, the figures behind them, and what follows. */
export function NeedsBody({ content }: { content: NeedsContent }) {
  const t = useMessages(needsMessages);
  const worked = workOut(content);
  const bars = worked.flatMap(({ share, part, base, value }) =>
    share.kind === "PERCENT" && value !== null && part?.value != null && base?.value != null
      ? [{ id: share.shareId, name: share.label, value: part.value, total: base.value }]
      : [],
  );
  return (
    <>
      {bars.length > 0 && (
        <Card>
          <BarFigure title={t("needs.shares")} bars={bars} />
        </Card>
      )}
      <Card title={t("needs.results")}>
        <DataTable
          label={t("needs.results")}
          rows={worked}
          rowId={({ share }) => share.shareId}
          empty={<p className="soft">{t("needs.noShares")}</p>}
          columns={[
            { id: "label", label: t("share.label"), main: true, cell: ({ share }) => share.label },
            { id: "formula", label: t("share.formula"), number: true, cell: (row) => formulaWords(t, row) },
            { id: "result", label: t("share.result"), number: true, cell: (row) => <b>{resultWords(t, row)}</b> },
          ]}
        />
        <p className="soft small">{t("paper.how")}</p>
      </Card>
      <Card title={t("needs.figures")}>
        <DataTable
          label={t("needs.figures")}
          rows={content.figures}
          rowId={(row) => row.figureId}
          empty={<p className="soft">{t("needs.nothing_to_send")}</p>}
          columns={[
            { id: "label", label: t("figure.label"), main: true, cell: (row) => row.label },
            { id: "value", label: t("figure.value"), number: true, cell: (row) => figureWords(t, row) },
            { id: "source", label: t("figure.source"), cell: (row) => row.source || "–" },
            {
              id: "asAt",
              label: t("figure.asAt"),
              cell: (row) => (row.asAt ? formatDay(row.asAt, t.lang) : "–"),
              sort: (row) => row.asAt,
            },
          ]}
        />
      </Card>
      <div className="columns">
        <Words title={t("needs.gap")} text={content.gap} />
        <Words title={t("needs.conclusion")} text={content.conclusion} />
      </div>
    </>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  const t = useMessages(needsMessages);
  return (
    <Card title={title}>
      {text === "" ? (
        <p className="soft">{t("needs.noGap")}</p>
      ) : (
        text
          .split(/\n\s*\n/)
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change here
          .map((paragraph, at) => <p key={at}>{paragraph}</p>)
      )}
    </Card>
  );
}
