import { existsSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
import { diskFull, unreadable } from "../platform/embedded/startProblem.ts";
import { OperatorRefusal } from "./operator/refusal.ts";
import type { Settings } from "./settings.ts";

/** Why a process of the house ends, as one Polish and one English sentence. */
export type Sentences = { pl: string; en: string };

const away = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNRESET",
  "57P03",
];
const strangers = ["28P01", "28000"];
const full = ["ENOSPC", "EDQUOT", "53100"];
/** With less than this a PostgreSQL that stops in the middle has most likely run out of room. */
const leastFreeBytes = 64 * 1024 * 1024;
const closed = ["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR"];

/** What to tell the one who started the process; for anything that nobody foresaw, the error's own words. */
export function sentencesOf(error: unknown, env: NodeJS.ProcessEnv = process.env): Sentences {
  if (!(error instanceof Error)) return unforeseen(String(error));
  if (error.cause instanceof Error && full.includes(codeOf(error.cause))) return sentencesOf(error.cause, env);
  if ("pl" in error && "en" in error) return { pl: String(error.pl), en: String(error.en) };
  const code = codeOf(error);
  const path = "path" in error ? String(error.path) : undefined;
  if ("syscall" in error && error.syscall === "listen") return ofListening(code, env) ?? unforeseen(error.message);
  if (full.includes(code)) return diskFull(path ?? env.POWROT_DATA_DIR ?? ".powrot");
  if (path && closed.includes(code)) return unreadable(path);
  const told = env.DATABASE_URL ? ofOutsideDatabase(code, error.message) : ofEmbeddedDatabase(code, error.message, env);
  return told ?? unforeseen(error.message);
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function ofEmbeddedDatabase(code: string, reason: string, env: NodeJS.ProcessEnv): Sentences | undefined {
  if (![...away, "57P01", "57P02"].includes(code) && !/Connection terminated/.test(reason)) return undefined;
  const dataDir = resolve(env.POWROT_DATA_DIR ?? ".powrot");
  if (existsSync(dataDir)) {
    const { bavail, bsize } = statfsSync(dataDir);
    if (bavail * bsize < leastFreeBytes) return diskFull(dataDir);
  }
  return {
    pl: `Baza danych przestała działać (${reason}); powód jest w ${dataDir}/postgres.log.`,
    en: `The database stopped (${reason}); the reason is in ${dataDir}/postgres.log.`,
  };
}

function ofListening(code: string, { PORT = "4280", HOST = "127.0.0.1" }: NodeJS.ProcessEnv): Sentences | undefined {
  if (code === "EADDRINUSE")
    return {
      pl: `Port ${PORT} jest zajęty. Ustaw inny: PORT=4281 npm start`,
      en: `Port ${PORT} is taken. Choose another: PORT=4281 npm start`,
    };
  if (code === "EACCES")
    return {
      pl: `Konto, pod którym działa program, nie może otworzyć portu ${PORT}: wybierz port od 1024 wzwyż.`,
      en: `The account of this program may not open port ${PORT}: choose a port from 1024 up.`,
    };
  if (code === "EADDRNOTAVAIL" || away.includes(code))
    return { pl: `Ta maszyna nie ma adresu ${HOST} (HOST).`, en: `This machine has no address ${HOST} (HOST).` };
  return undefined;
}

function ofOutsideDatabase(code: string, reason: string): Sentences | undefined {
  if (away.includes(code))
    return {
      pl: `Baza z DATABASE_URL nie odpowiada (${reason}): sprawdź adres, port i czy działa.`,
      en: `The database of DATABASE_URL does not answer (${reason}): check address, port and whether it runs.`,
    };
  if (strangers.includes(code))
    return {
      pl: "Baza z DATABASE_URL odrzuca konto albo hasło.",
      en: "The database of DATABASE_URL refuses the account or its password.",
    };
  if (code === "3D000")
    return {
      pl: "Na serwerze z DATABASE_URL nie ma tej bazy: załóż ją tak, jak pokazuje „powrot migrate --print-roles”.",
      en: 'The server of DATABASE_URL has no such database: make it as "powrot migrate --print-roles" shows.',
    };
  if (code === "42501")
    return {
      pl: `Konto z DATABASE_URL ma za mało praw (${reason}): zob. „powrot migrate --print-roles”.`,
      en: `The account of DATABASE_URL lacks rights (${reason}): see "powrot migrate --print-roles".`,
    };
  return undefined;
}

function unforeseen(reason: string): Sentences {
  return { pl: `Nie udało się: ${reason}`, en: `This failed: ${reason}` };
}

/** Prints why, in both languages, and ends the process. */
export function failStart(error: unknown): never {
  const { pl, en } = sentencesOf(error);
  console.error(`${pl}\n${en}`);
  process.exit(1);
}

/** The same for keys, whose folder only the settings know. */
export function keysRefused({ keysDir }: Settings, cause: unknown): OperatorRefusal {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OperatorRefusal(
    `Klucze w ${keysDir} nie nadają się do użytku (${reason}): przywróć je z kopii; nowy dom zakłada je poleceniem „powrot keys”.`,
    `The keys in ${keysDir} cannot be used (${reason}): bring them back from a copy; a new house makes them with "powrot keys".`,
    cause,
  );
}
