import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { Role } from "../../platform/access.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { digest } from "./door.ts";
import { hashPassword } from "./session.ts";

/** Who must have a second factor unless the organisation decides otherwise. Source: docs/threat-model.md C55 */
export const rolesWithSecondFactor = [
  "ORGANISATION_ADMIN",
  "SYSTEM_OPERATOR",
  "DPO",
  "SOCIAL_WORK_MANAGER",
  "CIS_MANAGER",
] as const satisfies readonly Role[];

const setupLinkHours = 24;

/**
 * The token of a one-time link `/setup#<token>` that makes the first organisation and its administrator; good for 24 hours.
 * `client` is a connection of the owner, a superuser or the app. Null once there is any organisation.
 */
export async function createSetupLink(client: pg.ClientBase, now: Date): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const until = new Date(now.getTime() + setupLinkHours * 3_600_000).toISOString();
  const { rows } = await client.query<{ made: boolean }>("select setup_link_make($1, $2) as made", [
    digest(token),
    until,
  ]);
  return rows[0]?.made ? token : null;
}

/** What an operator makes before anybody can sign in: organisations, their units and first accounts. */
export type NewOrganisation = {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  address?: string;
  nip?: string;
  secondFactorRoles?: readonly Role[];
};
export type NewUnit = { organisationId: string; id: string; name: string; kind: string };
export type NewAccount = {
  id: string;
  organisationId: string;
  login: string;
  /** In clear; or its hash, where many accounts share one. */
  password: string | { hash: string };
  displayName: string;
  jobTitle?: string;
  roles: readonly Role[];
  unitIds?: readonly string[];
  validFrom: PlainDate;
  /** Sealed for `accounts` | `totp` | account id; null: no second factor yet. */
  totpSealed?: Uint8Array | null;
  personId?: string;
};

/** `client` is a connection of the owner or a superuser with `powrot.now` set. */
export async function makeOrganisation(client: pg.ClientBase, made: NewOrganisation): Promise<void> {
  await client.query(
    `insert into organisation (id, name, short_name, kind, address, nip, second_factor_roles) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      made.id,
      made.name,
      made.shortName,
      made.kind,
      made.address ?? null,
      made.nip ?? null,
      made.secondFactorRoles ?? [],
    ],
  );
  await client.query("insert into person_number (organisation_id, last_no) values ($1, 0)", [made.id]);
}

export async function makeUnit(client: pg.ClientBase, made: NewUnit): Promise<void> {
  await client.query("insert into unit (organisation_id, id, name, kind) values ($1, $2, $3, $4)", [
    made.organisationId,
    made.id,
    made.name,
    made.kind,
  ]);
}

/** Makes the account with its membership, roles, units, authorisation and pledge (R-ACC-02), all from `validFrom`. */
export async function makeAccount(client: pg.ClientBase, made: NewAccount): Promise<void> {
  const { organisationId, id } = made;
  await client.query("insert into account (id, login, password_hash, totp_sealed) values ($1, lower($2), $3, $4)", [
    id,
    made.login,
    typeof made.password === "string" ? await hashPassword(made.password) : made.password.hash,
    made.totpSealed ?? null,
  ]);
  await addMembership(client, made);
  await client.query(
    `insert into authorisation (organisation_id, id, account_id, kind, valid_from)
     select $1, gen_random_uuid(), $2, kind, $3 from unnest(array['AUTHORISATION', 'PLEDGE']) kind`,
    [organisationId, id, made.validFrom],
  );
}

/** Gives an account that exists a place in one more organisation. */
export async function addMembership(
  client: pg.ClientBase,
  made: Omit<NewAccount, "login" | "password">,
): Promise<void> {
  const { organisationId, id } = made;
  await client.query(
    "insert into membership (organisation_id, account_id, display_name, job_title, valid_from, person_id) values ($1, $2, $3, $4, $5, $6)",
    [organisationId, id, made.displayName, made.jobTitle ?? null, made.validFrom, made.personId ?? null],
  );
  for (const role of made.roles)
    await client.query("insert into membership_role (organisation_id, account_id, role) values ($1, $2, $3)", [
      organisationId,
      id,
      role,
    ]);
  for (const unitId of made.unitIds ?? [])
    await client.query("insert into membership_unit (organisation_id, account_id, unit_id) values ($1, $2, $3)", [
      organisationId,
      id,
      unitId,
    ]);
}
