/** Why an operator's act is not done, in one Polish and one English sentence. */
export class OperatorRefusal extends Error {
  override readonly name = "OperatorRefusal";
  readonly pl: string;
  readonly en: string;

  constructor(pl: string, en: string, cause?: unknown) {
    super(`${pl}\n${en}`, { cause });
    this.pl = pl;
    this.en = en;
  }
}
