import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { personProfileQuery } from "./api.ts";
import { ProfilePanel } from "./ProfilePanel.tsx";

/** "Profil" in a person's file: the newest one; those of joined records are a press away. */
export function ProfileTab({ personId }: { personId: string }) {
  const [profileId, choose] = useState("");
  const query = useQuery(personProfileQuery(personId, profileId));
  return <Loaded query={query}>{(view) => <ProfilePanel view={view} onChoose={choose} />}</Loaded>;
}
