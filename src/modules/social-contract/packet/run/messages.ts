import { defineMessages, plural } from "../../../../platform/messages.ts";

/** Words of prints for many people at once. */
export const printRunMessages = defineMessages({
  "title.ask": { pl: "Wydruk dla wielu osób", en: "Print for many people", uk: "Друк для багатьох осіб" },
  "ask.lead": {
    pl: "Wybierz osoby, na przykład całą grupę. Dokumenty powstają po kolei w tle, a Ty pracujesz dalej.",
    en: "Choose people, a whole group for example. The papers are made one after another while you work on.",
    uk: "Виберіть осіб, наприклад цілу групу. Документи створюються по черзі у фоні, а Ви працюєте далі.",
  },
  "ask.empty": { pl: "Nic nie czeka na podpis", en: "Nothing waits for a signature", uk: "Ніщо не чекає на підпис" },
  "field.group": { pl: "Grupa", en: "Group", uk: "Група" },
  "group.all": { pl: "wszystkie osoby z listy", en: "everybody on the list", uk: "усі особи зі списку" },
  "field.people": { pl: "Dla kogo drukować", en: "For whom", uk: "Для кого друкувати" },
  "field.largePrint": { pl: "Druk powiększony", en: "Large print", uk: "Великий друк" },
  "person.papers": {
    pl: plural({
      one: "{count} dokument",
      few: "{count} dokumenty",
      many: "{count} dokumentów",
      other: "{count} dokumentu",
    }),
    en: plural({ one: "{count} paper", other: "{count} papers" }),
    uk: plural({
      one: "{count} документ",
      few: "{count} документи",
      many: "{count} документів",
      other: "{count} документа",
    }),
  },
  "act.chooseAll": { pl: "Zaznacz wszystkich", en: "Choose everybody", uk: "Позначити всіх" },
  "act.ask": { pl: "Przygotuj wydruki ({count})", en: "Prepare prints ({count})", uk: "Підготувати друк ({count})" },
  "back.packets": { pl: "Do podpisu", en: "To be signed", uk: "На підпис" },
  "back.ask": { pl: "Wydruk dla wielu osób", en: "Print for many people", uk: "Друк для багатьох осіб" },
  "runs.title": { pl: "Wydruki z ostatniej doby", en: "Prints of the last day", uk: "Друк за останню добу" },
  "run.line": {
    pl: "{when}: gotowe {ended} z {people}",
    en: "{when}: {ended} of {people} ready",
    uk: "{when}: готово {ended} з {people}",
  },
  "title.run": { pl: "Przygotowane wydruki", en: "Prepared prints", uk: "Підготовлений друк" },
  "run.progress": {
    pl: "Przygotowuję dokumenty: {ended} z {people}",
    en: "Preparing papers: {ended} of {people}",
    uk: "Готую документи: {ended} з {people}",
  },
  "run.whole": {
    pl: "Składam wspólny plik. Pojedyncze wydruki są już gotowe.",
    en: "Making the file of all. Single prints are ready.",
    uk: "Складаю спільний файл. Окремі документи вже готові.",
  },
  "run.goOn": {
    pl: "Możesz zamknąć tę stronę. Wydruki poczekają w „Do podpisu” do {until}.",
    en: "You may close this page. The prints wait under “To be signed” until {until}.",
    uk: "Цю сторінку можна закрити. Документи чекатимуть у «На підпис» до {until}.",
  },
  "outcome.DONE": {
    pl: "Gotowe. Pliki znikną {until}.",
    en: "Ready. The files go on {until}.",
    uk: "Готово. Файли зникнуть {until}.",
  },
  "outcome.ONLY_SINGLE": {
    pl: "Wspólny plik się nie udał. Drukuj pojedyncze albo zamów mniej osób naraz.",
    en: "The file of all failed. Print single ones, or ask for fewer people at once.",
    uk: "Спільний файл не вдався. Друкуйте окремі або замовте менше осіб.",
  },
  "outcome.NOTHING": {
    pl: "Nie powstał żaden wydruk. Powody są przy osobach.",
    en: "Nothing was printed. The reasons stand beside the people.",
    uk: "Нічого не надруковано. Причини стоять біля осіб.",
  },
  "outcome.NOT_ALLOWED": {
    pl: "Konto, które zamówiło wydruk, nie ma już dostępu.",
    en: "The account that asked for this has no access any more.",
    uk: "Обліковий запис, що замовив друк, більше не має доступу.",
  },
  "act.openWhole": { pl: "Drukuj wszystko (PDF)", en: "Print all (PDF)", uk: "Друк усього (PDF)" },
  "act.openPart": {
    pl: "Drukuj część {no} z {all} (PDF)",
    en: "Print part {no} of {all} (PDF)",
    uk: "Друк частини {no} з {all} (PDF)",
  },
  "act.openOne": { pl: "Drukuj (PDF)", en: "Print (PDF)", uk: "Друк (PDF)" },
  "column.person": { pl: "Osoba", en: "Person", uk: "Особа" },
  "column.result": { pl: "Wynik", en: "Result", uk: "Результат" },
  "column.file": { pl: "Plik", en: "File", uk: "Файл" },
  "turn.waits": { pl: "czeka na swoją kolej", en: "waits for its turn", uk: "чекає на свою чергу" },
  "turn.unknown": {
    pl: "osoba poza Twoim dostępem",
    en: "somebody out of your reach",
    uk: "особа поза Вашим доступом",
  },
  "turn.blocked": { pl: "Pominięto: {paper}", en: "Left out: {paper}", uk: "Пропущено: {paper}" },
  "packet.empty": {
    pl: "Nic już nie czeka na podpis tej osoby.",
    en: "Nothing waits for this person’s signature any more.",
    uk: "Ніщо вже не чекає на підпис цієї особи.",
  },
  "packet.too_many": {
    pl: "Za dużo dokumentów na jeden wydruk. Drukuj je z kartoteki osoby.",
    en: "Too many papers for one print. Print them from the person’s file.",
    uk: "Забагато документів для одного друку. Друкуйте їх із картки особи.",
  },
  "person.not_found": {
    pl: "Nie możesz już otworzyć tej kartoteki, więc nic nie wydrukowano. Zapytaj kierownika.",
    en: "You may not open this file any more, so nothing was printed. Ask your manager.",
    uk: "Ви більше не можете відкрити цю картку, тож нічого не надруковано. Запитайте керівника.",
  },
  "print_run.all_blocked": {
    pl: "Żaden dokument nie jest jeszcze do podpisu.",
    en: "No paper can be signed yet.",
    uk: "Жоден документ ще не готовий до підпису.",
  },
  "print_run.not_made": {
    pl: "Wydruk się nie udał. Spróbuj z kartoteki osoby, a gdy się powtórzy, powiedz administratorowi.",
    en: "Printing failed. Try from the person’s file; tell the administrator if it happens again.",
    uk: "Друк не вдався. Спробуйте з картки особи, а якщо повториться, скажіть адміністратору.",
  },
  "print_run.one_at_a_time": {
    pl: "Poprzedni wydruk jeszcze trwa. Poczekaj, aż się skończy.",
    en: "An earlier print is still being made. Wait until it ends.",
    uk: "Попередній друк ще триває. Зачекайте, доки він закінчиться.",
  },
  "print_run.same_person": {
    pl: "Ta sama osoba jest na liście dwa razy. Zostaw ją raz.",
    en: "The same person is on the list twice. Leave them once.",
    uk: "Та сама особа є у списку двічі. Залиште один раз.",
  },
  "print_run.not_found": {
    pl: "Tego wydruku już nie ma: trzymamy go jedną dobę. Zamów nowy.",
    en: "This print is gone: it is kept for a day. Ask for a new one.",
    uk: "Цього друку вже немає: він зберігається одну добу. Замовте новий.",
  },
  "print_run.reach_changed": {
    pl: "Do kogoś z tego pliku nie masz już dostępu. Drukuj pojedyncze albo zamów nowy wydruk.",
    en: "Somebody in this file is out of your reach now. Print single ones, or ask anew.",
    uk: "До когось із цього файлу Ви вже не маєте доступу. Друкуйте окремі або замовте новий друк.",
  },
});
