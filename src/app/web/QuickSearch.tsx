import { CommandPalette, placesSource } from "../../platform/ui/CommandPalette.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { Place } from "./places.ts";
import { searchSources } from "./searchSources.ts";
import { webMessages } from "./webMessages.ts";

export function QuickSearch({ places }: { places: readonly Place[] }) {
  const t = useMessages(webMessages);
  const own = placesSource(
    t("nav.main"),
    places.map((place) => ({ to: place.path, label: t(place.label) })),
  );
  return <CommandPalette sources={[...searchSources, own]} />;
}
