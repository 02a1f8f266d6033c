import { useLanguage } from "../../../platform/ui/language.ts";
import { Money } from "../../../platform/ui/Words.tsx";
import type { ListLine } from "./contract.ts";
import "./benefits.css";

/** An amount unfolded to its lines: what, why, by which rule. */
export function LineList({ lines }: { lines: readonly ListLine[] }) {
  const lang = useLanguage();
  return (
    <ul role="list">
      {lines.map(({ kind, text, article, rule, amountGrosze }) => (
        <li key={kind} className="benefit-line">
          <span>{text[lang]}</span>
          <Money grosze={amountGrosze} />
          <span className="benefit-line-source small soft">{`${article} (${rule})`}</span>
        </li>
      ))}
    </ul>
  );
}
