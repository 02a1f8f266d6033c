import { defineMessages } from "../../platform/messages.ts";

/** What happened to a programme, and why an act is refused. */
export const planEventMessages = defineMessages({
  "plan.new": { pl: "Nowy program", en: "New programme", uk: "Нова програма" },
  "plan.begin": { pl: "Zacznij program", en: "Begin a programme", uk: "Почати програму" },
  "plan.noCase": {
    pl: "Ta osoba nie ma otwartej sprawy. Najpierw otwórz sprawę.",
    en: "This person has no open case. Open a case first.",
    uk: "Ця особа не має відкритої справи. Спочатку відкрийте справу.",
  },
  "plan.returned": {
    pl: "Kierownik zwrócił program do poprawy",
    en: "The manager returned the programme",
    uk: "Керівник повернув програму",
  },
  "plan.prolonged": {
    pl: "Przedłużono program",
    en: "The programme was prolonged",
    uk: "Програму продовжено",
  },
  "plan.reopened": {
    pl: "Wznowiono program",
    en: "The programme was opened again",
    uk: "Програму відновлено",
  },
  "plan.person_must_agree": {
    pl: "Program powstaje razem z osobą (art. 49 ust. 2 ustawy o pomocy społecznej). Bez jej zgody zostaje szkicem: zmieńcie go razem i spróbujcie znowu.",
    en: "The programme is made with the person (article 49(2) of the Act on social assistance). Without their agreement it stays a draft: change it together and try again.",
    uk: "Програма створюється разом з особою (ст. 49 ч. 2). Без її згоди це чернетка: змініть її разом і спробуйте знову.",
  },
  "plan.person_not_in_shelter": {
    pl: "Pracownik schroniska opracowuje program tylko dla osoby, która w tym schronisku przebywa (art. 49 ust. 3 ustawy o pomocy społecznej). Zapisz na karcie osoby obecną sytuację mieszkaniową „schronisko” w jednostce, która je prowadzi, albo wybierz, że program opracowuje OPS.",
    en: "A shelter's worker prepares the programme only for a person who stays in that shelter (article 49(3) of the Act on social assistance). Write the present housing “shelter” in the person's file, in the unit that leads it, or choose that the OPS prepares it.",
    uk: "Працівник притулку готує програму лише для особи, яка там перебуває (ст. 49 ч. 3). Запишіть у справі житлову ситуацію «притулок» або оберіть, що готує OPS.",
  },
  "plan.reason_missing": {
    pl: "Napisz dlaczego. Osoba i zespół mają to wiedzieć.",
    en: "Write why. The person and the team are to know it.",
    uk: "Напишіть чому. Особа і команда мають це знати.",
  },
  "plan.prolongation_not_later": {
    pl: "Nowy ostatni dzień musi być późniejszy niż dotychczasowy.",
    en: "The new last day has to be later than the present one.",
    uk: "Новий останній день має бути пізнішим за нинішній.",
  },
  "plan.end_has_passed": {
    pl: "Ostatni dzień programu już minął. Podaj nowy, od dziś.",
    en: "The last day of the programme has passed. Give a new one, from today on.",
    uk: "Останній день програми минув. Вкажіть новий, від сьогодні.",
  },
  "plan.next_review_after_end": {
    pl: "Następny przegląd jest po ostatnim dniu programu. Wybierz wcześniejszy dzień albo najpierw przedłuż program.",
    en: "The next review is after the last day of the programme. Choose an earlier day or prolong the programme first.",
    uk: "Наступний перегляд після останнього дня програми. Оберіть раніший день або спершу продовжіть програму.",
  },
  "plan.task_not_found": {
    pl: "Tego zadania nie ma w programie.",
    en: "This task is not in the programme.",
    uk: "Цього завдання немає в програмі.",
  },
  "plan.template_applied": {
    pl: "Dodano cele i zadania ze wzoru",
    en: "Goals and tasks were added from a template",
    uk: "Додано цілі й завдання зі зразка",
  },
  "plan.drafted": { pl: "Zaczęto program", en: "A programme was begun", uk: "Розпочато програму" },
  "plan.agreed": { pl: "Uzgodniono program", en: "The programme was agreed", uk: "Узгоджено програму" },
  "plan.redrafted": {
    pl: "Program wrócił do szkicu",
    en: "The programme is a draft again",
    uk: "Програма знову чернетка",
  },
  "plan.approved": { pl: "Zatwierdzono program", en: "The programme was approved", uk: "Затверджено програму" },
  "plan.activated": { pl: "Program się rozpoczął", en: "The programme began", uk: "Програма почалася" },
  "plan.reviewed": { pl: "Przegląd programu", en: "The programme was reviewed", uk: "Переглянуто програму" },
  "plan.ended": { pl: "Program się zakończył", en: "The programme ended", uk: "Програма завершилася" },
  "plan.goals_changed": { pl: "Zmieniono cele programu", en: "Goals were changed", uk: "Змінено цілі програми" },
  "plan.description_changed": {
    pl: "Zmieniono opis programu",
    en: "The description was changed",
    uk: "Змінено опис програми",
  },
  "plan.description_fixed": {
    pl: "Rodzaj programu, kto go ułożył i jego okres są uzgodnione i w trwającym programie się nie zmieniają. Późniejszy koniec zapisz jako przedłużenie.",
    en: "Kind, writer and period of a running programme are agreed and do not change. Write a later end as a prolongation.",
    uk: "Вид програми, хто її склав і період узгоджено, у чинній програмі вони не змінюються. Пізніший кінець запишіть як продовження.",
  },
  "plan.change_needs_approval": {
    pl: "Ubezpieczenie, środki spoza placówki i kto odpowiada za świadczenia zatwierdził kierownik. W trwającym programie zmieniają się za zgodą kierownika: przekaż mu zmianę z powodem.",
    en: "The manager approved insurance, means beyond the shelter and who answers for which provision. In a running programme they change with the manager: put the change before the manager, with the reason.",
    uk: "Страхування, засоби поза закладом і відповідальних за послуги затвердив керівник. У чинній програмі вони змінюються за згодою керівника: передайте йому зміну з поясненням.",
  },
  "plan.tasks_changed": { pl: "Zmieniono zadania programu", en: "Tasks were changed", uk: "Змінено завдання програми" },
  "plan.task_marked": { pl: "Oznaczono zadanie programu", en: "A task was marked", uk: "Позначено завдання програми" },
  "plan.end_missing": {
    pl: "Podaj ostatni dzień programu.",
    en: "Give the last day of the programme.",
    uk: "Вкажіть останній день програми.",
  },
  "plan.ends_before_start": {
    pl: "Program kończy się przed początkiem. Popraw daty.",
    en: "The programme ends before it starts. Correct the dates.",
    uk: "Програма закінчується до початку. Виправте дати.",
  },
  "plan.goal_text_missing": {
    pl: "Jeden z celów nie ma treści. Dopisz ją albo usuń cel.",
    en: "A goal has no words. Write them or remove the goal.",
    uk: "Одна з цілей без тексту. Допишіть або видаліть ціль.",
  },
  "plan.housing_or_family_goal_missing": {
    pl: "Brakuje celu mieszkaniowego albo rodzinnego. Dodaj go lub napisz, dlaczego go nie ma.",
    en: "A housing or family goal is missing. Add one or write why there is none.",
    uk: "Бракує житлової чи сімейної цілі. Додайте її або напишіть, чому немає.",
  },
  "plan.work_goal_missing": {
    pl: "Brakuje celu zawodowego. Dodaj go lub napisz, dlaczego go nie ma.",
    en: "A work goal is missing. Add one or write why there is none.",
    uk: "Бракує трудової цілі. Додайте її або напишіть, чому немає.",
  },
  "plan.tasks_missing": {
    pl: "Program nie ma zadań. Dodaj pierwsze.",
    en: "The programme has no tasks. Add the first.",
    uk: "Програма не має завдань. Додайте перше.",
  },
  "plan.task_without_due_date": {
    pl: "Zadanie nie ma terminu. Podaj, do kiedy.",
    en: "A task has no date. Say by when.",
    uk: "Завдання без терміну. Вкажіть, до коли.",
  },
  "plan.responsible_bodies_missing": {
    pl: "Przy każdym świadczeniu wpisz podmiot, który za nie odpowiada, bo program wykracza poza placówkę albo wymaga ubezpieczenia (art. 49 ust. 5 ustawy o pomocy społecznej).",
    en: "Name the body that answers for each provision, as the programme goes beyond the shelter or needs the insurance (article 49(5) of the Act on social assistance).",
    uk: "До кожної допомоги вкажіть відповідальний орган, бо програма виходить за межі закладу або потребує страхування (ст. 49 ч. 5).",
  },
  "plan.approval_needed": {
    pl: "Ten program musi najpierw zatwierdzić kierownik OPS: opracował go OPS albo wykracza poza placówkę lub wymaga ubezpieczenia. Czeka już na jego liście.",
    en: "The manager of the OPS has to approve this programme first: the OPS prepared it, or it goes beyond the shelter or needs the insurance. It is on the manager's list.",
    uk: "Цю програму спершу має затвердити керівник OPS: її готував OPS або вона виходить за межі закладу чи потребує страхування. Вона вже в його списку.",
  },
  "plan.approval_not_needed": {
    pl: "Ten program nie wymaga zatwierdzenia. Można go rozpocząć.",
    en: "This programme needs no approval. It may begin.",
    uk: "Ця програма не потребує затвердження. Її можна почати.",
  },
  "plan.approved_by_author": {
    pl: "Zatwierdza inna osoba niż ta, która program opracowała lub uzgodniła. Poproś innego kierownika.",
    en: "Somebody other than who prepared or agreed it approves. Ask another manager.",
    uk: "Затверджує інша особа, ніж та, що готувала чи узгоджувала. Попросіть іншого керівника.",
  },
  "plan.step_not_possible": {
    pl: "Na tym etapie programu nie można tego zrobić. Odśwież stronę.",
    en: "This cannot be done at this point of the programme. Reload the page.",
    uk: "На цьому етапі програми це неможливо. Оновіть сторінку.",
  },
  "plan.closed": {
    pl: "Ten program jest zakończony. Wznów go albo zacznij nowy.",
    en: "This programme has ended. Open it again or begin a new one.",
    uk: "Ця програма завершена. Відновіть її або почніть нову.",
  },
  "plan.not_open_for_changes": {
    pl: "Program jest uzgodniony. Cofnij go do szkicu albo rozpocznij, potem zmień cele.",
    en: "The programme is agreed. Take it back to a draft or begin it, then change the goals.",
    uk: "Програму узгоджено. Поверніть її до чернетки або розпочніть, потім змінюйте цілі.",
  },
  "plan.description_is_agreed": {
    pl: "Opis jest już uzgodniony. Cofnij program do szkicu, jeśli nikt go nie zatwierdził.",
    en: "The description is agreed. Take the programme back to a draft if nobody has approved it.",
    uk: "Опис уже узгоджено. Поверніть програму до чернетки, якщо її ще не затверджено.",
  },
  "plan.not_active": {
    pl: "Zadania oznacza się, gdy program trwa.",
    en: "Tasks are marked while the programme runs.",
    uk: "Завдання позначають, коли програма триває.",
  },
  "plan.goal_changed": {
    pl: "Ktoś w tym czasie zmienił ten sam cel. Wczytaj ponownie i popraw.",
    en: "Somebody changed the same goal meanwhile. Load again and correct.",
    uk: "Хтось тим часом змінив цю саму ціль. Завантажте знову і виправте.",
  },
  "plan.task_changed": {
    pl: "Ktoś w tym czasie zmienił to samo zadanie. Wczytaj ponownie i popraw.",
    en: "Somebody changed the same task meanwhile. Load again and correct.",
    uk: "Хтось тим часом змінив те саме завдання. Завантажте знову і виправте.",
  },
  "plan.goal_not_found": {
    pl: "Tego celu nie ma w programie.",
    en: "This goal is not in the programme.",
    uk: "Цієї цілі немає в програмі.",
  },
  "plan.goal_twice": {
    pl: "Ten sam cel oceniono dwa razy.",
    en: "The same goal was judged twice.",
    uk: "Ту саму ціль оцінено двічі.",
  },
  "plan.case_ended": {
    pl: "Sprawa jest zamknięta. Otwórz nową.",
    en: "The case has ended. Open a new one.",
    uk: "Справу закрито. Відкрийте нову.",
  },
  "plan.review_in_future": {
    pl: "Dzień przeglądu jeszcze nie nadszedł.",
    en: "The day of the review has not come yet.",
    uk: "День перегляду ще не настав.",
  },
  "plan.review_before_start": {
    pl: "Przegląd jest przed początkiem programu.",
    en: "The review is before the programme began.",
    uk: "Перегляд раніше за початок програми.",
  },
  "plan.next_review_not_later": {
    pl: "Następny przegląd musi być po tym przeglądzie.",
    en: "The next review has to come after this one.",
    uk: "Наступний перегляд має бути після цього.",
  },
  "plan.closes_in_future": {
    pl: "Dzień zakończenia jeszcze nie nadszedł.",
    en: "The day of the end has not come yet.",
    uk: "День завершення ще не настав.",
  },
  "plan.closes_before_start": {
    pl: "Program kończy się przed początkiem.",
    en: "The programme ends before it began.",
    uk: "Програма закінчується до початку.",
  },
  "plan.not_found": {
    pl: "Nie ma takiego programu albo nie masz do niego dostępu.",
    en: "There is no such programme, or it is not yours to see.",
    uk: "Такої програми немає або ви не маєте доступу.",
  },
});
