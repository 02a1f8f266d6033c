import type { ReactNode } from "react";
import { Button, DownloadLink, LinkButton, OtherPrints } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { MissingList } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { documentAddress, scanAddress } from "./api.ts";
import { askedLists, type EntryKind, type ProfileText } from "./codes.ts";
import type { PersonProfile, ProfileView } from "./contract.ts";
import { EntryMark } from "./EntryMark.tsx";
import { entryText, periodText } from "./entryText.ts";
import { LifeLine } from "./LifeLine.tsx";
import { profileMessages } from "./messages.ts";
import { entriesOf, missingParts, periodOf } from "./rules.ts";
import "./profile.css";

type Shown = { view: PersonProfile; profile: ProfileView };

/** The profile as it stands: what the person wants first, then the line, the rest in the order of the form. */
export function ProfilePanel({ view, onChoose }: { view: PersonProfile; onChoose: (profileId: string) => void }) {
  const t = useMessages(profileMessages);
  const { profile, personId, mayWrite } = view;
  if (!profile)
    return (
      <div className="stack">
        <Early view={view} />
        <EmptyState
          title={t("none")}
          text={t(view.writes.length > 0 && view.caseId === null ? "noCase" : "noneText")}
          action={
            mayWrite && (
              <LinkButton to={`/people/${personId}/profile/edit`} kind="main" icon="plus">
                {t("act.begin")}
              </LinkButton>
            )
          }
        />
      </div>
    );
  if (view.sees === "SUMMARY") return <Summary view={view} profile={profile} />;
  return (
    <div className="stack">
      <Early view={view} />
      <Head view={view} profile={profile} />
      <Card title={t("q.view")}>
        <Words profile={profile} name="personView" />
        <Entries profile={profile} kind="WISH" />
      </Card>
      <Card>
        <LifeLine view={view} />
        <Months profile={profile} />
      </Card>
      <div className="profile-columns">
        <Card title={t("q.experience")}>
          <Words profile={profile} name="socialExperience" />
          <Words profile={profile} name="workExperience" />
        </Card>
        <Card title={t("q.resources")}>
          <Words profile={profile} name="resources" />
          <Words profile={profile} name="interests" />
        </Card>
        {(["LIFE_EVENT", "HOMELESSNESS", "INSTITUTION", "SUPPORT", "BARRIER"] as const).map((kind) => (
          <Card key={kind} title={t(`list.${kind}`)}>
            <Entries profile={profile} kind={kind} />
          </Card>
        ))}
        <Card title={t("q.summary")}>
          <Words profile={profile} name="summaryForPlans" bare />
        </Card>
      </div>
      {view.others.length > 0 && (
        <Card title={t("others")}>
          <div className="cluster">
            {view.others.map(({ id, madeOn }) => (
              <Button key={id} onClick={() => onChoose(id)}>
                {t("other.of", { day: formatDay(madeOn, t.lang) })}
              </Button>
            ))}
          </div>
        </Card>
      )}
    </div>
  );
}

function Early({ view }: { view: PersonProfile }) {
  const t = useMessages(profileMessages);
  return view.beforeRecommendation && view.writes.length > 0 ? (
    <Notice tone="due">{t("beforeRecommendation")}</Notice>
  ) : null;
}

/** Which version, what the person says to it, what can be done. */
function Head({ view, profile }: Shown) {
  const t = useMessages(profileMessages);
  const { personId, mayWrite } = view;
  const { lang } = t;
  const last = profile.acceptances[0];
  const answered = last?.versionNo === profile.version ? last : undefined;
  const missing = missingParts(profile.content, answered !== undefined, view.work.length > 0);
  return (
    <Card
      title={t("version", { no: profile.version })}
      actions={
        mayWrite && (
          <LinkButton to={`/people/${personId}/profile/edit`} kind="main" icon="edit">
            {t("act.edit")}
          </LinkButton>
        )
      }
    >
      <p className="soft small">
        {t("madeBy", { name: profile.madeBy, day: formatDay(profile.madeOn, lang) })},{" "}
        {t(`occasion.${profile.occasion}`)}
      </p>
      {answered ? (
        <Status tone={answered.outcome === "ACCEPTED" ? "confirmed" : "danger"}>
          {t(`outcome.${answered.outcome}`)}
        </Status>
      ) : (
        <p>{last ? t("acceptance.older", { no: last.versionNo }) : t("acceptance.none")}</p>
      )}
      <ul className="stack-tight profile-lines" role="list">
        {profile.acceptances.map((one) => (
          <li key={one.id}>
            <span className="small">
              {t("acceptance.line", {
                no: one.versionNo,
                outcome: t(`outcome.${one.outcome}`).toLowerCase(),
                way: t(`way.${one.way}`),
                day: formatDay(one.givenOn, lang),
              })}
            </span>
            {one.words && <p className="profile-words">„{one.words}”</p>}
            {one.hasFile && <DownloadLink href={scanAddress(one.id)}>{t("act.openScan")}</DownloadLink>}
          </li>
        ))}
      </ul>
      {mayWrite && <MissingList items={missing.map((code) => ({ text: t.maybe(code) ?? code }))} />}
      <div className="cluster">
        {mayWrite && <LinkButton to={`/people/${personId}/profile/answer`}>{t("act.acceptance")}</LinkButton>}
        <LinkButton to={`/people/${personId}/profile/versions`} kind="plain">
          {t("act.versions")}
        </LinkButton>
        <DownloadLink href={documentAddress(profile.id, { lang })}>{t("act.print")}</DownloadLink>
        <OtherPrints>
          <DownloadLink href={documentAddress(profile.id, { lang, print: "large" })}>
            {t("act.printLarge")}
          </DownloadLink>
          <DownloadLink href={documentAddress(profile.id, { lang, words: "plain" })}>
            {t("act.printPlain")}
          </DownloadLink>
          <DownloadLink href={documentAddress(profile.id, { lang, print: "edit" })}>
            {t("act.printForEditing")}
          </DownloadLink>
        </OtherPrints>
      </div>
    </Card>
  );
}

function Months({ profile: { monthsHomeless: months } }: { profile: ProfileView }) {
  const t = useMessages(profileMessages);
  const { least, most } = months;
  if (most === 0) return null;
  return (
    <p>
      {least === most ? t("months.exact", { count: most }) : t("months.between", { least, most })}{" "}
      <span className="soft small">{t("months.how")}</span>
    </p>
  );
}

/** `bare`: the card's own title says what it is. */
function Words({ profile, name, bare = false }: { profile: ProfileView; name: ProfileText; bare?: boolean }) {
  const t = useMessages(profileMessages);
  const text = profile.content.texts[name];
  const body: ReactNode = text ? <p className="profile-words">{text}</p> : <p className="soft">{t("notSaid")}</p>;
  return bare ? (
    body
  ) : (
    <section className="stack-tight">
      <h3 className="profile-label">{t(`text.${name}`)}</h3>
      {body}
    </section>
  );
}

function Entries({ profile: { content }, kind }: { profile: ProfileView; kind: EntryKind }) {
  const t = useMessages(profileMessages);
  const entries = entriesOf(content, kind);
  const list = askedLists.find((one) => one === kind);
  const answer = list && content.answers[list];
  if (entries.length === 0)
    return (
      <p className="soft">
        {answer && list ? t(answer === "NONE" ? `answer.${list}.NONE` : `answer.${answer}`) : t("notSaid")}
      </p>
    );
  return (
    <ul className="stack-tight profile-lines" role="list">
      {entries.map((entry) => {
        const { from, to } = periodOf(entry);
        const dated = kind !== "BARRIER" && kind !== "WISH";
        return (
          <li key={entry.id}>
            {dated && <strong>{periodText(from, to, t("when.now")) || t("when.unknown")}</strong>}
            {entry.kind === "WISH" && <span className="soft small">{t(`sphere.${entry.sphere}`)}</span>}
            <span className="profile-words">
              {entryText(entry, t)} <EntryMark entry={entry} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Summary({ profile, view }: Shown) {
  const t = useMessages(profileMessages);
  const own = profile.content.entries.filter(({ sensitivity }) => view.opens.includes(sensitivity));
  return (
    <div className="stack">
      <Notice>{t("summaryOnly")}</Notice>
      <Card title={t("q.summary")}>
        <Words profile={profile} name="summaryForPlans" bare />
      </Card>
      <Card title={t("q.resources")}>
        <Words profile={profile} name="resources" />
        <Words profile={profile} name="interests" />
      </Card>
      {own.length > 0 && (
        <Card title={t("line.title")}>
          <ul className="stack-tight profile-lines" role="list">
            {own.map((entry) => {
              const { from, to } = periodOf(entry);
              return (
                <li key={entry.id}>
                  <strong>{periodText(from, to, t("when.now")) || t("when.unknown")}</strong>
                  <span className="profile-words">
                    {entryText(entry, t)} <EntryMark entry={entry} />
                  </span>
                </li>
              );
            })}
          </ul>
        </Card>
      )}
    </div>
  );
}
