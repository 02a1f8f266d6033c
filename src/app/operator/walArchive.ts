import { chownSync, mkdirSync, statSync } from "node:fs";
import { canReach, serverAccount } from "../../platform/embedded/account.ts";
import { OperatorRefusal } from "./refusal.ts";

/**
 * Settings of the embedded server that copy each finished piece of WAL to `folder`, at least one a minute while there is
 * work. A piece is there whole or not at all, is never written over, and stays in the house until it is there.
 * Without a folder: no archive.
 * @throws OperatorRefusal when the server could not write there
 */
export function archiveSettings(folder: string | undefined): Record<string, string> {
  if (!folder) return {};
  if (process.platform === "win32" || /["$`\\\n]/.test(folder))
    throw new OperatorRefusal(
      "POWROT_WAL_ARCHIVE działa w Linuksie i macOS, z nazwą bez cudzysłowów, $ i \\.",
      "POWROT_WAL_ARCHIVE works on Linux and macOS, with a name without quotes, $ and \\.",
    );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const account = serverAccount();
  if (account && statSync(folder).uid !== account.uid) chownSync(folder, account.uid, account.gid);
  if (account && !canReach(folder, account))
    throw new OperatorRefusal(
      `Konto serwera bazy nie wejdzie do ${folder}: wybierz folder poza zamkniętymi.`,
      `The account of the database server cannot enter ${folder}: choose a folder that is not below a closed one.`,
    );
  const there = `"${folder.replaceAll("%", "%%")}/%f"`;
  const draft = `"${folder.replaceAll("%", "%%")}/.%f.part"`;
  const copy = `cp "%p" ${draft} && sync ${draft} && mv ${draft} ${there}`;
  return {
    archive_mode: "on",
    archive_command: `if test -f ${there}; then cmp -s "%p" ${there}; else ${copy}; fi`,
    archive_timeout: "60s",
  };
}
