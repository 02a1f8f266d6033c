import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { templatesQuery } from "./api.ts";
import type { PlanTemplate } from "./contract.ts";
import { templateMessages } from "./messages.ts";
import { isInForce } from "./rules.ts";
import { TemplateForm } from "./TemplateForm.tsx";
import "../../../platform/ui/record.css";
import "../plan.css";

/** The organisation's templates; who keeps them changes them here. */
export function TemplatesScreen() {
  const t = useMessages(templateMessages);
  const templates = useQuery(templatesQuery);
  const [editing, edit] = useState<string | null>(null);
  return (
    <Page title={t("templates")} lead={t("templates.lead")} back={{ to: "/plans", label: t("plans") }} narrow>
      <Loaded query={templates}>
        {({ mayWrite, templates: all }) => (
          <>
            {all.length === 0 && editing === null && (
              <EmptyState title={t("templates.none")} text={mayWrite ? undefined : t("templates.noneNext")} />
            )}
            {all.map((template) =>
              editing === template.id ? (
                <TemplateForm
                  key={`${template.id} ${template.version}`}
                  template={template}
                  onDone={() => edit(null)}
                  onReload={() => void templates.refetch()}
                />
              ) : (
                <TemplateCard
                  key={template.id}
                  template={template}
                  onEdit={mayWrite ? () => edit(template.id) : undefined}
                />
              ),
            )}
            {mayWrite && editing === "new" && <TemplateForm onDone={() => edit(null)} />}
            {mayWrite && editing === null && (
              <div>
                <Button icon="plus" kind={all.length === 0 ? "main" : "quiet"} onClick={() => edit("new")}>
                  {t("template.new")}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function TemplateCard({ template, onEdit }: { template: PlanTemplate; onEdit: (() => void) | undefined }) {
  const t = useMessages(templateMessages);
  const lang = useLanguage();
  const day = today();
  const holds = isPlainDate(day) && isInForce(template, day);
  return (
    <Card
      title={template.name}
      actions={<Status tone={holds ? "active" : "neutral"}>{t(holds ? "template.holds" : "template.holdsNot")}</Status>}
    >
      <p className="soft small">
        {t(`kind.${template.kind}`)} · <DateText day={template.validFrom} /> –{" "}
        {template.validUntil ? <DateText day={template.validUntil} /> : "…"}
      </p>
      <ul>
        {template.goals.map(({ sphere, text }, at) => (
          <li key={`goal ${at}`}>
            {t(`sphere.${sphere}`)}: {text}
          </li>
        ))}
        {template.tasks.map(({ side, what }, at) => (
          <li key={`task ${at}`}>
            {t(`side.${side}`)}: {what}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t("template.lastSaved", { at: formatInstant(template.savedAt, lang), by: template.savedBy })}
      </p>
      {onEdit && (
        <div>
          <Button icon="edit" onClick={onEdit}>
            {t("template.edit")}
          </Button>
        </div>
      )}
    </Card>
  );
}
