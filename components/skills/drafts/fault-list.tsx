import Link from "next/link";
import type { Fault } from "@/lib/skills/tree/fault";

type FaultListProps = {
  faults: readonly Fault[];
  names: Readonly<Record<string, string>>;
  draftId: string;
  look: "fault" | "warning";
};

/** What stands against publishing, each with a way to the node it is about. */
export function FaultList({ faults, names, draftId, look }: FaultListProps) {
  return (
    <ul className="space-y-2 text-table">
      {faults.map(({ nodeId, field, message }) => (
        <li
          key={`${nodeId}-${field}-${message}`}
          className={look === "fault" ? "border-l-2 border-worse pl-3" : "border-l-2 border-comparison pl-3"}
        >
          <Link className="link" href={`/skills/drafts/${draftId}?node=${nodeId}`}>
            {names[nodeId] ?? "An entry"}
          </Link>
          <span className="block text-ink-2">{message}</span>
        </li>
      ))}
    </ul>
  );
}
