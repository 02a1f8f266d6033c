import { useQuery } from "@tanstack/react-query";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { releaseQuery } from "./api.ts";
import { releaseMessages } from "./releaseMessages.ts";

/** A release from prison that lies ahead, for who reads that section of the file; nothing for anybody else. Source: docs/domain/rules.md R-JUR-06 */
export function ReleaseCard({ personId }: { personId: string }) {
  const t = useMessages(releaseMessages);
  const release = useQuery(releaseQuery(personId)).data?.release;
  if (!release) return null;
  const isOpen = release.state === "PRE_RELEASE";
  return (
    <Card title={t("title")}>
      <p>
        <Status tone={isOpen ? "due" : "neutral"}>{t(isOpen ? "open" : "before")}</Status>
      </p>
      <Definitions
        columns={2}
        items={[
          { term: t("on"), value: <DateText day={release.on} /> },
          { term: t("opensOn"), value: <DateText day={release.opensOn} /> },
        ]}
      />
      <p className="soft">{t("law", { count: release.months })}</p>
    </Card>
  );
}
