import { defineMessages } from "../../platform/messages.ts";
import { signingMessages as common } from "../../platform/signatures/signingMessages.ts";

/** Words of signing a contract. */
export const signingMessages = defineMessages({
  ...common,
  "contract.issued_for_signing": {
    pl: "Dokument wydany do podpisu elektronicznego",
    en: "Document issued for electronic signing",
    uk: "Документ видано для електронного підпису",
  },
  "contract.drawing_kept": {
    pl: "Podpis narysowany na ekranie (dowód roboczy)",
    en: "Signature drawn on a screen (working proof)",
    uk: "Підпис, намальований на екрані (робочий доказ)",
  },
  "contract.signature_waits": {
    pl: "Kontrakt czeka na podpis",
    en: "A contract waits for a signature",
    uk: "Контракт очікує підпису",
  },
  "contract.annex_signature_waits": {
    pl: "Aneks do kontraktu czeka na podpis",
    en: "An annex of a contract waits for a signature",
    uk: "Додаткова угода до контракту очікує підпису",
  },
  "contract.electronic_needs_file": {
    pl: "Podpis elektroniczny zapisuje się przez wgranie podpisanego pliku, który program sprawdza. Wydaj dokument do podpisu i wgraj go po podpisaniu.",
    en: "An electronic signature is recorded by uploading the signed file, which is checked. Issue the document and upload it once it is signed.",
    uk: "Електронний підпис записують, завантаживши підписаний файл, який перевіряє програма. Видайте документ на підпис і завантажте його підписаним.",
  },
  "print.drawn": {
    pl: "Rysunek na ekranie z {day} jest dowodem roboczym, nie podpisem w formie pisemnej.",
    en: "The drawing on a screen of {day} is a working proof, no signature in written form.",
    uk: "Малюнок на екрані від {day} є робочим доказом, а не підписом у письмовій формі.",
  },
  "group.history": { pl: "Historia kontraktu", en: "History of the contract", uk: "Історія контракту" },
  "history.filed": { pl: "Plik w aktach.", en: "A file lies with it.", uk: "Файл є у справі." },
  "history.unfiled": { pl: "Bez pliku.", en: "No file.", uk: "Без файлу." },
});
