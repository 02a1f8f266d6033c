import { uuidv7 } from "../../../platform/uuid.ts";
import type { FigureKind, Precision, ShareKind } from "./codes.ts";
import type { NeedsContent } from "./contract.ts";
import type { NeedsWords } from "./messages.ts";

export type FigureRow = {
  figureId: string;
  label: string;
  kind: FigureKind;
  value: number | undefined;
  precision: Precision;
  source: string;
  asAt: string;
};
export type ShareRow = { shareId: string; label: string; kind: ShareKind; partId: string; baseId: string };

export const emptyFigure = (): FigureRow => ({
  figureId: uuidv7(),
  label: "",
  kind: "PERSONS",
  value: undefined,
  precision: "EXACT",
  source: "",
  asAt: "",
});
export const emptyShare = (): ShareRow => ({ shareId: uuidv7(), label: "", kind: "PERCENT", partId: "", baseId: "" });

export const figureRows = (figures: NeedsContent["figures"]): readonly FigureRow[] =>
  figures.map((figure) => ({ ...figure, value: figure.value ?? undefined, asAt: figure.asAt ?? "" }));

/**
 * The questions of RP-12, without answers: a rate, six counts of the labour market and of the centre, problems that come together
 * among clients, and the shares made of them. Source: docs/domain/reporting.md §10
 */
export function startingRows(t: NeedsWords): { figures: readonly FigureRow[]; shares: readonly ShareRow[] } {
  const made = new Map<string, FigureRow>();
  const codes = ["inhabitants", "unemployed", "long", "education", "age", "clients", "hit"] as const;
  const problems = ["disability", "addiction", "violence", "homeless", "crime"] as const;
  for (const code of [...codes, ...problems]) made.set(code, { ...emptyFigure(), label: t(`template.${code}`) });
  const idOf = (code: string) => made.get(code)?.figureId ?? "";
  const share = (label: string, part: string, base: string, kind: ShareKind = "PERCENT"): ShareRow => ({
    ...emptyShare(),
    label,
    kind,
    partId: idOf(part),
    baseId: idOf(base),
  });
  const rate: FigureRow = { ...emptyFigure(), label: t("template.rate"), kind: "PERCENT" };
  return {
    figures: [rate, ...made.values()],
    shares: [
      share(t("template.everyNth"), "unemployed", "inhabitants", "ONE_IN"),
      share(t("template.long"), "long", "unemployed"),
      share(t("template.education"), "education", "unemployed"),
      share(t("template.age"), "age", "unemployed"),
      share(t("template.hit"), "hit", "clients"),
      ...problems.map((code) => share(t(`template.${code}`), code, "hit")),
    ],
  };
}
