import { Definitions } from "../../platform/ui/Definitions.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";

/** Each block on paper: who has signed it, how and when, and who is still awaited. */
export function SignaturePlaces({ places }: { places: ContractView["signatures"] }) {
  const t = useMessages(contractMessages);
  return (
    <Definitions
      items={places.map((place) => ({
        term: t(`signedAs.${place.signedAs}`),
        value:
          place.signedOn && place.method ? (
            <>
              {t("place.signed", { name: place.name ?? "", method: t(`method.${place.method}`) })},{" "}
              <DateText day={place.signedOn} />
            </>
          ) : (
            t("place.waiting")
          ),
      }))}
    />
  );
}
