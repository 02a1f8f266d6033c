import type pg from "pg";
import type { KeyRing } from "./keyRing.ts";

/** Keys and data do not belong together: in one Polish and one English sentence, for the operator. */
class KeysMissing extends Error {
  override readonly name = "KeysMissing";
  readonly pl: string;
  readonly en: string;

  constructor(organisations: readonly string[]) {
    const named = organisations.join(", ");
    super(`keys missing: ${named}`);
    this.pl = `W POWROT_KEYS brakuje kluczy organizacji: ${named}. Przywróć folder kluczy z kopii; świat pokazowy zrób od nowa: npm run -s powrot -- demo --refresh`;
    this.en = `POWROT_KEYS lacks the keys of: ${named}. Bring the folder of keys back from its copy; make a demo world anew: npm run -s powrot -- demo --refresh`;
  }
}

type Standing = { id: string; name: string; fingerprint: string | null; used: boolean };

/**
 * Every organisation has the key that its data were sealed with. A new organisation gets one and its fingerprint is
 * remembered, so that a folder of keys that lacks it is noticed and never filled with another one.
 * `owner` sees all organisations. @throws KeysMissing naming organisations by their short names
 */
export async function settleKeys(owner: pg.ClientBase | pg.Pool, keys: KeyRing, now: Date): Promise<void> {
  const { missing, unknown } = await compareKeys(owner, keys);
  if (missing.length > 0) throw new KeysMissing(missing);
  for (const { id } of unknown)
    await owner.query(
      "insert into organisation_key (organisation_id, fingerprint, made_at) values ($1, $2, $3) on conflict do nothing",
      [id, keys.fingerprintOf(id, true), now.toISOString()],
    );
}

/** Short names of organisations whose key is not in the folder, or another one; and organisations not remembered yet. */
export async function compareKeys(
  owner: pg.ClientBase | pg.Pool,
  keys: KeyRing,
): Promise<{ missing: string[]; unknown: Standing[] }> {
  const { rows } = await owner.query<Standing>(
    `select o.id, o.short_name as name, k.fingerprint, exists (select from command c where c.organisation_id = o.id) as used
     from organisation o left join organisation_key k on k.organisation_id = o.id order by o.short_name`,
  );
  const missing = rows.filter(({ id, fingerprint, used }) => {
    const found = keys.fingerprintOf(id, false);
    return fingerprint === null ? used && found === null : found !== fingerprint;
  });
  return { missing: missing.map(({ name }) => name), unknown: rows.filter(({ fingerprint }) => fingerprint === null) };
}
