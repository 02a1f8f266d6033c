import { useQuery } from "@tanstack/react-query";
import { SignPaper } from "../../../platform/signatures/SignPaper.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { ipzsQuery, ipzsStale } from "./api.ts";
import { IpzsPrints } from "./IpzsPrints.tsx";
import { ipzsMessages } from "./messages.ts";

/** Who has signed a social employment programme and who is awaited. */
export function SignaturesScreen() {
  const t = useMessages(ipzsMessages);
  const ipzsId = useParam("ipzsId");
  const query = useQuery(ipzsQuery(ipzsId));
  const ipzs = query.data;
  return (
    <Page
      title={ipzs ? `${ipzs.personName}: ${t("signatures")}` : t("signatures")}
      lead={t("ipzs")}
      back={{ to: `/ipzs/${ipzsId}`, label: t("ipzs") }}
    >
      <Loaded query={query}>
        {({ id }) => (
          <SignPaper
            noun="ipzs"
            path="/ipzs"
            paperId={id}
            messages={t}
            stale={ipzsStale}
            prints={
              <div className="cluster">
                <IpzsPrints ipzsId={id} />
              </div>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
