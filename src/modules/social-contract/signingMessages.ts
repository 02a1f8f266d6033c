import { defineMessages } from "../../platform/messages.ts";
import { signatureMessages } from "../../platform/signatures/messages.ts";

/** Words of signing a contract. */
export const signingMessages = defineMessages({
  ...signatureMessages,
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
  "hint.personal": {
    pl: "Podpis osobisty to podpis z dowodu z warstwą elektroniczną. Wobec ośrodka działa jak podpis własnoręczny; wobec organizacji, która nie jest podmiotem publicznym, tylko gdy obie strony się na to zgodziły (art. 12d ustawy o dowodach osobistych; sprawdź aktualny tekst).",
    en: "A personal signature comes from an identity card with a chip. Towards the centre it works as one by hand; towards an organisation that is no public body only where both sides agreed to it (art. 12d of the act on identity cards; check the current text).",
    uk: "Особистий підпис – це підпис із посвідчення з електронним шаром. Для центру він діє як власноручний; для організації, яка не є публічною установою, лише за згодою обох сторін (ст. 12d закону про посвідчення особи; перевірте чинний текст).",
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
  "way.PAPER": { pl: "Na papierze", en: "On paper", uk: "На папері" },
  "way.ELECTRONIC": { pl: "Elektronicznie, z pliku", en: "Electronically, from a file", uk: "Електронно, з файлу" },
  "way.DRAWN": { pl: "Rysunek na tym ekranie", en: "Drawing on this screen", uk: "Малюнок на цьому екрані" },
  "field.way": { pl: "Jak podpisano", en: "How it was signed", uk: "Як підписано" },
  "field.signedPlace": { pl: "Miejscowość", en: "Place", uk: "Місцевість" },
  "field.scan": {
    pl: "Skan podpisanego egzemplarza",
    en: "Scan of the signed copy",
    uk: "Скан підписаного примірника",
  },
  "hint.scan": {
    pl: "Można dołączyć teraz. Kto zapisuje, ten potwierdza, że widział podpis.",
    en: "May be attached now. Who records it confirms having seen the signature.",
    uk: "Можна додати зараз. Хто записує, той підтверджує, що бачив підпис.",
  },
  "field.electronicKind": { pl: "Rodzaj podpisu", en: "Kind of signature", uk: "Вид підпису" },
  "field.signedFile": {
    pl: "Podpisany plik (PDF lub XML)",
    en: "Signed file (PDF or XML)",
    uk: "Підписаний файл (PDF або XML)",
  },
  "hint.signedFile": {
    pl: "Program sprawdzi podpis i to, że jest to wydany dokument. Nazwisko i dzień weźmie z pliku.",
    en: "The signature is checked, and that this is the issued document. Name and day come from the file.",
    uk: "Програма перевірить підпис і те, що це виданий документ. Прізвище й день візьме з файлу.",
  },
  "act.issue": {
    pl: "Wydaj dokument do podpisu elektronicznego",
    en: "Issue the document for electronic signing",
    uk: "Видати документ для електронного підпису",
  },
  "hint.issue": {
    pl: "Powstaje zamrożony PDF. Strony podpisują właśnie ten plik, profilem zaufanym albo podpisem kwalifikowanym.",
    en: "A frozen PDF is made. The parties sign exactly that file, with a trusted profile or a qualified signature.",
    uk: "Створюється заморожений PDF. Сторони підписують саме цей файл довіреним профілем або кваліфікованим підписом.",
  },
  "issued.line": {
    pl: "Wydano {when}, {name}",
    en: "Issued {when}, {name}",
    uk: "Видано {when}, {name}",
  },
  "issued.open": { pl: "Pobierz plik do podpisu", en: "Download the file to sign", uk: "Завантажити файл для підпису" },
  "act.checkFile": { pl: "Sprawdź i zapisz podpis", en: "Check and record", uk: "Перевірити й записати" },
  "act.keepDrawing": {
    pl: "Zachowaj jako dowód roboczy",
    en: "Keep as a working proof",
    uk: "Зберегти як робочий доказ",
  },
  "group.signatures": { pl: "Podpisy i ich dowody", en: "Signatures and their proofs", uk: "Підписи та їх докази" },
  "group.history": { pl: "Historia kontraktu", en: "History of the contract", uk: "Історія контракту" },
  "history.filed": { pl: "Plik w aktach.", en: "A file lies with it.", uk: "Файл є у справі." },
  "history.unfiled": { pl: "Bez pliku.", en: "No file.", uk: "Без файлу." },
  "proof.PAPER": { pl: "na papierze", en: "on paper", uk: "на папері" },
  "proof.ELECTRONIC": { pl: "w pliku elektronicznym", en: "in an electronic file", uk: "в електронному файлі" },
  "proof.DRAWN": { pl: "rysunek na ekranie", en: "drawing on a screen", uk: "малюнок на екрані" },
  "proof.place": { pl: "Miejscowość: {place}", en: "Place: {place}", uk: "Місцевість: {place}" },
  "proof.recordedBy": { pl: "Potwierdza: {name}", en: "Confirmed by: {name}", uk: "Підтверджує: {name}" },
  "open.PAPER": { pl: "Otwórz skan", en: "Open the scan", uk: "Відкрити скан" },
  "open.ELECTRONIC": {
    pl: "Pobierz podpisany plik",
    en: "Download the signed file",
    uk: "Завантажити підписаний файл",
  },
  "open.DRAWN": { pl: "Pobierz rysunek", en: "Download the drawing", uk: "Завантажити малюнок" },
});
