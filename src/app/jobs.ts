import type { TaskList } from "graphile-worker";
import type pg from "pg";
import { tellOpenRegisters } from "../modules/attendance/alarms.ts";
import { tellCentreMonths } from "../modules/benefit/month/alarms.ts";
import { passOnEntries } from "../modules/centre/entry/passOn.ts";
import { endCandidates } from "../modules/recruitment/erasure.ts";
import { workPrintRuns } from "../modules/social-contract/packet/run/work.ts";
import { purgeAudit } from "../platform/auditPurge.ts";
import type { Clock } from "../platform/clock.ts";
import type { Db } from "../platform/db.ts";
import type { FileStore } from "../platform/files/fileStore.ts";
import type { KeyRing } from "../platform/keys/keyRing.ts";
import { settleKeys } from "../platform/keys/settleKeys.ts";
import { knowTables } from "../platform/knowTables.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import { openTexter, type Texter } from "../platform/sms/sms.ts";
import { drawCards } from "./drawCards.ts";
import { endFileBytes, endUnnamedFiles } from "./endFiles.ts";
import { forgetPassing } from "./forgetPassing.ts";
import { checkFrozenFiles } from "./frozenFiles.ts";
import { unlinkIdleDevices } from "./idleDevices.ts";
import { passOnOffers } from "./passOnOffers.ts";
import { remindOfTalks } from "./remindOfTalks.ts";
import { tellUnusualReads } from "./unusualReads.ts";

/** Every night: PostgreSQL looks at the tables, what is over its time leaves the audit, its heads leave the house, what only served the throttle is thrown away. */
export const crontab = `
50 3 * * * know-tables
15 4 * * * purge-audit
30 4 * * * mail-audit-heads
45 4 * * * forget-passing
40 4 * * * end-unnamed-files
42 4 * * * end-candidates
50 4 * * * settle-keys
55 4 * * * unlink-idle-devices
35 4 * * * draw-cards
5 5 * * * check-frozen-files
0 5 * * 1 tell-unusual-reads
10 * * * * remind-of-talks
* * * * * print-runs
*/10 * * * * pass-on-offers
*/5 * * * * pass-on-entries
20 5 * * * tell-open-registers
25 5 * * * tell-centre-months
`;

type Head = { email: string; organisation: string; no: number; sealedAt: string; head: string };

/** What the house's jobs work with. `owner` sees all organisations; `keeper` seals and purges the audit. */
export type JobServices = {
  owner: pg.Pool;
  keeper: Db;
  mailer: Mailer;
  sms?: Texter;
  clock: Clock;
  keys: KeyRing;
  files: FileStore;
  /** As the application, for work in the name of whoever asked for it. */
  db?: Db;
};

/**
 * The house's own jobs. The daily mail to each data protection officer carries the newest
 * head of the audit chain: kept in a mailbox, it shows later whether the chain in the database is still the same (C33).
 */
export function houseTasks({
  owner,
  keeper,
  mailer,
  clock,
  keys,
  files,
  db,
  sms = openTexter({}),
}: JobServices): TaskList {
  return {
    "tell-unusual-reads": () => tellUnusualReads(owner, mailer, clock.now()),
    "know-tables": () => knowTables(owner),
    "purge-audit": async () => {
      await purgeAudit(keeper, clock.now());
    },
    "settle-keys": () => settleKeys(owner, keys, clock.now()),
    "mail-audit-heads": async () => {
      const { rows } = await owner.query<Head>(
        `select m.email, o.short_name as organisation, s.no, s.sealed_at as "sealedAt", encode(s.head, 'hex') as head
         from organisation o
         join lateral (select no, sealed_at, head from audit_segment s where s.organisation_id = o.id order by no desc limit 1) s on true
         join membership_role r on r.organisation_id = o.id and r.role = 'DPO'
         join membership m on m.organisation_id = o.id and m.account_id = r.account_id and m.email is not null`,
      );
      for (const { email, organisation, no, sealedAt, head } of rows) {
        const sent = await mailer.sendMail({
          to: email,
          subject: "Powrót: skrót rejestru zdarzeń",
          text: `Organizacja: ${organisation}\nOgniwo: ${no}\nZamknięte: ${sealedAt}\nSkrót: ${head}\n\nZachowaj tę wiadomość. Skrót pozwala sprawdzić, czy rejestr zdarzeń nie został zmieniony.\n`,
        });
        if (!sent.sent && sent.reason === "unreachable") throw new Error("mail server unreachable"); // tried again later
      }
    },
    "check-frozen-files": () => checkFrozenFiles(owner, files, mailer, clock.now()),
    "remind-of-talks": () => remindOfTalks(owner, keys, { mailer, sms }, clock.now()),
    "pass-on-offers": () => passOnOffers(owner, clock.now()),
    "pass-on-entries": () => passOnEntries(owner, clock.now()),
    "tell-open-registers": () => tellOpenRegisters(owner, clock.now()),
    "tell-centre-months": async () => {
      if (db) await tellCentreMonths(owner, { db, clock, keys, files });
    },
    "print-runs": async (_, { abortSignal }) => {
      if (db) await workPrintRuns(owner, { db, clock, keys, files }, abortSignal);
    },
    "draw-cards": () => drawCards(owner, clock.now()),
    "unlink-idle-devices": () => unlinkIdleDevices(owner, clock.now()),
    "end-file": (payload) => endFileBytes(files, payload),
    "end-candidates": async () => {
      await endCandidates(owner, clock.now());
    },
    "end-unnamed-files": () => endUnnamedFiles(owner, clock.now()),
    "forget-passing": () => forgetPassing(owner, clock.now()),
  };
}
