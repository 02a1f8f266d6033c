import { useState } from "react";
import { CheckField, ChoiceField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FileField } from "../../../platform/ui/FileField.tsx";
import { MoneyField, NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";

const SEX = [
  { value: "F", label: "kobieta" },
  { value: "M", label: "mężczyzna" },
  { value: "X", label: "nie wiadomo" },
] as const;
const NEEDS = [
  { value: "WARM", label: "ciepło" },
  { value: "FOOD", label: "jedzenie" },
  { value: "DOCS", label: "dokumenty" },
  { value: "HEALTH", label: "zdrowie", hint: "tylko zespół uliczny" },
] as const;

export function KitFields() {
  const [text, setText] = useState("Żaneta Ćwik");
  const [note, setNote] = useState("");
  const [place, setPlace] = useState<"" | "DWORZEC" | "PARK">("DWORZEC");
  const [sex, setSex] = useState<"" | "F" | "M" | "X">("F");
  const [mark, setMark] = useState<"" | "O" | "N">("O");
  const [needs, setNeeds] = useState<readonly ("WARM" | "FOOD" | "DOCS" | "HEALTH")[]>(["WARM"]);
  const [told, setTold] = useState(false);
  const [day, setDay] = useState("");
  const [birth, setBirth] = useState("1985-03");
  const [time, setTime] = useState("18:20");
  const [hours, setHours] = useState<number | undefined>(1.5);
  const [money, setMoney] = useState<number | undefined>(123450);
  const [files, setFiles] = useState<readonly File[]>([]);
  return (
    <Card title="Pola">
      <div className="columns">
        <TextField label="Jak się przedstawia?" hint="Imię, pseudonim albo nic." value={text} onChange={setText} />
        <TextField
          label="PESEL"
          size={13}
          inputMode="numeric"
          value="85031512340"
          onChange={() => undefined}
          error="Ten PESEL ma błędną cyfrę kontrolną. Sprawdź ostatnie cyfry."
        />
        <TextField label="Zamknięte pole" value="nie do zmiany" onChange={() => undefined} disabled />
        <TextArea label="Co ustaliliście?" hint="Słowami tej osoby." value={note} onChange={setNote} />
        <SelectField
          label="Gdzie?"
          required
          value={place}
          onChange={setPlace}
          options={[
            { value: "DWORZEC", label: "Dworzec, przejście" },
            { value: "PARK", label: "Park przy rzece" },
          ]}
        />
        <ChoiceField label="Płeć" options={SEX} value={sex} onChange={setSex} />
        <ChoiceField
          label="Rekomendacja"
          stacked
          options={[
            { value: "O", label: "Tak", hint: "bez warunków" },
            { value: "N", label: "Tak, pod warunkiem", hint: "warunki poniżej" },
          ]}
          value={mark}
          onChange={setMark}
          error="Wybierz jedną odpowiedź."
        />
        <MultiChoice label="Co jest potrzebne?" options={NEEDS} value={needs} onChange={setNeeds} />
        <CheckField
          label="Powiedzieliśmy, co zapisujemy"
          hint="i jakie są prawa tej osoby"
          value={told}
          onChange={setTold}
        />
        <DateField label="Kiedy?" value={day} onChange={setDay} />
        <DateField label="Data urodzenia" partial hint="Wystarczy rok." value={birth} onChange={setBirth} />
        <TimeField label="O której?" quickNow value={time} onChange={setTime} />
        <NumberField label="Ile godzin?" decimals={2} unit="h" value={hours} onChange={setHours} />
        <MoneyField label="Kwota" value={money} onChange={setMoney} />
        <FileField
          label="Podpisany skan"
          hint="PDF albo zdjęcie, do 10 MB."
          value={files}
          onChange={setFiles}
          multiple
        />
      </div>
    </Card>
  );
}
