import { useQuery } from "@tanstack/react-query";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { personProfileQuery, profileVersionsQuery } from "./api.ts";
import type { ProfileDifference, ProfileEntry, ProfileVersionView } from "./contract.ts";
import { EntryMark } from "./EntryMark.tsx";
import { entryText, periodText } from "./entryText.ts";
import { profileMessages } from "./messages.ts";
import { periodOf } from "./rules.ts";
import "./profile.css";

/** Every version against the one before, newest first: what was, what is. */
export function ProfileVersionsScreen() {
  const t = useMessages(profileMessages);
  const personId = useParam("personId");
  const query = useQuery(personProfileQuery(personId));
  return (
    <Page
      title={t("title.versions")}
      lead={query.data?.personName}
      back={{ to: `/people/${personId}/profile`, label: t("backToProfile") }}
    >
      <Loaded query={query}>
        {({ profile }) => (profile ? <Versions profileId={profile.id} /> : <p className="soft">{t("none")}</p>)}
      </Loaded>
    </Page>
  );
}

function Versions({ profileId }: { profileId: string }) {
  const query = useQuery(profileVersionsQuery(profileId));
  return (
    <Loaded query={query}>
      {({ versions }) => (
        <div className="stack">
          {versions.map((version) => (
            <Version key={version.no} version={version} />
          ))}
        </div>
      )}
    </Loaded>
  );
}

function Version({ version }: { version: ProfileVersionView }) {
  const t = useMessages(profileMessages);
  const { no, madeOn, madeBy, occasion, differences } = version;
  return (
    <Card title={t("version", { no })}>
      <p className="soft small">
        {t("madeBy", { name: madeBy, day: formatDay(madeOn, t.lang) })}, {t(`occasion.${occasion}`)}
      </p>
      {differences.length === 0 && <p>{t(no === 1 ? "difference.first" : "difference.none")}</p>}
      <ul className="stack-tight profile-lines" role="list">
        {differences.map((difference, at) => (
          <li key={at}>
            <Difference difference={difference} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Difference({ difference: { how, of } }: { difference: ProfileDifference }) {
  const t = useMessages(profileMessages);
  const line = (entry: ProfileEntry | null) => {
    if (!entry) return "";
    const { from, to } = periodOf(entry);
    return [periodText(from, to, t("when.now")), entryText(entry, t)].filter(Boolean).join(": ");
  };
  if ("text" in of) return <Change what={t(`text.${of.text}`)} how={how} before={of.before} after={of.after} />;
  if ("list" in of) {
    const said = (answer: typeof of.before) =>
      answer === null ? "" : t(answer === "NONE" ? `answer.${of.list}.NONE` : `answer.${answer}`);
    return <Change what={t(`list.${of.list}`)} how={how} before={said(of.before)} after={said(of.after)} />;
  }
  const entry = of.after ?? of.before;
  return (
    <>
      <Change what={entry ? t(`list.${entry.kind}`) : ""} how={how} before={line(of.before)} after={line(of.after)} />
      {entry && entry.sensitivity !== "SOCIAL" && (
        <p>
          <EntryMark entry={entry} />
        </p>
      )}
    </>
  );
}

type ChangeProps = { what: string; how: ProfileDifference["how"]; before: string; after: string };

function Change({ what, how, before, after }: ChangeProps) {
  const t = useMessages(profileMessages);
  return (
    <>
      <strong>
        {t(`how.${how}`)}: {what}
      </strong>
      <div className="profile-change">
        {before && (
          <div>
            <span className="soft small">{t("difference.before")}</span>
            <p className="profile-words">{before}</p>
          </div>
        )}
        {after && (
          <div>
            <span className="soft small">{t("difference.after")}</span>
            <p className="profile-words">{after}</p>
          </div>
        )}
      </div>
    </>
  );
}
