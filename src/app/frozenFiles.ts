import { sql } from "kysely";
import type pg from "pg";
import { kyselyOf, type Tx } from "../platform/db.ts";
import type { FileStore } from "../platform/files/fileStore.ts";
import type { Mailer } from "../platform/mail/mail.ts";
import { Problem } from "../platform/problem.ts";
import { todayIn } from "../platform/time/instant.ts";
import type { PlainDate } from "../platform/time/plainDate.ts";

type Frozen = { organisationId: string; storageName: string; sha256: string; frozen: string };
type Reader = { organisationId: string; accountId: string; role: string; email: string | null };

/**
 * R-DOC-02: holds every frozen file against its hash. Where one differs or is gone, the data protection officer has one task
 * until all are whole again, and administrators and officers get a mail with the number and nothing else.
 * @throws Error when the mail server is out of reach: the job comes again
 */
export async function checkFrozenFiles(owner: pg.Pool, files: FileStore, mailer: Mailer, now: Date): Promise<void> {
  const { rows } = await owner.query<Frozen>(
    `select x.organisation_id as "organisationId", f.storage_name as "storageName", f.sha256, encode(x.sha256, 'hex') as frozen
     from (
       select organisation_id, file_id, sha256 from document_to_sign
       union select organisation_id, file_id, sha256 from signature_proof where file_id is not null
       union select organisation_id, file_id, sha256 from contract_document where file_id is not null
       union select organisation_id, file_id, file_sha256 from contract_annex where file_id is not null
     ) x join stored_file f on f.organisation_id = x.organisation_id and f.id = x.file_id`,
  );
  const changed = new Map<string, number>();
  for (const file of rows)
    if (!(await isSame(files, file))) changed.set(file.organisationId, (changed.get(file.organisationId) ?? 0) + 1);
  const today = todayIn(now, "Europe/Warsaw");
  const { rows: readers } = await owner.query<Reader>(
    `select distinct m.organisation_id as "organisationId", m.account_id as "accountId", r.role, m.email from membership_role r
     join membership m on m.organisation_id = r.organisation_id and m.account_id = r.account_id
     where r.role in ('DPO', 'ORGANISATION_ADMIN') and m.valid_from <= $1 and coalesce(m.valid_until, 'infinity') >= $1`,
    [today],
  );
  const db = kyselyOf(owner);
  for (const { organisationId, accountId, role } of readers)
    if (role === "DPO")
      await db.transaction().execute(async (tx) => {
        await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
          tx,
        );
        await tell(tx, { organisationId, accountId, today, count: changed.get(organisationId) ?? 0 });
      });
  for (const { organisationId, email } of readers) {
    const count = changed.get(organisationId) ?? 0;
    if (count === 0 || email === null) continue;
    const sent = await mailer.sendMail({
      to: email,
      subject: "Powrót: zmieniony plik z podpisem",
      text: `Liczba zamrożonych plików, które zmieniono poza programem albo których nie ma: ${count}\n\nPrzywróć je z kopii zapasowej i sprawdź, kto miał dostęp do serwera.\n`,
    });
    if (!sent.sent && sent.reason === "unreachable") throw new Error("mail server unreachable"); // tried again later
  }
}

async function isSame(files: FileStore, { organisationId, storageName, sha256, frozen }: Frozen): Promise<boolean> {
  if (sha256 !== frozen) return false;
  try {
    await files.get(organisationId, { id: storageName, sha256 });
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

type Told = { organisationId: string; accountId: string; today: PlainDate; count: number };

async function tell(tx: Tx, { organisationId, accountId, today, count }: Told): Promise<void> {
  const open = sql`t.organisation_id = ${organisationId} and t.owner_id = ${accountId} and t.kind = 'REVIEW_CHANGED_FILES'
    and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`;
  if (count === 0)
    await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
      select t.organisation_id, t.id, 'DONE', ${today}, ${accountId} from task t where ${open}`.execute(tx);
  else
    await sql`insert into task (organisation_id, id, owner_id, kind, detail, due_on, source_type, created_by)
      select ${organisationId}, gen_random_uuid(), ${accountId}, 'REVIEW_CHANGED_FILES', ${JSON.stringify({ files: count })}::jsonb, ${today}, 'stored_file', ${accountId}
      where not exists (select from task t where ${open})`.execute(tx);
}
