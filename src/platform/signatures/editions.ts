import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { CommandContext, WorkContext } from "../command.ts";
import { instantOf } from "../db.ts";
import { sealJson, unsealJson } from "../keys/sealedJson.ts";
import { onConstraint } from "../problem.ts";
import type { PlainDate } from "../time/plainDate.ts";
import { uuidv7 } from "../uuid.ts";
import type { SignatureMethod } from "./methods.ts";
import type { Subject } from "./proofs.ts";

onConstraint("paper_signature_key", "conflict", "record.id_taken");
onConstraint("paper_signed_once_each", "refused", "signature.already_given");
onConstraint("paper_edition_numbered", "conflict", "record.changed");

const purpose = "paper.edition";
const hashOf = (words: string) => createHash("sha256").update(words).digest("hex");

export type GivenSignature = { id: string; party: string; name: string; signedOn: PlainDate; method: SignatureMethod };
type Stored = Omit<GivenSignature, "name"> & { name: string };

/** Words that somebody signed, with everybody who signed them. */
export type Edition = {
  id: string;
  no: number;
  sha256: string;
  frozenAt: string;
  isEnded: boolean;
  /** Whether the kept words are still those of the hash; asked of the open one alone. */
  isWhole: boolean;
  /** The blocks that the paper had when somebody signed it first; empty of those frozen before they were kept. */
  parties: readonly string[];
  signatures: readonly (GivenSignature & { hasFile: boolean })[];
};

type Row = Omit<Edition, "isWhole" | "signatures"> & {
  content: Buffer | null;
  signatures: (Stored & { hasFile: boolean })[] | null;
};

/** Everything that was signed of a paper, oldest first; at most the newest 100 editions. */
export async function readEditions(context: WorkContext, { type, id }: Subject): Promise<Edition[]> {
  const { rows } =
    await sql<Row>`select e.id, e.no, encode(e.sha256, 'hex') as sha256, e.frozen_at, e.parties, x.edition_id is not null as is_ended,
      case when x.edition_id is null then e.content end as content,
      (select jsonb_agg(jsonb_build_object('id', s.id, 'party', s.party, 'name', encode(s.name, 'base64'), 'signedOn', s.signed_on, 'method', s.method,
          'hasFile', exists (select from signature_proof p where p.organisation_id = s.organisation_id and p.id = s.id and p.file_id is not null)) order by s.recorded_at, s.id)
        from paper_signature s where s.organisation_id = e.organisation_id and s.edition_id = e.id) as signatures
    from paper_edition e left join paper_edition_end x on x.organisation_id = e.organisation_id and x.edition_id = e.id
    where e.organisation_id = ${context.actor.organisationId} and e.subject_type = ${type} and e.subject_id = ${id}
    order by e.no desc limit 100`.execute(context.tx);
  return rows.toReversed().map(({ content, signatures, frozenAt, ...row }) => ({
    ...row,
    frozenAt: instantOf(frozenAt),
    isWhole: content === null || hashOf(String(unsealJson(context, purpose, row.id, content))) === row.sha256,
    signatures: (signatures ?? []).map((one) => ({
      ...one,
      name: String(unsealJson(context, purpose, `${one.id}/name`, Buffer.from(one.name, "base64"))),
    })),
  }));
}

/** The edition that parties sign now, if somebody has signed it. */
export const openEdition = (editions: readonly Edition[]): Edition | undefined =>
  editions.findLast(({ isEnded }) => !isEnded);

/** Whether what stands under the signatures is `words` and nothing else. Source: docs/domain/rules.md R-DOC-02 */
export const holdsWords = (edition: Edition, words: string): boolean =>
  edition.isWhole && edition.sha256 === hashOf(words);

/** Freezes `words`, and who signs them, as the next edition; the paper is locked. Answers its id. */
export async function freezeWords(
  context: CommandContext,
  subject: Subject,
  { words, parties }: { words: string; parties: readonly { signedAs: string }[] },
  editions: readonly Edition[],
): Promise<string> {
  const id = uuidv7();
  await context.tx
    .insertInto("paperEdition")
    .values({
      organisationId: context.actor.organisationId,
      id,
      subjectType: subject.type,
      subjectId: subject.id,
      no: (editions.at(-1)?.no ?? 0) + 1,
      sha256: Buffer.from(hashOf(words), "hex"),
      content: sealJson(context, purpose, id, words),
      parties: parties.map(({ signedAs }) => signedAs),
      frozenBy: context.actor.accountId,
    })
    .execute();
  return id;
}

export async function addSignature(
  context: CommandContext,
  editionId: string,
  { id, party, name, signedOn, method }: GivenSignature,
): Promise<void> {
  await context.tx
    .insertInto("paperSignature")
    .values({
      organisationId: context.actor.organisationId,
      id,
      editionId,
      party,
      name: sealJson(context, purpose, `${id}/name`, name),
      signedOn,
      method,
      recordedBy: context.actor.accountId,
    })
    .execute();
}

/**
 * A room has changed its paper: an edition of other words ends, and its signatures count for nothing else any more.
 * `words`: as they read now. Answers whether one ended.
 */
export async function endOtherEditions(context: CommandContext, subject: Subject, words: string): Promise<boolean> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql`insert into paper_edition_end (organisation_id, edition_id, ended_by)
    select e.organisation_id, e.id, ${accountId} from paper_edition e
    where e.organisation_id = ${organisationId} and e.subject_type = ${subject.type} and e.subject_id = ${subject.id}
      and e.sha256 <> ${Buffer.from(hashOf(words), "hex")}
      and not exists (select from paper_edition_end x where x.organisation_id = e.organisation_id and x.edition_id = e.id)
    returning edition_id`.execute(context.tx);
  return rows.length > 0;
}

/** Who signs the words that hold, and who has, with the day: `parties` empty of editions frozen before they were kept. */
export type SigningNow = { parties: readonly string[]; signed: ReadonlyMap<string, PlainDate> };

/** Of papers of one kind, who signs the words that hold and who has signed them; papers that nobody has signed are missing. */
export async function signingNow(
  context: WorkContext,
  subjectType: string,
  ids: readonly string[],
): Promise<Map<string, SigningNow>> {
  const { rows } = await sql<{
    id: string;
    parties: string[];
    signed: Record<string, PlainDate> | null;
  }>`select e.subject_id as id, e.parties,
      (select json_object_agg(s.party, s.signed_on) from paper_signature s where s.organisation_id = e.organisation_id and s.edition_id = e.id) as signed
    from paper_edition e
    where e.organisation_id = ${context.actor.organisationId} and e.subject_type = ${subjectType} and e.subject_id = any (${[...ids]}::uuid[])
      and not exists (select from paper_edition_end x where x.organisation_id = e.organisation_id and x.edition_id = e.id)`.execute(
    context.tx,
  );
  return new Map(
    rows.map(({ id, parties, signed }) => [id, { parties, signed: new Map(Object.entries(signed ?? {})) }]),
  );
}

/**
 * For a statement about papers: whether somebody has signed the words of the one with this id that hold, and not everybody.
 * Of those that were frozen before their parties were kept the statement does not know who is left.
 */
export const isBeingSigned = (subjectType: string, id: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from paper_edition e where e.organisation_id = current_setting('powrot.organisation_id')::uuid
    and e.subject_type = ${subjectType} and e.subject_id = ${id}
    and not exists (select from paper_edition_end x where x.organisation_id = e.organisation_id and x.edition_id = e.id)
    and (e.parties = '{}' or exists (select unnest(e.parties) except select s.party from paper_signature s
      where s.organisation_id = e.organisation_id and s.edition_id = e.id)))`;
