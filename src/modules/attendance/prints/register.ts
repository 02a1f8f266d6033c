import type { GivenFile, WorkContext } from "../../../platform/command.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { type Lang, LOCALE, translate } from "../../../platform/messages.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { programmeMessages } from "../../programme/messages.ts";
import { attendanceMessages } from "../messages.ts";
import { readRegister } from "../queries.ts";
import { printMessages } from "./messages.ts";

const template = new URL("../documents/register.typ", import.meta.url).href;

/** A day as people write it in full. */
export const longDay = (value: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));

/**
 * One register as a list to sign; the same people by the same names as its reader sees. `filled`: with the marks that count, else only
 * places for signatures. @throws Problem not_found. Source: docs/domain/forms.md F-35
 */
export async function printRegister(
  context: WorkContext,
  { sessionId, lang, filled }: { sessionId: string; lang: Lang; filled: boolean },
): Promise<GivenFile> {
  const register = await readRegister(context, sessionId);
  const [t, words, p] = [
    translate(printMessages, lang),
    translate(attendanceMessages, lang),
    translate(programmeMessages, lang),
  ];
  const { organisation, pictures } = await letterheadOf(context);
  const { closing, people, hidden } = register;
  const moduleName = register.moduleName ?? p.maybe(`module.${register.moduleCode}`) ?? register.moduleCode;
  const missed = ({ minutesLate, minutesLeftEarly }: (typeof people)[number]) => minutesLate + minutesLeftEarly;
  const facts: [string, string][] = [
    [t("module"), moduleName],
    [t("group"), register.groupName],
    [t("day"), longDay(register.day, lang)],
    [t("time"), words("where", { time: register.startsAt, minutes: closing?.heldMinutes ?? register.minutes })],
    ...(register.room ? [[t("room"), register.room] as [string, string]] : []),
    [t("leader"), closing?.leaderName ?? register.leaderName ?? ""],
    ...(closing && closing.coLeaderNames.length > 0
      ? [[t("coLeaders"), closing.coLeaderNames.join(", ")] as [string, string]]
      : []),
    ...(filled && closing
      ? ([
          [t("topic"), closing.topic],
          ...(closing.content ? [[t("content"), closing.content]] : []),
          ...(closing.workDone ? [[t("workDone"), closing.workDone]] : []),
          ...(closing.mealsIssued === null ? [] : [[t("meals"), String(closing.mealsIssued)]]),
        ] as [string, string][])
      : []),
  ];
  const { bytes } = await renderPdf({
    template,
    title: t("list.title"),
    lang,
    pictures,
    data: {
      frame: { organisation, issuedOn: register.day },
      facts,
      filled,
      people: people.map((person, at) => ({
        no: String(at + 1),
        name: person.name,
        mark: person.status
          ? `${words(`status.${person.status}`)}${missed(person) > 0 ? ` ${words("lateBy", { minutes: missed(person) })}` : ""}`
          : "",
      })),
      words: { no: t("no"), person: t("person"), mark: t("mark"), signature: t("signature"), empty: t("empty") },
      notes: hidden > 0 ? [t("hidden", { count: hidden })] : [],
      parties: [{ role: t("leader"), name: closing?.leaderName ?? register.leaderName ?? "" }],
    },
  });
  return { bytes, mediaType: "application/pdf", name: `register-${register.day}.pdf` };
}
