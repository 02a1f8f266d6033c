import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { versionsQuery } from "./api.ts";
import type { PlanVersionView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { Difference } from "./PlanDifference.tsx";
import "../../platform/ui/record.css";
import "./plan.css";

/** Two versions of a plan side by side, in words: what was, what is. */
export function VersionsScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(versionsQuery(planId));
  return (
    <Page title={t("versions")} back={{ to: `/plans/${planId}`, label: t("back") }}>
      <Loaded query={query}>
        {({ versions }) =>
          versions.length < 2 ? <EmptyState title={t("versions.one")} /> : <Comparison versions={versions} />
        }
      </Loaded>
    </Page>
  );
}

function Comparison({ versions }: { versions: readonly PlanVersionView[] }) {
  const t = useMessages(planMessages);
  const lang = useLanguage();
  const last = versions.length - 1;
  const [chosen, choose] = useState({ older: String(last - 1), newer: String(last) });
  const options = versions.map(({ no, madeOn, madeBy }, at) => ({
    value: String(at),
    label: t("versions.line", { no, day: formatDay(madeOn, lang), by: madeBy }),
  }));
  const [before, after] = [versions[Number(chosen.older)], versions[Number(chosen.newer)]];
  return (
    <>
      <div className="plan-versions">
        <SelectField
          label={t("versions.older")}
          empty={false}
          options={options.filter(({ value }) => Number(value) < Number(chosen.newer))}
          value={chosen.older}
          onChange={(older) => choose({ ...chosen, older })}
        />
        <SelectField
          label={t("versions.newer")}
          empty={false}
          options={options.filter(({ value }) => Number(value) > Number(chosen.older))}
          value={chosen.newer}
          onChange={(newer) => choose({ ...chosen, newer })}
        />
      </div>
      {after?.content.reason && (
        <p>
          <span className="soft small">{t("version.reason")}:</span> {after.content.reason}
        </p>
      )}
      {before && after && <Difference before={before.content} after={after.content} />}
    </>
  );
}
