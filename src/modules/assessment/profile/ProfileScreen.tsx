import { useQuery } from "@tanstack/react-query";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { personProfileQuery } from "./api.ts";
import { profileMessages } from "./messages.ts";
import { ProfileTab } from "./ProfileTab.tsx";

/** The experience profile on a page of its own. */
export function ProfileScreen() {
  const t = useMessages(profileMessages);
  const personId = useParam("personId");
  const { data } = useQuery(personProfileQuery(personId));
  return (
    <Page
      title={t("title")}
      lead={data?.personName}
      back={{ to: `/people/${personId}`, label: data?.personName ?? t("backToPerson") }}
    >
      <ProfileTab personId={personId} />
    </Page>
  );
}
