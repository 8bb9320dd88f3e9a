import Link from "next/link";
import type { ComparisonClaim } from "@/lib/compare/comparison";

/** What holds the grade down, what may not be said, and what would raise it. */
export function ClaimLists({ claim }: { claim: ComparisonClaim }) {
  return (
    <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
      <List title="What holds the grade down" items={claim.because} />
      <List title="What would raise it" items={claim.raise} />
      <List title="What this cannot say" items={claim.limits} />
      <p className="self-end text-table">
        <Link className="link" href="/methods#grades">
          How grades are given
        </Link>
      </p>
    </div>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="text-lead">{title}</h3>
      <ul className="max-w-prose list-disc pl-4 text-table">
        {items.map((item) => (
          <li key={item} className="mb-1">
            {item}
          </li>
        ))}
      </ul>
    </div>
  );
}
