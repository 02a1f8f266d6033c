import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { FreePlaces } from "./contract.ts";
import { facilityMessages } from "./messages.ts";

/** How many places can still be given, in words. */
export function PlacesLeft({
  places: { left, emergencyFree },
}: {
  places: Pick<FreePlaces, "left" | "emergencyFree">;
}) {
  const t = useMessages(facilityMessages);
  if (left === null) return <Status tone="neutral">{t("places.unknown")}</Status>;
  if (left === 0) return <Status tone="due">{t("places.full")}</Status>;
  const emergency = emergencyFree ? `, ${t("places.emergency", { count: Math.min(emergencyFree, left) })}` : "";
  return (
    <Status tone="confirmed">
      {t("places.left", { count: left })}
      {emergency}
    </Status>
  );
}
