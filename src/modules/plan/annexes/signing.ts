import { sql } from "kysely";
import { may } from "../../../platform/access.ts";
import { lockRow, type WorkContext } from "../../../platform/command.ts";
import type { PdfRequest } from "../../../platform/documents/renderPdf.ts";
import type { Lang } from "../../../platform/messages.ts";
import { type PaperKind, signingOf } from "../../../platform/signatures/papers.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { followSignatures } from "../../casework/public.ts";
import { capacityOn, getPersonName } from "../../person/public.ts";
import { annexAccess } from "./access.ts";
import { type OfPlan, pathPaper, vocationalPaper } from "./document.ts";
import { type AnnexKind, nouns, readAnnex, requireAnnex } from "./store.ts";
import { snapshotOf, wordsOf } from "./versions.ts";

const refusals = {
  DRAFT: ["signature.not_agreed_yet"],
  IN_FORCE: [],
  CLOSED: ["signature.paper_closed"],
} as const;

/** The day of its first version, which is the agreement. */
async function agreedOn(context: WorkContext, annexId: string): Promise<PlainDate | null> {
  const { rows } = await sql<{ on: PlainDate | null }>`select min(made_on) as "on" from plan_annex_version
    where organisation_id = ${context.actor.organisationId} and annex_id = ${annexId}`.execute(context.tx);
  return rows[0]?.on ?? null;
}

type Shape = Pick<PaperKind, "path" | "write" | "read"> & {
  paperOf: (...asked: [WorkContext, OfPlan, Lang, boolean]) => Promise<PdfRequest>;
  fileName: string;
};

const kindOf = (kind: AnnexKind, { paperOf, fileName, ...shape }: Shape): PaperKind => ({
  noun: nouns[kind],
  ...shape,
  lock: (context, annexId) => lockRow(context, "plan_annex", annexId, "annex.not_found"),
  find: async (context, verb, annexId) => {
    const annex = await requireAnnex(context, verb, kind, annexId);
    const { personId, caseId, relation } = annex;
    const person = await getPersonName(context, personId);
    const { blocks } = await capacityOn(context, personId, context.today);
    return {
      personId,
      caseId,
      words: wordsOf(await snapshotOf(context, annex)),
      parties: [
        ...blocks.map(({ who }) => ({ signedAs: who, name: who === "PERSON" ? person : "" })),
        { signedAs: "WRITER", name: annex.ledByName },
      ],
      refusals: refusals[annex.state],
      agreedOn: await agreedOn(context, annexId),
      fileName: `${fileName}-${annex.begunOn}`,
      mayWrite: may(context.actor, shape.write, relation),
      pdf: () => paperOf(context, annex, "pl", false),
    };
  },
  signed: async (context, paper, now) => {
    const { ledBy } = await readAnnex(context, paper.id);
    await followSignatures(context, paper, now, ledBy);
  },
});

/** The vocational development plan. Source: docs/domain/forms.md F-26 */
export const vocationalSigning = signingOf(
  kindOf("VOCATIONAL", {
    path: "/vocational-plans",
    write: annexAccess["vocational-plan.sign"],
    read: annexAccess["vocational-plan.read"],
    paperOf: vocationalPaper,
    fileName: "IPRZ",
  }),
);

/** The interpersonal development path. Source: docs/domain/forms.md F-27 */
export const pathSigning = signingOf(
  kindOf("INTERPERSONAL", {
    path: "/interpersonal-paths",
    write: annexAccess["interpersonal-path.sign"],
    read: annexAccess["interpersonal-path.read-whole"],
    paperOf: pathPaper,
    fileName: "ISRI",
  }),
);
