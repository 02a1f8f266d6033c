import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { openServices } from "../house.ts";
import { readSettings } from "../settings.ts";
import { backup } from "./backup.ts";
import { makeBackupKey } from "./backupSeal.ts";
import { reportEffectiveness } from "./effectiveness.ts";
import { keysFingerprint, withClient } from "./existingHouse.ts";
import { exportRows } from "./exportRows.ts";
import { type ImportInto, importRows } from "./importRows.ts";
import { readOptions, WrongUse } from "./options.ts";
import { restore } from "./restore.ts";
import { requireHouse, withHouse } from "./withHouse.ts";

export const operatorHelp = `
  backup-key --to FILE      make the private key that opens sealed backups, on a machine that is not the server; print its recipient
  backup --to FOLDER [--recipient RECIPIENT]
                            copy the embedded house, also while it serves: database, files, heads of the audit, manifest;
                            never the keys. FOLDER is new or empty. With a recipient it is sealed: this machine cannot open it
  restore --from FOLDER [--identity FILE] [--until INSTANT|latest --wal ARCHIVE [--files FOLDER]]
                            make a house from a backup in the empty POWROT_DATA_DIR, read it whole and compare; exit 1 on
                            any difference. With the archive of POWROT_WAL_ARCHIVE: as it stood at an instant
  export [--organisation SHORTNAME] --to FILE
                            write one organisation, or the whole house, as JSON lines: rows and files, sealed as they are
  import --from FILE        take an export into a house of the same schema that lacks the organisation, whole or not at all
  report effectiveness --organisation SHORTNAME --project NUMBER|ID [--xlsx FILE]
                            the 60/25 table of a project as JSON, without persons, and as a spreadsheet
`;

type Command = (words: readonly string[]) => Promise<number>;

/** What is kept, moved and handed out of a whole house. Standard output: one JSON. */
export const operatorCommands: Readonly<Record<string, Command>> = {
  "backup-key": async (words) => {
    console.log(await makeBackupKey(resolve(readOptions(words, ["to"]).to)));
    return 0;
  },

  backup: async (words) => {
    const { to, recipient } = readOptions(words, ["to"], ["recipient"]);
    const manifest = await backup(readSettings(), to, recipient);
    const { files, rows, missingFiles, heads: _, ...facts } = manifest;
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    const counted = { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), bytes };
    console.log(
      JSON.stringify({
        to: resolve(to),
        sealedFor: recipient ?? null,
        ...facts,
        ...counted,
        files: Object.keys(files).length,
        missingFiles,
      }),
    );
    if (missingFiles.length > 0) console.error("The file store lacks files that the database names: see missingFiles.");
    return missingFiles.length > 0 ? 1 : 0;
  },

  restore: async (words) => {
    const options = readOptions(words, ["from"], ["until", "wal", "files", "identity"]);
    const restored = await restore(readSettings(), options);
    console.log(JSON.stringify(restored));
    return restored.differences.length > 0 ? 1 : 0;
  },

  export: async (words) => {
    const { to, organisation = null } = readOptions(words, ["to"], ["organisation"]);
    requireHouse(readSettings());
    const exported = await onHouse((place) => exportRows(place, organisation, resolve(to)));
    console.log(JSON.stringify(exported));
    return 0;
  },

  import: async (words) => {
    const { from } = readOptions(words, ["from"]);
    const imported = await onHouse((place) => importRows(place, resolve(from)));
    console.log(JSON.stringify(imported));
    if (imported.keys === "other")
      console.error("The keys in POWROT_KEYS are not those of the exported house: what is sealed will not open.");
    return imported.keys === "other" ? 1 : 0;
  },

  report: async ([name, ...words]) => {
    if (name !== "effectiveness")
      throw new WrongUse("Raport z wiersza poleceń: effectiveness.", "Reports by command line: effectiveness.");
    const { organisation, project, xlsx } = readOptions(words, ["organisation", "project"], ["xlsx"]);
    requireHouse(readSettings());
    return withHouse(async (database, settings) => {
      const services = openServices(settings, database, { create: false });
      try {
        const report = await withClient(database.ownerUrl, (owner) =>
          reportEffectiveness(services, owner, organisation, project),
        );
        if (xlsx) await writeFile(resolve(xlsx), await report.spreadsheet(), { mode: 0o600 });
        console.log(JSON.stringify(report.answer));
        return 0;
      } finally {
        await services.db.destroy();
      }
    });
  },
};

/** Export and import want the schema of this version, so the house is migrated first. */
function onHouse<T>(work: (place: ImportInto) => Promise<T>): Promise<T> {
  return withHouse(({ ownerUrl }, { dataDir, keysDir }) => work({ ownerUrl, dataDir, keys: keysFingerprint(keysDir) }));
}
