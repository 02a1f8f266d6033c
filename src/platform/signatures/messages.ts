import { defineMessages, plural } from "../messages.ts";

/** Words about signing that every room with signatures shares; spread into a room's own. */
export const signatureMessages = defineMessages({
  "signature.file_unreadable": {
    pl: "Tego pliku nie da się odczytać jako podpisanego PDF ani XML. Wgraj plik dokładnie taki, jaki oddał program do podpisu, albo podpiszcie na papierze.",
    en: "This file cannot be read as a signed PDF or XML. Upload exactly the file that the signing program gave, or sign on paper.",
    uk: "Цей файл не вдається прочитати як підписаний PDF чи XML. Завантажте саме той файл, який видала програма для підпису, або підпишіть на папері.",
  },
  "signature.file_hostile": {
    pl: "Plik zawiera części, których podpisany plik nie ma (definicje albo odwołania na zewnątrz). Nie został otwarty. Podpiszcie wydany dokument jeszcze raz.",
    en: "The file holds parts that no signed file has (definitions or references to the outside). It was not opened. Sign the issued document once more.",
    uk: "Файл містить частини, яких підписаний файл не має (визначення або зовнішні посилання). Його не відкрито. Підпишіть виданий документ ще раз.",
  },
  "signature.file_too_long_to_check": {
    pl: "Sprawdzanie tego pliku trwa za długo i zostało przerwane. Podpiszcie wydany dokument jeszcze raz albo na papierze.",
    en: "Checking this file takes too long and was stopped. Sign the issued document once more, or on paper.",
    uk: "Перевірка цього файлу триває надто довго, її зупинено. Підпишіть виданий документ ще раз або на папері.",
  },
  "signature.none_found": {
    pl: "W pliku nie ma podpisu elektronicznego. Wgraj plik po podpisaniu, nie przed.",
    en: "There is no electronic signature in the file. Upload the file after signing, not before.",
    uk: "У файлі немає електронного підпису. Завантажте файл після підписання, а не до.",
  },
  "signature.too_many": {
    pl: "Plik ma zbyt wiele podpisów. Podpiszcie wydany dokument od nowa.",
    en: "The file has too many signatures. Sign the issued document anew.",
    uk: "Файл має забагато підписів. Підпишіть виданий документ заново.",
  },
  "signature.broken": {
    pl: "Podpis nie zgadza się z treścią: plik zmieniono po podpisaniu albo podpis jest uszkodzony. Poproś o plik prosto z programu do podpisu.",
    en: "The signature does not fit the content: the file was changed after signing, or the signature is damaged. Ask for the file straight from the signing program.",
    uk: "Підпис не відповідає змісту: файл змінено після підписання або підпис пошкоджено. Попросіть файл безпосередньо з програми для підпису.",
  },
  "signature.other_document": {
    pl: "To nie jest wydany dokument. Podpisany ma być dokładnie ten plik, który wydano do podpisu.",
    en: "This is not the issued document. Exactly the file that was issued must be signed.",
    uk: "Це не виданий документ. Підписаним має бути саме той файл, який видано на підпис.",
  },
  "signature.added_after": {
    pl: "Po ostatnim podpisie dopisano coś, czego nikt nie podpisał. Wgraj plik prosto z programu do podpisu.",
    en: "Something was added after the last signature that nobody signed. Upload the file straight from the signing program.",
    uk: "Після останнього підпису дописано те, чого ніхто не підписав. Завантажте файл безпосередньо з програми для підпису.",
  },
  "signature.altered": {
    pl: "Plik zmienia to, co pokazuje dokument. Podpiszcie wydany dokument bez dopisków, pól i notatek.",
    en: "The file changes what the document shows. Sign the issued document without notes, fields or additions.",
    uk: "Файл змінює те, що показує документ. Підпишіть виданий документ без дописів, полів і нотаток.",
  },
  "signature.weak": {
    pl: "Podpis użyto ze zbyt słabym algorytmem albo kluczem, aby mógł czegoś dowodzić. Podpiszcie innym podpisem albo na papierze.",
    en: "The signature uses an algorithm or a key too weak to prove anything. Use another signature, or paper.",
    uk: "Підпис використовує надто слабкий алгоритм або ключ, щоб щось доводити. Скористайтеся іншим підписом або папером.",
  },
  "signature.expired": {
    pl: "Certyfikat podpisu nie był ważny w chwili, którą da się potwierdzić. Podpiszcie ważnym certyfikatem albo na papierze.",
    en: "The certificate was not valid at the time that can be confirmed. Sign with a valid one, or on paper.",
    uk: "Сертифікат не був чинним у момент, який можна підтвердити. Підпишіть чинним сертифікатом або на папері.",
  },
  "signature.not_trusted": {
    pl: "Certyfikatu nie wydał nikt z listy zaufanych wystawców tej organizacji. Zapytaj administratora, czy lista jest aktualna.",
    en: "The certificate comes from nobody on this organisation's list of trusted issuers. Ask the administrator whether the list is up to date.",
    uk: "Сертифікат не виданий нікім зі списку довірених видавців цієї організації. Запитайте адміністратора, чи список актуальний.",
  },
  "signature.not_checkable": {
    pl: "Tego rodzaju podpisu program nie umie sprawdzić. To nie znaczy, że jest zły. Podpiszcie wydany PDF innym podpisem albo na papierze.",
    en: "The program cannot check this kind of signature. That does not mean it is wrong. Sign the issued PDF in another way, or on paper.",
    uk: "Програма не вміє перевірити такий підпис. Це не означає, що він поганий. Підпишіть виданий PDF інакше або на папері.",
  },
  "signature.document_not_found": {
    pl: "Nie ma takiego wydanego dokumentu. Wydaj dokument do podpisu.",
    en: "There is no such issued document. Issue the document for signing.",
    uk: "Немає такого виданого документа. Видайте документ на підпис.",
  },
  "signature.document_outdated": {
    pl: "Treść zmieniła się po wydaniu tego dokumentu. Wydaj go do podpisu jeszcze raz.",
    en: "The words have changed since this document was issued. Issue it for signing once more.",
    uk: "Зміст змінився після видачі цього документа. Видайте його на підпис ще раз.",
  },
  "signature.file_exchanged": {
    pl: "W czasie sprawdzania plik lub wydany dokument zmieniono poza programem. Nic nie zapisano. Wgraj plik jeszcze raz i zgłoś to administratorowi.",
    en: "The file or the issued document was changed outside the program while it was being checked. Nothing was recorded. Upload the file again and tell the administrator.",
    uk: "Під час перевірки файл або виданий документ змінено поза програмою. Нічого не записано. Завантажте файл ще раз і повідомте адміністратора.",
  },
  "signature.all_recorded": {
    pl: "Wszystkie podpisy z tego pliku są już zapisane. Wgraj plik z podpisem tej strony.",
    en: "All signatures of this file are recorded already. Upload the file with this party's signature.",
    uk: "Усі підписи з цього файлу вже записано. Завантажте файл із підписом цієї сторони.",
  },
  "signature.no_file": {
    pl: "Przy tym podpisie nie ma pliku.",
    en: "There is no file with this signature.",
    uk: "Для цього підпису немає файлу.",
  },
  "signature.checked": {
    pl: "Sprawdzono: plik nie zmienił się od podpisania, to wydany dokument w całości, klucz pasuje do certyfikatu, certyfikat był ważny.",
    en: "Checked: the file has not changed since it was signed, it is the whole issued document, the key fits the certificate, the certificate was valid.",
    uk: "Перевірено: файл не змінився після підписання, це виданий документ повністю, ключ відповідає сертифікату, сертифікат був чинним.",
  },
  "signature.issuer.NOT_CHECKED": {
    pl: "Nie sprawdzono, kto wydał certyfikat ani czy go nie odwołano. Podpisujący jest więc tym, za kogo się podaje, tylko według samego pliku.",
    en: "Who issued the certificate, and whether it was revoked, is not checked. So the signer is who they say only by the file's own word.",
    uk: "Не перевірено, хто видав сертифікат і чи його не відкликано. Отже, підписант є тим, ким називається, лише за словами самого файлу.",
  },
  "signature.issuer.TRUSTED": {
    pl: "Wystawca certyfikatu jest na liście zaufanych tej organizacji. Nie sprawdzono, czy certyfikatu nie odwołano.",
    en: "The issuer of the certificate is on this organisation's list. Whether it was revoked is not checked.",
    uk: "Видавець сертифіката є у списку довірених цієї організації. Чи сертифікат не відкликано, не перевірено.",
  },
  "signature.issuer.NOT_TRUSTED": {
    pl: "Wystawcy certyfikatu nie ma na liście zaufanych.",
    en: "The issuer of the certificate is not on the list.",
    uk: "Видавця сертифіката немає у списку довірених.",
  },
  "signature.bySeal": {
    pl: "Pieczęć: {seal}; osoba wskazana w podpisie: {name}",
    en: "Seal: {seal}; person named in the signature: {name}",
    uk: "Печатка: {seal}; особа, зазначена в підписі: {name}",
  },
  "signature.issuedBy": {
    pl: "Certyfikat wydał według pliku: {name}.",
    en: "Issuer by the file's word: {name}.",
    uk: "Видавець за словами файлу: {name}.",
  },
  "signature.stamped": {
    pl: "Czas ze znacznika w pliku.",
    en: "Time from a stamp in the file.",
    uk: "Час із позначки у файлі.",
  },
  "signature.claimed": {
    pl: "Czas według zegara podpisującego.",
    en: "Time by the signer's own clock.",
    uk: "Час за годинником підписанта.",
  },
  "signature.inFile": {
    pl: plural({
      one: "{count} podpis w pliku.",
      few: "{count} podpisy w pliku.",
      many: "{count} podpisów w pliku.",
      other: "{count} podpisu w pliku.",
    }),
    en: plural({ one: "{count} signature in the file.", other: "{count} signatures in the file." }),
    uk: plural({
      one: "{count} підпис у файлі.",
      few: "{count} підписи у файлі.",
      many: "{count} підписів у файлі.",
      other: "{count} підпису у файлі.",
    }),
  },
  "signature.changed": {
    pl: "Zapisany plik zmieniono poza programem albo go nie ma. Zgłoś to administratorowi: kopia zapasowa może go mieć.",
    en: "The stored file was changed outside the program, or is gone. Tell the administrator: a backup may have it.",
    uk: "Збережений файл змінено поза програмою або його немає. Повідомте адміністратора: він може бути в резервній копії.",
  },
  "signature.notWritten": {
    pl: "Rysunek na ekranie to dowód pracy, a nie forma pisemna. Podpis tej strony nadal czeka: na papierze albo elektroniczny.",
    en: "A drawing on a screen proves work; it is no written form. This party's signature still waits: on paper or electronic.",
    uk: "Малюнок на екрані – доказ роботи, а не письмова форма. Підпис цієї сторони досі очікується: на папері або електронний.",
  },
  "signature.drawingField": { pl: "Miejsce na podpis", en: "Place to sign", uk: "Місце для підпису" },
  "signature.drawingHint": {
    pl: "Podpisz palcem, rysikiem lub myszą. Kto nie może rysować, podpisuje na papierze.",
    en: "Sign with a finger, a pen or the mouse. Who cannot draw signs on paper.",
    uk: "Підпишіть пальцем, стилусом або мишею. Хто не може малювати, підписує на папері.",
  },
  "signature.drawingMissing": {
    pl: "Nic jeszcze nie narysowano.",
    en: "Nothing has been drawn yet.",
    uk: "Ще нічого не намальовано.",
  },
  "signature.clear": { pl: "Zetrzyj", en: "Clear", uk: "Стерти" },
});
