import type { Signable } from "../../platform/signatures/signable.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { contractKeys } from "./api.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import { expectedSigner, isMember, signatoryWord } from "./rules.ts";

type Annex = ContractView["annexes"][number];

/** The contract, or one of its annexes, as what is signed. */
export function useSignable(contract: ContractView, annex: Annex | null = null): Signable {
  const t = useMessages(contractMessages);
  const roleOf = (signedAs: ContractView["signatures"][number]["signedAs"]) => {
    const role = t(`signedAs.${signatoryWord(signedAs)}`);
    return isMember(signedAs) ? `${role}: ${contract.parties.find(({ side }) => side === signedAs)?.name ?? ""}` : role;
  };
  return {
    address: `/api/contracts/${contract.id}`,
    ...(annex ? { suffix: `?annexId=${annex.id}` } : {}),
    signingKey: ["contracts", contract.id, "signing", annex?.id ?? null],
    commands: {
      paper: annex ? "contract.sign-annex" : "contract.sign",
      issue: "contract.issue-for-signing",
      file: "contract.sign-electronically",
      drawing: "contract.draw-signature",
    },
    ids: { contractId: contract.id, annexId: annex?.id ?? null },
    onPaper: { contractId: contract.id, ...(annex ? { annexId: annex.id } : {}), method: "WET" },
    places: (annex ?? contract).signatures.map((place) => ({
      ...place,
      role: roleOf(place.signedAs),
      expected: expectedSigner(contract, place.signedAs),
    })),
    isNext: annex ? annex.state !== "IN_FORCE" : contract.state !== "SIGNED",
    messages: t,
    stale: contractKeys,
  };
}
