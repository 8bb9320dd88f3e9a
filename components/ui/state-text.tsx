import { Ban, Clock, EyeOff, type LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

export type StateTextProps =
  | { state: "too-early"; until: string }
  | { state: "withheld"; minimum: number }
  | { state: "not-estimable"; reason: string }
  | { state: "no-data" };

/** A state in the place of a figure: short enough for a tile or a table cell. */
export function StateText(props: StateTextProps) {
  const { Icon, text, look } = wordsOf(props);
  return (
    <span className={classNames("inline-flex items-center gap-1.5 rounded-control px-1.5 py-0.5 text-table", look)}>
      {Icon ? <Icon aria-hidden="true" size={13} className="shrink-0" /> : null}
      <span>{text}</span>
    </span>
  );
}

function wordsOf(props: StateTextProps): { Icon?: LucideIcon; text: string; look: string } {
  if (props.state === "too-early") return { Icon: Clock, text: `Too early until ${props.until}`, look: "bg-early" };
  if (props.state === "withheld") {
    return { Icon: EyeOff, text: `Withheld: fewer than ${props.minimum} people`, look: "bg-withheld" };
  }
  if (props.state === "not-estimable") return { Icon: Ban, text: props.reason, look: "bg-paper-2" };
  return { text: "No data", look: "bg-paper-2 text-ink-3" };
}
