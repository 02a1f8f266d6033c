import { Icon, type IconName } from "../../../platform/ui/Icon.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import "./kit.css";

const COLOURS = [
  "paper",
  "surface",
  "sunken",
  "ink",
  "ink-soft",
  "line",
  "teal",
  "teal-wash",
  "amber",
  "amber-wash",
  "red",
  "red-wash",
  "green",
  "green-wash",
];
const ICONS: readonly IconName[] = [
  "search",
  "person",
  "people",
  "home",
  "moon",
  "list",
  "calendar",
  "check",
  "cross",
  "plus",
  "minus",
  "warning",
  "stop",
  "info",
  "clock",
  "lock",
  "file",
  "download",
  "print",
  "edit",
  "right",
  "left",
  "down",
  "up",
  "more",
  "offline",
  "exit",
  "link",
  "undo",
  "filter",
  "place",
  "pen",
  "chart",
  "settings",
  "dot",
];

export function KitTokens() {
  return (
    <Card title="Kolory, pismo, znaki">
      <ul role="list" className="kit-colours">
        {COLOURS.map((name) => (
          <li key={name} data-colour={name}>
            <span />
            <code>{name}</code>
          </li>
        ))}
      </ul>
      <p>
        Zażółć gęślą jaźń. Ґанок, їжак, єднання, щастя. Cyfry stoją w kolumnie: <strong>1 234,50</strong> i{" "}
        <strong>7 890,10</strong>.
      </p>
      <p className="small soft">Mniejsze pismo: podstawa, źródło, kto zapisał.</p>
      <p>
        Zdanie z <a href="#content">odnośnikiem</a> w środku.
      </p>
      <ul role="list" className="kit-icons">
        {ICONS.map((name) => (
          <li key={name}>
            <Icon name={name} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
