import { defineMessages } from "../messages.ts";
import { signatureMessages } from "./messages.ts";
import { partyMessages } from "./partyMessages.ts";

/** Words of signing any paper: who signs, in which way, what proves it. */
export const signingMessages = defineMessages({
  ...signatureMessages,
  ...partyMessages,
  "signature.already_given": {
    pl: "Ten podpis jest już zapisany.",
    en: "This signature is recorded already.",
    uk: "Цей підпис уже записано.",
  },
  "signature.not_expected": {
    pl: "W tym dokumencie nie ma miejsca na taki podpis. Sprawdź, kto ma go podpisać.",
    en: "This paper has no place for such a signature. Check who signs it.",
    uk: "У цьому документі немає місця для такого підпису. Перевірте, хто підписує.",
  },
  "signature.words_changed": {
    pl: "Treść różni się od tej, którą podpisano, a nie zmieniła jej żadna czynność w programie. Podpisywanie jest zatrzymane. Zgłoś to administratorowi i inspektorowi ochrony danych.",
    en: "The words differ from those that were signed, and no act in the program changed them. Signing is stopped. Tell the administrator and the data protection officer.",
    uk: "Зміст відрізняється від підписаного, і жодна дія в програмі його не змінювала. Підписання зупинено. Повідомте адміністратора та інспектора із захисту даних.",
  },
  "signature.day_in_future": {
    pl: "Podpis nie może być z przyszłego dnia. Podaj dzień, w którym go złożono.",
    en: "A signature cannot be of a day to come. Give the day on which it was made.",
    uk: "Підпис не може бути з майбутнього дня. Вкажіть день, коли його зроблено.",
  },
  "signature.day_too_early": {
    pl: "Podpis jest wcześniejszy niż zgoda na tę treść. Sprawdź dzień na papierze.",
    en: "The signature is earlier than the agreement to these words. Check the day on paper.",
    uk: "Підпис раніший за згоду на цей зміст. Перевірте день на папері.",
  },
  "signature.not_agreed_yet": {
    pl: "To jeszcze szkic. Najpierw zapiszcie zgodę osoby na treść, potem podpisy.",
    en: "This is still a draft. First record the person’s agreement to the words, then the signatures.",
    uk: "Це ще чернетка. Спершу запишіть згоду особи на зміст, потім підписи.",
  },
  "signature.paper_closed": {
    pl: "Ten dokument jest zakończony, nowych podpisów się pod nim nie składa.",
    en: "This paper has ended; nobody signs it any more.",
    uk: "Цей документ завершено, нових підписів під ним не ставлять.",
  },
  "paper.signed": {
    pl: "Zapisano podpis pod dokumentem",
    en: "A paper was signed",
    uk: "Записано підпис під документом",
  },
  "paper.issued_for_signing": {
    pl: "Dokument wydany do podpisu elektronicznego",
    en: "Document issued for electronic signing",
    uk: "Документ видано для електронного підпису",
  },
  "paper.drawing_kept": {
    pl: "Podpis narysowany na ekranie (dowód roboczy)",
    en: "Signature drawn on a screen (working proof)",
    uk: "Підпис, намальований на екрані (робочий доказ)",
  },
  "paper.signature_waits": {
    pl: "Dokument czeka na podpis",
    en: "A paper waits for a signature",
    uk: "Документ очікує підпису",
  },
  "paper.frozen": {
    pl: "Podpisana treść jest zamrożona. Zmiana treści wymaga nowych podpisów.",
    en: "The signed words are frozen. Changed words need new signatures.",
    uk: "Підписаний зміст заморожено. Зміна змісту потребує нових підписів.",
  },
  "paper.whole": {
    pl: "Podpisali wszyscy. Treść jest zamrożona.",
    en: "Everybody has signed. The words are frozen.",
    uk: "Підписали всі. Зміст заморожено.",
  },
  "paper.earlier": { pl: "Wcześniejsza treść", en: "Earlier words", uk: "Попередній зміст" },
  "paper.earlierText": {
    pl: "Te podpisy są pod treścią, którą potem zmieniono. Zostają w aktach.",
    en: "These signatures are under words that were changed later. They stay on file.",
    uk: "Ці підписи стоять під змістом, який потім змінено. Вони лишаються у справі.",
  },
  "act.signatures": { pl: "Podpisy", en: "Signatures", uk: "Підписи" },
  "act.sign": { pl: "Zapisz podpis", en: "Record the signature", uk: "Записати підпис" },
  "group.whoSigns": { pl: "Kto i jak podpisał?", en: "Who signed, and how?", uk: "Хто і як підписав?" },
  "field.signedBy": { pl: "Kto podpisał", en: "Who signed", uk: "Хто підписав" },
  "field.signerName": { pl: "Imię i nazwisko podpisującego", en: "Name of the signatory", uk: "Ім’я підписанта" },
  "field.signedOn": { pl: "Dzień podpisu", en: "Day of the signature", uk: "День підпису" },
  "place.waiting": { pl: "czeka na podpis", en: "waiting for the signature", uk: "очікує підпису" },
  "place.signed": { pl: "{name}, {method}", en: "{name}, {method}", uk: "{name}, {method}" },
  "method.WET": { pl: "odręcznie na papierze", en: "by hand on paper", uk: "власноруч на папері" },
  "method.QUALIFIED": { pl: "podpis kwalifikowany", en: "qualified signature", uk: "кваліфікований підпис" },
  "method.PERSONAL": {
    pl: "podpis osobisty (dowód)",
    en: "personal signature (identity card)",
    uk: "особистий підпис (посвідчення)",
  },
  "method.TRUSTED_PROFILE": { pl: "profil zaufany", en: "trusted profile", uk: "довірений профіль" },
  "hint.personal": {
    pl: "Podpis osobisty to podpis z dowodu z warstwą elektroniczną. Wobec ośrodka działa jak podpis własnoręczny; wobec organizacji, która nie jest podmiotem publicznym, tylko gdy obie strony się na to zgodziły (art. 12d ustawy o dowodach osobistych; sprawdź aktualny tekst).",
    en: "A personal signature comes from an identity card with a chip. Towards the centre it works as one by hand; towards an organisation that is no public body only where both sides agreed to it (art. 12d of the act on identity cards; check the current text).",
    uk: "Особистий підпис – це підпис із посвідчення з електронним шаром. Для центру він діє як власноручний; для організації, яка не є публічною установою, лише за згодою обох сторін (ст. 12d закону про посвідчення особи; перевірте чинний текст).",
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
