import { type RawBuilder, sql } from "kysely";

/**
 * SQL: what a list calls the person of the row `alias`: first name and initial, else the alias, else the number. Whoever asks
 * has checked that the reader may see names.
 */
export function shortName(alias: "p" | "h"): RawBuilder<string> {
  const [first, last, called, no] = ["first_name", "last_name", "alias", "person_no"].map((name) =>
    sql.ref(`${alias}.${name}`),
  );
  return sql`coalesce(${first} || coalesce(' ' || left(${last}, 1) || '.', ''), ${called}, '#' || ${no})`;
}
