import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { signatureWords } from "@/lib/roi/results/signature-words";
import { isStated, statedRange, statedText, unstatedText } from "@/lib/roi/results/stated-text";
import { SignatureText } from "./signature-text";

const origins = { measured: "measured", file: "from a file", stated: null, template: "an example" } as const;

/** Value, range, source, owner and signature of an assumption, as the tables show them. `isUsed`: whether the figures beside it rest on it. */
export function assumptionCells(
  one: AssumptionState,
  formats: Formats,
  isUsed: boolean,
): Record<"value" | "range" | "source" | "owner" | "signed", Cell> {
  const { value, unit, source, alternatives, owner, origin, note } = one;
  const isOpen = !isStated(one);
  const others = alternatives.map((other) => `${statedText(other.value, unit, formats)} (${other.source})`);
  const beside = [origins[origin], others.length > 0 ? `other values: ${others.join("; ")}` : null]
    .filter(Boolean)
    .join("; ");
  return {
    value:
      value === null
        ? { text: unstatedText(one.key), sort: null }
        : { text: statedText(value, unit, formats), sort: value },
    range: statedRange(one, formats) || null,
    source: isOpen
      ? null
      : {
          text: [source ?? "no source", beside].filter(Boolean).join("; "),
          node: (
            <>
              <span className={source ? undefined : "font-medium text-worse"}>{source ?? "No source"}</span>
              {beside ? <span className="block text-caption text-ink-3">{beside}</span> : null}
              {note ? <span className="block text-caption text-ink-3">{note}</span> : null}
            </>
          ),
        },
    owner: owner?.name ?? null,
    signed:
      isOpen && one.revision === 0 && isUsed
        ? null
        : {
            text: signatureWords(one, formats, isUsed),
            sort: one.signature.state,
            node: <SignatureText assumption={one} isUsed={isUsed} formats={formats} />,
          },
  };
}
