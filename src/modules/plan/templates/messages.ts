import { defineMessages } from "../../../platform/messages.ts";
import { planMessages } from "../messages.ts";

export const templateMessages = defineMessages({
  ...planMessages,
  "templates.lead": {
    pl: "Cele i zadania, od których zaczyna się program. Użycie wzoru tylko dodaje: niczego nie zastępuje.",
    en: "Goals and tasks that a programme begins from. Using a template only adds: it replaces nothing.",
    uk: "Цілі й завдання, з яких починається програма. Зразок лише додає, нічого не замінює.",
  },
  "templates.none": { pl: "Nie ma jeszcze wzorów", en: "There are no templates yet", uk: "Зразків ще немає" },
  "templates.noneNext": {
    pl: "Wzory zapisuje kierownik.",
    en: "A manager saves templates.",
    uk: "Зразки зберігає керівник.",
  },
  "template.new": { pl: "Nowy wzór", en: "New template", uk: "Новий зразок" },
  "template.edit": { pl: "Zmień wzór", en: "Change the template", uk: "Змінити зразок" },
  "template.save": { pl: "Zapisz wzór", en: "Save the template", uk: "Зберегти зразок" },
  "template.cancel": { pl: "Nie zapisuj", en: "Do not save", uk: "Не зберігати" },
  "template.saved": { pl: "Zapisano wzór", en: "Template saved", uk: "Зразок збережено" },
  "template.which": { pl: "Wzór", en: "Template", uk: "Зразок" },
  "template.adds": { pl: "Co zostanie dodane", en: "What will be added", uk: "Що буде додано" },
  "template.later": {
    pl: "Potem zmieńcie słowa na słowa osoby. Zadania bez dnia uzgodnijcie.",
    en: "Then change the words to the person's own. Agree on the days that are missing.",
    uk: "Потім змініть слова на слова особи. Дні, яких бракує, узгодьте.",
  },
  "template.noneNow": {
    pl: "Żaden wzór tego programu dziś nie obowiązuje.",
    en: "No template of this programme is in force today.",
    uk: "Жоден зразок цієї програми сьогодні не діє.",
  },
  "template.name": { pl: "Nazwa", en: "Name", uk: "Назва" },
  "template.from": { pl: "Obowiązuje od", en: "In force from", uk: "Діє від" },
  "template.until": { pl: "Ostatni dzień", en: "Last day", uk: "Останній день" },
  "template.untilHint": {
    pl: "Puste: do odwołania.",
    en: "Empty: until further notice.",
    uk: "Порожньо: до скасування.",
  },
  "template.holds": { pl: "Obowiązuje", en: "In force", uk: "Діє" },
  "template.holdsNot": { pl: "Nie obowiązuje", en: "Not in force", uk: "Не діє" },
  "template.lastSaved": { pl: "Zapisano {at}, {by}", en: "Saved {at}, {by}", uk: "Збережено {at}, {by}" },
  "template.after": {
    pl: "Ile dni od początku programu",
    en: "Days from the start of the programme",
    uk: "Скільки днів від початку програми",
  },
  "template.afterHint": {
    pl: "Puste: dzień uzgodnicie z osobą.",
    en: "Empty: the day is agreed with the person.",
    uk: "Порожньо: день узгодите з особою.",
  },
  "plan.template_not_in_force": {
    pl: "Ten wzór dziś nie obowiązuje. Wybierz inny.",
    en: "This template is not in force today. Choose another.",
    uk: "Цей зразок сьогодні не діє. Оберіть інший.",
  },
  "plan.template_other_kind": {
    pl: "Ten wzór jest dla innego rodzaju programu. Wybierz inny.",
    en: "This template is for another kind of programme. Choose another.",
    uk: "Цей зразок для іншого виду програми. Оберіть інший.",
  },
  "plan.template_not_found": {
    pl: "Nie ma takiego wzoru.",
    en: "There is no such template.",
    uk: "Такого зразка немає.",
  },
  "plan.template_changed": {
    pl: "Ktoś w tym czasie zmienił wzór. Wczytaj go ponownie.",
    en: "Somebody changed the template meanwhile. Load it again.",
    uk: "Хтось тим часом змінив зразок. Завантажте знову.",
  },
  "plan.template_ends_before_start": {
    pl: "Wzór przestaje obowiązywać, zanim zacznie. Popraw dni.",
    en: "The template ends before it begins. Correct the days.",
    uk: "Зразок закінчується до початку. Виправте дні.",
  },
  "plan.template_empty": {
    pl: "Wzór nie ma celów ani zadań. Dodaj pierwszy.",
    en: "The template has neither goals nor tasks. Add the first.",
    uk: "У зразку немає цілей і завдань. Додайте перше.",
  },
});
