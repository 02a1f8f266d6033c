import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { parametersOn } from "../../platform/law.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { organisationAccess } from "./access.ts";
import {
  type AccountLine,
  AccountsView,
  ExpiringLine,
  type InvitationLine,
  type RecoveryLine,
  type UnitLine,
} from "./contract.ts";
import { flagsOf, lastDayOf } from "./rules.ts";

type Row = Omit<AccountLine, "flags" | "secondFactor" | "lastSeenAt"> & {
  ended: boolean;
  held: boolean;
  hasTotp: boolean;
  hasPasskey: boolean;
  lastSeenAt: string | null;
};

/** Every account of the organisation with its papers, by name. One statement. */
async function findAccounts(context: WorkContext): Promise<AccountLine[]> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<Row>`select m.account_id, a.login, m.display_name as name, m.job_title, m.valid_from, m.valid_until, m.version,
      m.ended_at is not null as ended, m.held_at is not null as held, a.has_totp, a.has_passkey, a.last_seen_at,
      array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id order by r.role) as roles,
      array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id order by u.unit_id) as unit_ids,
      coalesce((select jsonb_agg(jsonb_build_object('id', z.id, 'kind', z.kind, 'scope', z.scope, 'validFrom', z.valid_from, 'validUntil', z.valid_until,
          'withdrawn', z.withdrawn_at is not null) order by z.valid_from desc, z.kind)
        from authorisation z where z.organisation_id = m.organisation_id and z.account_id = m.account_id), '[]') as authorisations
    from membership m join organisation_accounts() a on a.account_id = m.account_id
    where m.organisation_id = ${organisationId} order by m.display_name, m.account_id ${atMost}`.execute(context.tx);
  const found = await parametersOn(context.tx, ["AUTHORISATION_WARNING", "ACCOUNT_IDLE_AFTER"], context.today);
  const days = (code: string) => Number(found.get(code)?.value ?? 30);
  const options = {
    warningDays: days("AUTHORISATION_WARNING"),
    idleDays: days("ACCOUNT_IDLE_AFTER"),
    secondFactorRoles: await secondFactorRoles(context),
  };
  return rows.map(({ ended, held, hasTotp, hasPasskey, lastSeenAt, ...row }) => {
    const seen = lastSeenAt && instantOf(lastSeenAt);
    const lastSeenOn = seen ? todayIn(new Date(seen), "Europe/Warsaw") : null;
    const secondFactor = hasTotp || hasPasskey;
    const flags = flagsOf({ ...row, ended, held, secondFactor, lastSeenOn }, context.today, options);
    return { ...row, secondFactor, lastSeenAt: seen, flags };
  });
}

async function secondFactorRoles(context: WorkContext): Promise<string[]> {
  const { rows } = await sql<{ roles: string[] }>`select second_factor_roles as roles from organisation
    where id = ${context.actor.organisationId}`.execute(context.tx);
  return rows[0]?.roles ?? [];
}

async function findInvitations(context: WorkContext): Promise<InvitationLine[]> {
  const { rows } =
    await sql<InvitationLine>`select id, login, display_name as name, roles, valid_from, expires_at from invitation
    where organisation_id = ${context.actor.organisationId} and accepted_at is null and withdrawn_at is null and expires_at > ${context.now}
    order by invited_at desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, expiresAt: instantOf(row.expiresAt) }));
}

async function findRecoveries(context: WorkContext): Promise<RecoveryLine[]> {
  const { rows } =
    await sql<RecoveryLine>`select r.id, r.account_id, m.display_name as name, r.kind, r.reason, r.requested_by,
      b.display_name as requested_by_name, c.recovery_id is not null as confirmed, r.expires_at
    from account_recovery r
      join membership m on m.organisation_id = r.organisation_id and m.account_id = r.account_id
      join membership b on b.organisation_id = r.organisation_id and b.account_id = r.requested_by
      left join account_recovery_confirmation c on c.organisation_id = r.organisation_id and c.recovery_id = r.id
    where r.organisation_id = ${context.actor.organisationId} and r.used_at is null and r.expires_at > ${context.now}
    order by r.requested_at desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, expiresAt: instantOf(row.expiresAt) }));
}

async function findUnits(context: WorkContext): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine>`select id, name, kind, closed_on, version from unit
    where organisation_id = ${context.actor.organisationId} order by closed_on nulls first, name ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

/** Accounts whose papers are missing or end within the warning time, soonest first. */
async function findExpiring(context: WorkContext): Promise<ExpiringLine[]> {
  const looked = new Set([
    "AUTHORISATION_MISSING",
    "PLEDGE_MISSING",
    "AUTHORISATION_ENDING",
    "PLEDGE_ENDING",
    "APPOINTMENT_ENDING",
  ]);
  const lines: ExpiringLine[] = [];
  for (const account of await findAccounts(context)) {
    const flags = account.flags.filter((flag) => looked.has(flag));
    if (flags.length === 0) continue;
    const ends = [
      lastDayOf(account.authorisations, "AUTHORISATION", context.today),
      lastDayOf(account.authorisations, "PLEDGE", context.today),
      account.validUntil,
    ].filter((day) => day !== null && day !== undefined);
    lines.push({ accountId: account.accountId, name: account.name, flags, endsOn: ends.sort()[0] ?? null });
  }
  return lines.sort((a, b) => ((a.endsOn ?? "") < (b.endsOn ?? "") ? -1 : 1));
}

const verb = organisationAccess["account.read"];
export const accountQueries = [
  defineQuery({
    name: "account.list",
    method: "GET",
    path: "/accounts",
    summary: "Accounts with their papers and what is wrong with them, invitations, resets and units",
    input: z.strictObject({}),
    answer: AccountsView,
    verb,
    audit: () => ({ objectType: "account" }),
    run: async (context) => ({
      accounts: await findAccounts(context),
      invitations: await findInvitations(context),
      recoveries: await findRecoveries(context),
      units: await findUnits(context),
      secondFactorRoles: await secondFactorRoles(context),
    }),
  }),
  defineQuery({
    name: "authorisation.list-expiring",
    method: "GET",
    path: "/authorisations/expiring",
    summary: "Whose authorisation, pledge or appointment is missing or ends soon",
    input: z.strictObject({}),
    answer: z.object({ people: z.array(ExpiringLine) }),
    verb,
    audit: null,
    run: async (context) => ({ people: await findExpiring(context) }),
  }),
];
