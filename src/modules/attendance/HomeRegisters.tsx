import { useQuery } from "@tanstack/react-query";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { todayRegistersQuery } from "./api.ts";
import { attendanceMessages } from "./messages.ts";
import { RegisterLinks } from "./RegisterLinks.tsx";

/** The first screen of who keeps registers: today's ones, then those that somebody forgot to close. */
export function HomeRegisters() {
  const t = useMessages(attendanceMessages);
  const registers = useQuery(todayRegistersQuery);
  return (
    <Card title={t("home.today")}>
      <Loaded query={registers} lines={2}>
        {({ today, open }) => (
          <>
            {today.length === 0 && <p className="soft">{t("today.none")}</p>}
            <RegisterLinks sessions={today} />
            {open.length > 0 && (
              <>
                <h3>{t("today.open")}</h3>
                <RegisterLinks sessions={open} days />
              </>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
