import { Definitions } from "../ui/Definitions.tsx";
import { useMessages } from "../ui/useMessages.ts";
import { DateText } from "../ui/Words.tsx";
import type { SignPlace } from "./signable.ts";
import { signingMessages } from "./signingMessages.ts";

/** Each block on paper: who has signed it, how and when, and who is still awaited. */
export function SignaturePlaces({ places }: { places: readonly SignPlace[] }) {
  const t = useMessages(signingMessages);
  return (
    <Definitions
      items={places.map(({ role, name, signedOn, method }) => ({
        term: role,
        value:
          signedOn && method ? (
            <>
              {t("place.signed", { name: name ?? "", method: t(`method.${method}`) })}, <DateText day={signedOn} />
            </>
          ) : (
            t("place.waiting")
          ),
      }))}
    />
  );
}
