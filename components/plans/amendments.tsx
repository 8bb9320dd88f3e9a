import type { Formats } from "@/lib/format/formats";
import type { Amendment } from "@/lib/plans/read-amendments";

/** What was changed after the plan was first written down; shown with every result. */
export function Amendments({ amendments, formats }: { amendments: readonly Amendment[]; formats: Formats }) {
  if (amendments.length === 0) return <p className="text-ink-2">The plan stands as it was first written down.</p>;
  return (
    <ol className="space-y-4">
      {amendments.map(({ number, at, by, reason, changes }) => (
        <li key={number} className="border-l-2 border-worse pl-3">
          <p className="font-medium">
            Amendment {number}, {formats.moment(at)}
            {by ? `, ${by}` : ""}
          </p>
          <p className="max-w-prose">{reason}</p>
          <ul className="mt-1 text-table text-ink-2">
            {changes.map(({ what, from, to }) => (
              <li key={what}>
                {what}: <del>{from}</del> <ins className="no-underline">became {to}</ins>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
