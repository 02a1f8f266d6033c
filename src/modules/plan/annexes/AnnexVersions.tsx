import { useQuery } from "@tanstack/react-query";
import { fieldsThatDiffer } from "../../../platform/fieldsThatDiffer.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { linesThatDiffer } from "../difference.ts";
import { type AnnexPlace, annexVersionsQuery } from "./api.ts";
import type { AnnexSnapshot, AnnexVersions as Versions } from "./contract.ts";
import { annexMessages } from "./messages.ts";
import { contentText, formText, goalText, stepText } from "./words.ts";

type Line = { id: string; change: "added" | "removed" | "changed"; before?: string; after?: string };

/** What differs between two versions, each line in words; the order of lines does not count. */
function useDifference(coaches: Versions["coaches"]) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const said = <L extends { id: string }>(
    before: readonly L[],
    after: readonly L[],
    fields: readonly (keyof L & string)[],
    words: (line: L) => string,
  ): Line[] =>
    linesThatDiffer(before, after, fields).map((line) => ({
      id: line.id,
      change: line.change,
      ...("before" in line && { before: words(line.before) }),
      ...("after" in line && { after: words(line.after) }),
    }));
  return (before: AnnexSnapshot, after: AnnexSnapshot): Line[] => {
    const [was, is] = [before.content, after.content];
    const touched =
      was &&
      is &&
      fieldsThatDiffer(was, is, ["goal", "targetJobs", "measures", "targets", "coachId", "reviewOn"]).length > 0
        ? [
            {
              id: is.id,
              change: "changed" as const,
              before: contentText(t, lang, was, coaches),
              after: contentText(t, lang, is, coaches),
            },
          ]
        : [];
    const stepFields = [
      "type",
      "provider",
      "hours",
      "fromOn",
      "untilOn",
      "certificate",
      "mover",
      "lacksDocument",
      "competence",
    ] as const;
    return [
      ...touched,
      ...said(before.steps, after.steps, stepFields, (step) => stepText(t, lang, step)),
      ...said(before.goals, after.goals, ["competence", "text", "reason"], (goal) => goalText(t, goal)),
      ...said(before.forms, after.forms, ["form", "hours", "note"], (form) => formText(t, lang, form)),
    ];
  };
}

/** All versions, the newest first, each with what it changed. */
export function AnnexVersions({ place, annexId }: { place: AnnexPlace; annexId: string }) {
  const t = useMessages(annexMessages);
  const query = useQuery(annexVersionsQuery(place, annexId));
  return (
    <Card title={t("versions")}>
      <Loaded query={query} lines={2}>
        {({ versions, coaches }) =>
          versions
            .map((version, at) => (
              <Version key={version.no} version={version} before={versions[at - 1]} coaches={coaches} />
            ))
            .reverse()
        }
      </Loaded>
    </Card>
  );
}

type Version = Versions["versions"][number];
type VersionProps = { version: Version; before: Version | undefined; coaches: Versions["coaches"] };
function Version({ version, before, coaches }: VersionProps) {
  const t = useMessages(annexMessages);
  const difference = useDifference(coaches);
  const lines = before ? difference(before.content, version.content) : [];
  return (
    <div className="record-line">
      <p>
        <strong>{t("version.of", { no: version.no })}</strong>, <DateText day={version.madeOn} />, {version.madeBy}
      </p>
      {!before && <p className="soft">{t("version.first")}</p>}
      {before && lines.length === 0 && <p className="soft">{t("diff.same")}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <span className="soft small">{t(`diff.${line.change}`)}: </span>
              {line.after ?? <s>{line.before}</s>}
              {line.change === "changed" && (
                <div className="soft small">
                  {t("diff.was")}: {line.before}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
