import { useQuery } from "@tanstack/react-query";
import { fieldsThatDiffer } from "../../../platform/fieldsThatDiffer.ts";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { ipzsVersionsQuery } from "./api.ts";
import type { IpzsSnapshot, IpzsVersions } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { withKind } from "./withKind.ts";

const fields = [
  "socialScope",
  "vocationalScope",
  "responsible",
  "trialFrom",
  "participationTo",
  "weeklyHours",
  "dailyHours",
  "capped",
  "benefitApplied",
  "benefitAppliedOn",
  "obligations",
] as const satisfies readonly (keyof IpzsSnapshot)[];
type Field = (typeof fields)[number];

/** All versions, the newest first, each with what it changed, in words. */
export function IpzsVersionsCard({ ipzsId }: { ipzsId: string }) {
  const t = useMessages(ipzsMessages);
  const query = useQuery(ipzsVersionsQuery(ipzsId));
  return (
    <Card title={t("versions")}>
      <Loaded query={query} lines={2}>
        {({ versions }) =>
          versions
            .map((version, at) => <Version key={version.no} version={version} before={versions[at - 1]} />)
            .reverse()
        }
      </Loaded>
    </Card>
  );
}

type Version = IpzsVersions["versions"][number];
function Version({ version, before }: { version: Version; before: Version | undefined }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const hours = (value: number | null) => (value === null ? "" : `, ${value.toLocaleString(lang)} ${t("hours.unit")}`);
  const said = (it: IpzsSnapshot, field: Field): string => {
    const texts: Record<Field, () => string> = {
      socialScope: () => it.socialScope.map((one) => `${one.form}${hours(one.hours)}`).join("; "),
      vocationalScope: () =>
        it.vocationalScope.map((one) => `${withKind(t(`kind.${one.kind}`), one.name)}${hours(one.hours)}`).join("; "),
      responsible: () => it.responsible.map((one) => `${one.name}: ${one.area}`).join("; "),
      trialFrom: () => (it.trialFrom ? formatDay(it.trialFrom, lang) : "–"),
      participationTo: () => (it.participationTo ? formatDay(it.participationTo, lang) : "–"),
      weeklyHours: () => it.weeklyHours?.toLocaleString(lang) ?? "–",
      dailyHours: () => it.dailyHours?.toLocaleString(lang) ?? "–",
      capped: () => (it.capped ? t("capped.yes") : "–"),
      benefitApplied: () => (it.benefitApplied ? t("benefitApplied") : t("benefit.notApplied")),
      benefitAppliedOn: () => (it.benefitAppliedOn ? formatDay(it.benefitAppliedOn, lang) : "–"),
      obligations: () => it.obligations,
    };
    return texts[field]() || "–";
  };
  const differ = before ? fieldsThatDiffer(before.content, version.content, fields) : [];
  return (
    <div className="record-line">
      <p>
        <strong>{t("version.of", { no: version.no })}</strong>,{" "}
        {t("version.signed", { day: formatDay(version.signedOn, lang) })}
        {version.askedBy && `, ${t("version.asked", { who: t(`askedBy.${version.askedBy}`) })}`}
      </p>
      <p className="soft small">
        <DateText day={version.madeOn} />, {version.madeBy}
      </p>
      {!before && <p className="soft">{t("version.first")}</p>}
      {version.words && <p>{version.words}</p>}
      {before && differ.length > 0 && (
        <ul>
          {differ.map((field) => (
            <li key={field}>
              <strong>{t(field)}</strong>
              <div>
                {t("diff.is")}: {said(version.content, field)}
              </div>
              <div className="soft small">
                {t("diff.was")}: {said(before.content, field)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
