import Link from "next/link";
import type { Formats } from "@/lib/format/formats";
import type { UnclearProcess as Unclear } from "@/lib/programmes/unclear-process";

/** Scenarios several people fail: before more is taught, the process may need to be clarified. */
export function UnclearProcess({ scenarios, formats }: { scenarios: readonly Unclear[]; formats: Formats }) {
  if (scenarios.length === 0) return null;
  return (
    <aside
      aria-label="The process may be unclear"
      className="mb-4 max-w-prose border-l-4 border-comparison bg-early px-4 py-3"
    >
      <p className="font-semibold">The process itself may need to be clarified</p>
      <p className="mt-1 text-ink-2">
        Several people fail the same scenario at first, whoever they are and whenever they try:
      </p>
      <ul className="mt-1 list-disc pl-5">
        {scenarios.map(({ id, name, people, share }) => (
          <li key={id}>
            “{name}”: {formats.percent(share)} of {formats.number(people)} people
          </li>
        ))}
      </ul>
      <p className="mt-1 text-table">
        <Link className="link" href="/work/missed">
          What is missed, and whether it shows at work
        </Link>
      </p>
    </aside>
  );
}
