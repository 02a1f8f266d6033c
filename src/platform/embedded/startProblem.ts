export type StartProblemCode =
  | "data_folder_unreadable"
  | "disk_full"
  | "port_taken"
  | "binaries_missing"
  | "password_missing"
  | "other_version"
  | "server_failed";

/** A reason why the database cannot start, told in one Polish and one English sentence. Nothing in it is personal data. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
  readonly code: StartProblemCode;
  readonly pl: string;
  readonly en: string;

  constructor(code: StartProblemCode, words: { pl: string; en: string }, cause?: unknown) {
    super(`${words.pl}\n${words.en}`, { cause });
    this.code = code;
    this.pl = words.pl;
    this.en = words.en;
  }
}

/** Turns an error of the file system into a `StartProblem` about `path`; any other error comes back as it was. */
export function explainFileError(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST")
    return unreadable(path, error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(path, error);
  return error;
}

export function unreadable(path: string, cause?: unknown): StartProblem {
  return new StartProblem(
    "data_folder_unreadable",
    {
      pl: `Nie mogę czytać i zapisywać folderu danych ${path}: sprawdź jego właściciela i prawa albo wskaż inny w POWROT_DATA_DIR.`,
      en: `The data folder ${path} cannot be read and written: check its owner and mode, or name another in POWROT_DATA_DIR.`,
    },
    cause,
  );
}

export function diskFull(path: string, cause?: unknown): StartProblem {
  return new StartProblem(
    "disk_full",
    {
      pl: `Na dysku z folderem ${path} brakuje miejsca: zwolnij co najmniej 1 GB i uruchom ponownie.`,
      en: `The disk that holds ${path} is full: free at least 1 GB and start again.`,
    },
    cause,
  );
}

export function portTaken(port: number, cause?: unknown): StartProblem {
  return new StartProblem(
    "port_taken",
    {
      pl: `Port ${port} jest już zajęty przez inny program: zatrzymaj go albo wybierz inny port.`,
      en: `Port ${port} is already taken by another program: stop it or choose another port.`,
    },
    cause,
  );
}
