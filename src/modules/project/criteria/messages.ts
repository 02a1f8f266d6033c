import { defineMessages, plural, type Translate } from "../../../platform/messages.ts";
import type { CriterionResult, CriterionRule } from "./contract.ts";

/** Rules of a project as people read them. The case after "dłużej niż" and the like is that of the plural forms. */
export const criteriaMessages = defineMessages({
  "rule.REGISTERED_UNEMPLOYED": {
    pl: "w rejestrze urzędu pracy dłużej niż {months}",
    en: "registered as unemployed for longer than {months}",
    uk: "на обліку як безробітний довше ніж {months}",
  },
  "rule.gap": {
    pl: "{rule}; przerwa do {days} nie liczy się",
    en: "{rule}; a break of up to {days} does not count",
    uk: "{rule}; перерва до {days} не рахується",
  },
  "rule.CLIENT_OF_CENTRE": {
    pl: "klient ośrodka pomocy społecznej dłużej niż {months}",
    en: "client of the social assistance centre for longer than {months}",
    uk: "клієнт центру соціальної допомоги довше ніж {months}",
  },
  "rule.AGE.OVER": { pl: "wiek powyżej {years}", en: "over {years} of age", uk: "вік понад {years}" },
  "rule.AGE.UNDER": { pl: "wiek poniżej {years}", en: "under {years} of age", uk: "вік менше ніж {years}" },
  "rule.EDUCATION": { pl: "wykształcenie: {values}", en: "education: {values}", uk: "освіта: {values}" },
  "rule.SEX": { pl: "płeć: {values}", en: "sex: {values}", uk: "стать: {values}" },
  "rule.LABOUR_STATUS": {
    pl: "sytuacja na rynku pracy: {values}",
    en: "labour market situation: {values}",
    uk: "становище на ринку праці: {values}",
  },
  "rule.DISABILITY": {
    pl: "stopień niepełnosprawności: {values}",
    en: "degree of disability: {values}",
    uk: "ступінь інвалідності: {values}",
  },
  "rule.COMMUNE": {
    pl: "mieszka w gminie (TERYT): {values}",
    en: "lives in the commune (TERYT): {values}",
    uk: "живе в ґміні (TERYT): {values}",
  },
  "rule.STATEMENT": { pl: "{statement}", en: "{statement}", uk: "{statement}" },
  "rule.paper": { pl: "dowód: {paper}", en: "evidence: {paper}", uk: "доказ: {paper}" },
  or: { pl: " lub ", en: " or ", uk: " або " },
  months: {
    pl: plural({
      one: "{count} miesiąc",
      few: "{count} miesiące",
      many: "{count} miesięcy",
      other: "{count} miesiąca",
    }),
    en: plural({ one: "{count} month", other: "{count} months" }),
    uk: plural({ one: "{count} місяць", few: "{count} місяці", many: "{count} місяців", other: "{count} місяця" }),
  },
  yearsOfAge: {
    pl: plural({ one: "{count} roku", few: "{count} lat", many: "{count} lat", other: "{count} roku" }),
    en: plural({ one: "{count} year", other: "{count} years" }),
    uk: plural({ one: "{count} року", few: "{count} років", many: "{count} років", other: "{count} року" }),
  },
  days: {
    pl: plural({ one: "{count} dnia", few: "{count} dni", many: "{count} dni", other: "{count} dnia" }),
    en: plural({ one: "{count} day", other: "{count} days" }),
    uk: plural({ one: "{count} дня", few: "{count} днів", many: "{count} днів", other: "{count} дня" }),
  },
  "field.REGISTERED_UNEMPLOYED": {
    pl: "rejestracja w urzędzie pracy",
    en: "registration as unemployed",
    uk: "облік у центрі зайнятості",
  },
  "field.CLIENT_OF_CENTRE": { pl: "klient ośrodka", en: "client of the centre", uk: "клієнт центру" },
  "field.AGE": { pl: "wiek", en: "age", uk: "вік" },
  "field.EDUCATION": { pl: "wykształcenie", en: "education", uk: "освіта" },
  "field.SEX": { pl: "płeć", en: "sex", uk: "стать" },
  "field.LABOUR_STATUS": {
    pl: "sytuacja na rynku pracy",
    en: "labour market situation",
    uk: "становище на ринку праці",
  },
  "field.DISABILITY": { pl: "stopień niepełnosprawności", en: "degree of disability", uk: "ступінь інвалідності" },
  "field.COMMUNE": { pl: "gmina zamieszkania", en: "commune of residence", uk: "ґміна проживання" },
  "field.STATEMENT": {
    pl: "własny warunek (tak lub nie)",
    en: "own condition (yes or no)",
    uk: "власна умова (так чи ні)",
  },
  "value.NONE_INCOMPLETE_PRIMARY": { pl: "niepełne podstawowe", en: "incomplete primary", uk: "неповна початкова" },
  "value.PRIMARY": { pl: "podstawowe", en: "primary", uk: "початкова" },
  "value.LOWER_SECONDARY_GIMNAZJUM": { pl: "gimnazjalne", en: "lower secondary", uk: "гімназійна" },
  "value.BASIC_VOCATIONAL": { pl: "zasadnicze zawodowe", en: "basic vocational", uk: "професійна" },
  "value.SECONDARY_GENERAL": { pl: "średnie ogólne", en: "general secondary", uk: "загальна середня" },
  "value.SECONDARY_VOCATIONAL": { pl: "średnie zawodowe", en: "vocational secondary", uk: "середня професійна" },
  "value.POST_SECONDARY": { pl: "policealne", en: "post-secondary", uk: "післясередня" },
  "value.HIGHER": { pl: "wyższe", en: "higher", uk: "вища" },
  "value.F": { pl: "kobieta", en: "woman", uk: "жінка" },
  "value.M": { pl: "mężczyzna", en: "man", uk: "чоловік" },
  "value.X": { pl: "X (w dokumencie obcym)", en: "X (foreign document)", uk: "X (іноземний документ)" },
  "value.UNEMPLOYED_REGISTERED": {
    pl: "bezrobotny zarejestrowany",
    en: "registered unemployed",
    uk: "зареєстрований безробітний",
  },
  "value.UNEMPLOYED_NOT_REGISTERED": {
    pl: "bez pracy, niezarejestrowany",
    en: "out of work, not registered",
    uk: "без роботи, не на обліку",
  },
  "value.INACTIVE_IN_EDUCATION": {
    pl: "uczy się, nie pracuje",
    en: "in education, inactive",
    uk: "навчається, не працює",
  },
  "value.INACTIVE_OTHER": { pl: "bierny zawodowo", en: "inactive", uk: "економічно неактивний" },
  "value.EMPLOYED": { pl: "pracuje", en: "employed", uk: "працює" },
  "value.SELF_EMPLOYED": { pl: "pracuje na własny rachunek", en: "self-employed", uk: "самозайнятий" },
  "value.NONE": { pl: "bez orzeczenia", en: "none", uk: "без довідки" },
  "value.LIGHT": { pl: "lekki", en: "light", uk: "легкий" },
  "value.MODERATE": { pl: "umiarkowany", en: "moderate", uk: "помірний" },
  "value.SEVERE": { pl: "znaczny", en: "severe", uk: "значний" },
  "value.EQUIVALENT_ZUS": { pl: "orzeczenie równoważne (ZUS)", en: "equivalent (ZUS)", uk: "рівнозначний (ZUS)" },
  "value.true": { pl: "tak", en: "yes", uk: "так" },
  "value.false": { pl: "nie", en: "no", uk: "ні" },
  "result.pass": { pl: "spełnia", en: "met", uk: "виконано" },
  "result.fail": { pl: "nie spełnia", en: "not met", uk: "не виконано" },
  "result.missing": { pl: "brakuje", en: "missing", uk: "бракує" },
  "lacks.VALUE": { pl: "nie wiadomo: {field}", en: "not known: {field}", uk: "невідомо: {field}" },
  "lacks.PAPER": { pl: "do przyniesienia: {paper}", en: "to be brought: {paper}", uk: "принести: {paper}" },
  "source.FILE": { pl: "z akt osoby", en: "from the file", uk: "зі справи" },
  "source.PAPER": { pl: "dokument", en: "document", uk: "документ" },
  "source.OFFICE": { pl: "od urzędu", en: "from an office", uk: "від установи" },
  "source.STATEMENT": { pl: "oświadczenie osoby", en: "the person's statement", uk: "заява особи" },

  "criteria.title": { pl: "Kryteria", en: "Criteria", uk: "Критерії" },
  "criteria.of": { pl: "Kto może wziąć udział", en: "Who may take part", uk: "Хто може взяти участь" },
  "criteria.all": {
    pl: "Spełnić trzeba wszystkie. Gdy któreś nie jest spełnione albo udowodnione, decyduje człowiek, nie program.",
    en: "All of them are to be met. Where one is not, no machine decides: a person does.",
    uk: "Треба виконати всі. Якщо одне не виконано, вирішує людина, а не машина.",
  },
  "criteria.none": {
    pl: "Ten projekt nie ma kryteriów",
    en: "This project has no criteria",
    uk: "Проєкт не має критеріїв",
  },
  "criteria.noneNext": {
    pl: "Bez kryteriów każda osoba ze sprawą może zacząć. Dodaj reguły, które stawia umowa o dofinansowanie.",
    en: "Without criteria anybody with a case may start. Add the rules that the grant agreement sets.",
    uk: "Без критеріїв може почати кожна особа зі справою. Додайте умови договору.",
  },
  "criteria.change": { pl: "Zmień kryteria", en: "Change the criteria", uk: "Змінити критерії" },
  "criteria.set": { pl: "Ustal kryteria", en: "Set the criteria", uk: "Установити критерії" },
  "criteria.done": { pl: "Kryteria zapisane.", en: "Criteria saved.", uk: "Критерії збережено." },
  "criteria.edition": { pl: "Wydanie {no}", en: "Edition {no}", uk: "Видання {no}" },
  "criteria.holds": { pl: "obowiązuje", en: "holds", uk: "чинне" },
  "criteria.history": { pl: "Wcześniejsze wydania", en: "Earlier editions", uk: "Попередні видання" },
  "criteria.judged": {
    pl: plural({
      one: "według tego wydania przyjęto {count} osobę",
      few: "według tego wydania przyjęto {count} osoby",
      many: "według tego wydania przyjęto {count} osób",
      other: "według tego wydania przyjęto {count} osoby",
    }),
    en: plural({ one: "{count} person taken in by this edition", other: "{count} people taken in by this edition" }),
    uk: plural({
      one: "за цим виданням прийнято {count} особу",
      few: "за цим виданням прийнято {count} особи",
      many: "за цим виданням прийнято {count} осіб",
      other: "за цим виданням прийнято {count} особи",
    }),
  },
  "criteria.setBy": { pl: "ustalono {day}, {by}", en: "set on {day}, {by}", uk: "установлено {day}, {by}" },
  "criteria.why": {
    pl: "Powód zmiany: {reason}",
    en: "Reason for the change: {reason}",
    uk: "Причина зміни: {reason}",
  },
  "criteria.exceptions": {
    pl: "Umowa pozwala na wyjątek",
    en: "The agreement lets an exception be made",
    uk: "Договір дозволяє виняток",
  },
  "criteria.exceptionsHint": {
    pl: "Koordynator może wtedy przyjąć osobę, która nie spełnia kryterium, i podaje powód. Bez tego przyjęcie jest niemożliwe.",
    en: "The coordinator may then take in somebody who fails a criterion, with a reason. Without it that is not possible.",
    uk: "Тоді координатор може прийняти особу, яка не відповідає критерію, з причиною. Без цього це неможливо.",
  },
  "criteria.exceptionsYes": {
    pl: "Wyjątek jest możliwy, z powodem koordynatora.",
    en: "An exception is possible, with the coordinator's reason.",
    uk: "Виняток можливий, з причиною координатора.",
  },
  "criteria.exceptionsNo": { pl: "Wyjątków nie ma.", en: "No exceptions.", uk: "Винятків немає." },
  "criteria.reason": { pl: "Dlaczego się zmieniają", en: "Why they change", uk: "Чому вони змінюються" },
  "criteria.does": { pl: "Co zmienia to wydanie?", en: "What does this edition change?", uk: "Що змінює це видання?" },
  "criteria.adds": { pl: "dochodzi: {rule}", en: "added: {rule}", uk: "додано: {rule}" },
  "criteria.removes": { pl: "odpada: {rule}", en: "removed: {rule}", uk: "вилучено: {rule}" },
  "criteria.nothing": {
    pl: "Na razie nic się nie zmienia.",
    en: "Nothing changes yet.",
    uk: "Поки нічого не змінюється.",
  },
  "criteria.stay": {
    pl: "Kto już uczestniczy, zostaje. Nowe wydanie dotyczy osób, które dopiero zaczną.",
    en: "Those who take part already stay. The new edition is for those who are yet to start.",
    uk: "Хто вже бере участь, залишається. Нове видання стосується тих, хто лише почне.",
  },
  "rule.no": { pl: "Kryterium {no}", en: "Criterion {no}", uk: "Критерій {no}" },
  "rule.about": { pl: "Czego dotyczy", en: "What it is about", uk: "Чого стосується" },
  "rule.reads": { pl: "Czyta się: {rule}", en: "It reads: {rule}", uk: "Читається: {rule}" },
  "rule.longerThan": { pl: "Dłużej niż", en: "Longer than", uk: "Довше ніж" },
  "rule.gapDays": { pl: "Dopuszczalna przerwa w rejestracji", en: "Gap allowed", uk: "Допустима перерва" },
  "rule.gapHint": { pl: "0: bez żadnej przerwy.", en: "0: without any gap.", uk: "0: без жодної перерви." },
  "rule.ageTest": { pl: "Wiek ma być", en: "Age is to be", uk: "Вік має бути" },
  "age.OVER": { pl: "powyżej", en: "over", uk: "понад" },
  "age.UNDER": { pl: "poniżej", en: "under", uk: "менше ніж" },
  "rule.years": { pl: "Lata", en: "Years", uk: "Роки" },
  "rule.values": { pl: "Jedno z", en: "One of", uk: "Одне з" },
  "rule.communes": { pl: "Kody TERYT gmin", en: "TERYT codes of communes", uk: "Коди TERYT ґмін" },
  "rule.communesHint": {
    pl: "Po przecinku, 6 lub 7 cyfr. 6 cyfr to cała gmina.",
    en: "With commas, 6 or 7 digits. 6 digits mean the whole commune.",
    uk: "Через кому, 6 або 7 цифр. 6 цифр – уся ґміна.",
  },
  "rule.statement": { pl: "Warunek jednym zdaniem", en: "The condition in one sentence", uk: "Умова одним реченням" },
  "rule.statementHint": {
    pl: "Takie, na które odpowiada się »tak« albo »nie«.",
    en: "One that is answered with yes or no.",
    uk: "Таке, на яке відповідають »так« або »ні«.",
  },
  "rule.paperField": {
    pl: "Jaki dokument to potwierdza",
    en: "Which document proves it",
    uk: "Який документ це підтверджує",
  },
  "rule.paperHint": {
    pl: "Puste: wystarczy to, co wiadomo. Wpisane: bez dokumentu kryterium jest nieudowodnione.",
    en: "Empty: what is known is enough. Filled: without the document the criterion is not proven.",
    uk: "Порожньо: досить відомого. Заповнено: без документа критерій не доведено.",
  },
  "rule.add": { pl: "Dodaj kryterium", en: "Add a criterion", uk: "Додати критерій" },
  "rule.remove": { pl: "Usuń", en: "Remove", uk: "Прибрати" },
  "rule.removeNo": { pl: "Usuń kryterium {no}", en: "Remove criterion {no}", uk: "Прибрати критерій {no}" },
  "rule.monthsUnit": { pl: "mies.", en: "months", uk: "міс." },
  "rule.daysUnit": { pl: "dni", en: "days", uk: "днів" },
  "rule.yearsUnit": { pl: "lat", en: "years", uk: "років" },
  "rule.badCommune": {
    pl: "Kod gminy to 6 lub 7 cyfr.",
    en: "A commune's code has 6 or 7 digits.",
    uk: "Код ґміни має 6 або 7 цифр.",
  },

  "confirm.seen": {
    pl: "Okazano mi dokument, spełnia to kryterium",
    en: "I was shown the document, the criterion is met",
    uk: "Мені показали документ, критерій виконано",
  },
  "confirm.what": { pl: "Co zostało okazane", en: "What was shown", uk: "Що було показано" },
  "outcome.PASSED": {
    pl: "Wszystkie kryteria spełnione według akt.",
    en: "Every criterion was met by what the file holds.",
    uk: "Усі критерії виконано за даними справи.",
  },
  "outcome.CONFIRMED": {
    pl: "Wszystkie kryteria spełnione, część po okazaniu dokumentu.",
    en: "Every criterion was met, some by a paper that was shown.",
    uk: "Усі критерії виконано, частину після показу документа.",
  },
  "outcome.EXCEPTION": {
    pl: "Przyjęcie mimo niespełnionego kryterium.",
    en: "Taken in although a criterion failed.",
    uk: "Прийнято попри невиконаний критерій.",
  },
  "exception.why": { pl: "Powód wyjątku", en: "Reason for the exception", uk: "Причина винятку" },
  "exception.hint": {
    pl: "Zostaje przy uczestnictwie, z nazwiskiem osoby, która tak zdecydowała.",
    en: "It stays with the enrolment, with the name of whoever decided so.",
    uk: "Залишається при участі, з прізвищем того, хто так вирішив.",
  },

  "criteria.reason_missing": {
    pl: "Napisz, dlaczego kryteria się zmieniają. Powód zostaje przy wydaniu.",
    en: "Say why the criteria change. The reason stays with the edition.",
    uk: "Напишіть, чому критерії змінюються. Причина лишається при виданні.",
  },
  "criteria.unchanged": {
    pl: "Nic się nie zmieniło. Zmień regułę albo wróć.",
    en: "Nothing has changed. Change a rule or go back.",
    uk: "Нічого не змінилося. Змініть правило або поверніться.",
  },
  "criteria.rule_changed_under_its_id": {
    pl: "Zmieniona reguła musi być nową regułą, żeby wcześniejsze oceny dało się wyjaśnić. Wczytaj stronę jeszcze raz.",
    en: "A changed rule has to be a new one, so that earlier checks can be explained. Reload the page.",
    uk: "Змінене правило має бути новим, щоб давні перевірки можна було пояснити. Завантажте сторінку знову.",
  },
  "criteria.changed_meanwhile": {
    pl: "Kryteria zmienił w międzyczasie ktoś inny. Wczytaj je jeszcze raz.",
    en: "Somebody else has changed the criteria meanwhile. Load them again.",
    uk: "Критерії тим часом змінив хтось інший. Завантажте їх знову.",
  },
  "criteria.failed": {
    pl: "Osoba nie spełnia kryterium projektu, a projekt nie pozwala na wyjątek.",
    en: "The person fails a criterion of the project, and the project allows no exception.",
    uk: "Особа не відповідає критерію, а проєкт не дозволяє винятку.",
  },
  "criteria.missing": {
    pl: "Do przyjęcia brakuje potwierdzenia kryterium. Uzupełnij akta albo zaznacz, co zostało okazane.",
    en: "A criterion is not proven yet. Complete the file, or say what has been shown.",
    uk: "Критерій ще не доведено. Доповніть справу або зазначте, що було показано.",
  },
  "criteria.shown_in_future": {
    pl: "Dokument nie mógł zostać okazany w dniu, który dopiero nadejdzie. Popraw dzień.",
    en: "A paper cannot have been shown on a day that is still to come. Correct the day.",
    uk: "Документ не могли показати в день, який ще не настав. Виправте день.",
  },
  "criteria.exception_reason_missing": {
    pl: "Osoba nie spełnia kryterium. Wyjątek jest możliwy, ale potrzebuje powodu.",
    en: "The person fails a criterion. An exception is possible, but needs a reason.",
    uk: "Особа не відповідає критерію. Виняток можливий, але потребує причини.",
  },
  "criteria.exception_not_yours": {
    pl: "O wyjątku decyduje koordynator klubu albo kierownik centrum.",
    en: "An exception is decided by the club's coordinator or the centre's manager.",
    uk: "Про виняток вирішує координатор клубу або керівник центру.",
  },
  "criteria.not_asked": {
    pl: "Potwierdzenie dotyczy reguły, o którą projekt nie pyta. Wczytaj kryteria jeszcze raz.",
    en: "A confirmation names a rule that the project does not ask. Load the criteria again.",
    uk: "Підтвердження стосується правила, про яке проєкт не питає. Завантажте критерії знову.",
  },
});

export type CriteriaWords = Translate<typeof criteriaMessages>;

/** A value or code as people read it; days are left to the caller's format. */
export function valueWords(t: CriteriaWords, value: string, day: (day: string) => string): string {
  const known = t.maybe(`value.${value}`);
  if (known !== undefined) return known;
  return value
    .split("/")
    .map((part) => (/^\d{4}-\d{2}-\d{2}$/.test(part) ? day(part) : part))
    .join(" – ");
}

/** A rule as a sentence without its full stop: „w rejestrze urzędu pracy dłużej niż 24 miesiące”. The paper is not in it. */
export function ruleWords(t: CriteriaWords, rule: CriterionRule): string {
  const list = (values: readonly string[]) => values.map((value) => t.maybe(`value.${value}`) ?? value).join(t("or"));
  switch (rule.field) {
    case "REGISTERED_UNEMPLOYED": {
      const plain = t("rule.REGISTERED_UNEMPLOYED", { months: t("months", { count: rule.months }) });
      return rule.gapDays === 0 ? plain : t("rule.gap", { rule: plain, days: t("days", { count: rule.gapDays }) });
    }
    case "CLIENT_OF_CENTRE":
      return t("rule.CLIENT_OF_CENTRE", { months: t("months", { count: rule.months }) });
    case "AGE":
      return t(`rule.AGE.${rule.test}`, { years: t("yearsOfAge", { count: rule.years }) });
    case "STATEMENT":
      return rule.statement;
    default:
      return t(`rule.${rule.field}`, { values: list(rule.values) });
  }
}

/** What is to be brought for a rule whose result is `missing`; undefined for the others. */
export function lacksWords(t: CriteriaWords, rule: CriterionRule, result: CriterionResult): string | undefined {
  if (result.lacks === null) return undefined;
  return rule.paper === null ? unknownWords(t, rule) : t("lacks.PAPER", { paper: rule.paper });
}

/** That what a rule asks for is not known. */
export const unknownWords = (t: CriteriaWords, rule: CriterionRule): string =>
  t("lacks.VALUE", { field: rule.field === "STATEMENT" ? rule.statement : t(`field.${rule.field}`) });
