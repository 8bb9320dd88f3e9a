import { StatusText } from "@/components/ui/status-text";
import type { SetupFact } from "@/lib/programmes/programme";

const status = (holds: boolean | null) => (holds === null ? "unknown" : holds ? "pass" : "waiting");

/** What the app finds beside a step. */
export function SetupFacts({ facts }: { facts: readonly SetupFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className="mt-1 space-y-0.5 text-table">
      {facts.map(({ holds, says }) => (
        <li key={says}>
          <StatusText status={status(holds)}>{says}</StatusText>
        </li>
      ))}
    </ul>
  );
}
