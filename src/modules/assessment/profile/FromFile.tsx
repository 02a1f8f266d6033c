import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../platform/ui/Button.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { personQuery } from "../../person/api.ts";
import { caseAssessmentsQuery } from "../api.ts";
import type { AssessmentKind } from "../codes.ts";
import { assessmentMessages } from "../messages.ts";
import type { ProfileText, Sensitivity } from "./codes.ts";
import { entryText, periodText } from "./entryText.ts";
import { rowsFromFile } from "./fromFile.ts";
import { fromFileMessages } from "./fromFileMessages.ts";
import { profileMessages } from "./messages.ts";
import { type EntryRow, entryOf, type ProfileValues } from "./profileValues.ts";

type StaysProps = {
  personId: string;
  entries: readonly EntryRow[];
  writes: readonly Sensitivity[];
  onTake: (row: EntryRow) => void;
};

/** Times without a home that the file knows, each taken with one press; nothing where all stand there. */
export function StaysFromFile({ personId, entries, writes, onTake }: StaysProps) {
  const t = useMessages(fromFileMessages);
  const words = useMessages(profileMessages);
  const { data } = useQuery({ ...personQuery(personId), retry: false });
  const rows = rowsFromFile(data?.facts ?? [], entries, writes);
  if (rows.length === 0) return null;
  return (
    <div className="stack-tight">
      <p className="soft">{t("stays")}</p>
      <ul role="list" className="stack-tight">
        {rows.map((row) => {
          const text = [
            periodText(row.from || null, row.to || null, words("when.now")),
            entryText(entryOf(row), words),
          ];
          const said = text.filter(Boolean).join(": ");
          return (
            <li key={said}>
              <Button icon="plus" onClick={() => onTake(row)}>
                {t("take", { text: said })}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Where a conclusion goes whose readers read that part of the profile too; others are to be seen, and put in other words. */
const goesTo: Readonly<Partial<Record<AssessmentKind, ProfileText>>> = {
  SOCIAL: "socialExperience",
  VOCATIONAL: "workExperience",
};

type ConclusionsProps = {
  caseId: string;
  texts: ProfileValues["texts"];
  onTake: (taken: Partial<ProfileValues["texts"]>) => void;
};

/** The conclusions that the reader may read, beside what is written; the shareable ones are taken over with one press. */
export function ConclusionsBeside({ caseId, texts, onTake }: ConclusionsProps) {
  const t = useMessages(fromFileMessages);
  const words = useMessages(assessmentMessages);
  const names = useMessages(profileMessages);
  const { data } = useQuery({ ...caseAssessmentsQuery(caseId), retry: false });
  const given = (data?.assessments ?? []).filter(({ verdict, conclusion }) => verdict !== null && conclusion);
  // newest first: of each kind the one that counts
  const newest = given.filter(({ kind }, at) => given.findIndex((one) => one.kind === kind) === at);
  if (newest.length === 0) return null;
  return (
    <details>
      <summary>
        {t("conclusions")} ({newest.length})
      </summary>
      <ul role="list" className="stack">
        {newest.map(({ id, kind, verdict, conclusion, doneBy }) => {
          const name = goesTo[kind];
          const stands = name === undefined ? "" : texts[name];
          const append = name && t("append", { name: names(`text.${name}`) });
          return (
            <li key={id} className="stack-tight">
              <p>
                <strong>{words(`kind.${kind}`)}</strong>{" "}
                <span className="soft">
                  {verdict && words(`verdict.${verdict}`)}, {doneBy}
                </span>
              </p>
              <p className="profile-said">{conclusion}</p>
              {name && conclusion && !stands.includes(conclusion) && (
                <div>
                  <Button
                    icon="plus"
                    onClick={() => onTake({ [name]: [stands.trim(), conclusion].filter(Boolean).join("\n\n") })}
                  >
                    {append}
                  </Button>
                </div>
              )}
              {!name && <p className="soft small">{t("closed")}</p>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
