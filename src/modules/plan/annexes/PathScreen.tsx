import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { AnnexPage } from "./AnnexPage.tsx";
import { ActButton, Missing, Prints } from "./AnnexParts.tsx";
import { AnnexVersions } from "./AnnexVersions.tsx";
import { pathQuery } from "./api.ts";
import { competences } from "./codes.ts";
import type { InterpersonalPathView, MeasureView } from "./contract.ts";
import { MeasurePicture } from "./MeasurePicture.tsx";
import { annexMessages } from "./messages.ts";
import { coursesOf, riseOf } from "./rules.ts";
import { hoursText } from "./words.ts";
import "../../../platform/ui/record.css";
import "../plan.css";

type Annex = NonNullable<InterpersonalPathView["annex"]>;
type Part = { path: InterpersonalPathView; annex: Annex };

/** The path on one page: how competences change, goals, forms, measurements, versions. */
export function PathScreen() {
  const planId = useParam("planId");
  const query = useQuery(pathQuery(planId));
  return (
    <AnnexPage kind="path" planId={planId} query={query}>
      {(path, annex) => <Whole path={path} annex={annex} />}
    </AnnexPage>
  );
}

function Whole({ path, annex }: Part) {
  const t = useMessages(annexMessages);
  return (
    <>
      <Acts path={path} annex={annex} />
      <Card title={t("picture")}>
        {!path.seesMeasures && <p className="soft">{t("measurements.hidden")}</p>}
        {path.seesMeasures && annex.measures.length === 0 && <p className="soft">{t("measurements.none")}</p>}
        {path.seesMeasures && annex.measures.length > 0 && <MeasurePicture courses={coursesOf(annex.measures)} />}
      </Card>
      {path.mayWrite && <Rises path={path} annex={annex} />}
      <div className="record-columns">
        <div className="stack">
          <Card title={t("goals")}>
            {annex.goals.length === 0 && <p className="soft">{t("goals.none")}</p>}
            {annex.goals.map((goal) => (
              <div key={goal.id} className="record-line">
                <p>{goal.text}</p>
                {goal.competence && <p className="soft small">{t(`competence.${goal.competence}`)}</p>}
                {goal.reason && (
                  <p>
                    <span className="soft small">{t("reason")}:</span> {goal.reason}
                  </p>
                )}
              </div>
            ))}
          </Card>
          <Forms annex={annex} />
        </div>
        <div className="stack">
          <Card title={t("path")}>
            <Definitions
              items={[
                { term: t("ledBy.path"), value: annex.ledBy },
                { term: t("begunOn"), value: <DateText day={annex.begunOn} /> },
                { term: t("versionNo"), value: annex.versionNo || undefined },
              ]}
            />
          </Card>
          {annex.measures.length > 0 && <Measures path={path} annex={annex} />}
          {path.seesMeasures && annex.versionNo > 0 && <AnnexVersions place="path" annexId={annex.id} />}
        </div>
      </div>
    </>
  );
}

function Acts({ path, annex }: Part) {
  const t = useMessages(annexMessages);
  const draft = path.mayWrite && annex.state === "DRAFT";
  const ready = draft && annex.refusals.length === 0;
  const started = annex.measures.length > 0;
  return (
    <section className="stack">
      {draft && <Missing refusals={annex.refusals} />}
      <div className="cluster">
        {ready && (
          <ActButton
            type="interpersonal-path.agree"
            kind="main"
            label={t("act.agree")}
            payload={() => ({ annexId: annex.id })}
          />
        )}
        {path.mayWrite && (
          <LinkButton
            to={`/plans/${path.planId}/path/measure`}
            icon="plus"
            kind={!ready && (!started || annex.state === "IN_FORCE") ? "main" : "quiet"}
          >
            {t("act.measure")}
          </LinkButton>
        )}
        {path.mayWrite && (
          <LinkButton
            to={`/plans/${path.planId}/path/edit`}
            icon="edit"
            kind={draft && !ready && started ? "main" : "quiet"}
          >
            {t("act.editPath")}
          </LinkButton>
        )}
        {path.mayWrite && <LinkButton to={`/plans/${path.planId}/leading`}>{t("leading.act")}</LinkButton>}
        {path.seesMeasures && annex.state !== "DRAFT" && (
          <LinkButton to={`/plans/${path.planId}/path/sign`} icon="pen">
            {t("sign.title")}
          </LinkButton>
        )}
        {path.seesMeasures && <Prints place="path" annexId={annex.id} />}
      </div>
    </section>
  );
}

function Forms({ annex }: { annex: Annex }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const total = annex.forms.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
  return (
    <Card title={t("forms")}>
      {annex.forms.length === 0 && <p className="soft">{t("forms.none")}</p>}
      {annex.forms.map((form) => (
        <p key={form.id} className="record-line">
          <span>
            {t(`form.${form.form}`)}
            {form.hours !== null && `, ${hoursText(t, lang, form.hours)}`}
          </span>
          {form.note && <span className="soft small">{form.note}</span>}
        </p>
      ))}
      {total > 0 && <p className="soft">{t("hoursTotal", { hours: total.toLocaleString(lang) })}</p>}
    </Card>
  );
}

/** Every measuring with its day and who measured; corrected ones stay, struck through. */
function Measures({ path, annex }: Part) {
  const t = useMessages(annexMessages);
  return (
    <Card title={t("measurements.all")}>
      {annex.measures.toReversed().map((measure) => (
        <div key={measure.id} className="record-line">
          <p className="cluster">
            <strong>{t(`moment.${measure.moment}`)}</strong>
            <DateText day={measure.measuredOn} />
            {!measure.counts && <Status tone="neutral">{t("corrected")}</Status>}
            {measure.corrects && <Status tone="neutral">{t("correction")}</Status>}
          </p>
          <Levels measure={measure} />
          {measure.reason && (
            <p>
              <span className="soft small">{t("correct.reason")}:</span> {measure.reason}
            </p>
          )}
          <p className="soft small">
            {t("measuredBy")}: {measure.measuredBy}
          </p>
          {path.mayWrite && measure.counts && (
            <p>
              <AppLink to={`/plans/${path.planId}/path/measures/${measure.id}`}>{t("correct")}</AppLink>
            </p>
          )}
        </div>
      ))}
    </Card>
  );
}

function Levels({ measure }: { measure: MeasureView }) {
  const t = useMessages(annexMessages);
  const words = competences
    .filter((competence) => measure.levels[competence] !== undefined)
    .map((competence) => `${t(`competence.${competence}`)} ${measure.levels[competence]}`)
    .join(", ");
  return <p>{measure.counts ? words : <s>{words}</s>}</p>;
}

/** What rose and could be offered as a soft outcome; what was offered leads to its proof. */
function Rises({ path, annex }: Part) {
  const t = useMessages(annexMessages);
  const [projectId, setProjectId] = useState("");
  const rises = coursesOf(annex.measures).flatMap((course) => riseOf(course).rise ?? []);
  if (rises.length === 0) return null;
  const [first] = path.projects;
  const chosen = path.projects.length === 1 ? first?.id : projectId;
  return (
    <Card title={t("rises")}>
      <p className="soft">{t("rises.lead")}</p>
      {!first && <p className="soft">{t("rise.noProject")}</p>}
      {path.projects.length > 1 && (
        <ChoiceField
          label={t("rise.project")}
          options={path.projects.map(({ id, title }) => ({ value: id, label: title }))}
          value={projectId}
          onChange={setProjectId}
        />
      )}
      {rises.map(({ competence, before, after, afterId }) => {
        const offer = annex.offers.find((each) => each.competence === competence && each.afterId === afterId);
        return (
          <div key={competence} className="record-line">
            <p>{t("rise.line", { competence: t(`competence.${competence}`), before, after })}</p>
            {offer && (
              <p className="cluster">
                <Status tone="confirmed">{t("rise.offered")}</Status>
                <DateText day={offer.on} />
                <AppLink to={`/outcomes/${offer.evidenceId}`}>{t("rise.open")}</AppLink>
              </p>
            )}
            {!offer && chosen && (
              <div className="cluster">
                <ActButton
                  type="interpersonal-path.offer-outcome"
                  label={t("rise.offer", { competence: t(`competence.${competence}`) })}
                  payload={() => ({ evidenceId: uuidv7(), annexId: annex.id, projectId: chosen, competence })}
                />
              </div>
            )}
          </div>
        );
      })}
    </Card>
  );
}
