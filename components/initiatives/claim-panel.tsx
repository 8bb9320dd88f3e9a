import type { Claim } from "@/lib/evaluation/result";

/** What may be said, what may not, and what would raise it. */
export function ClaimPanel({ claim }: { claim: Claim }) {
  return (
    <div className="text-body">
      <h3 className="text-lead">What may be said</h3>
      <p className="mb-5 max-w-prose">{claim.sentence}</p>
      <List title="What may not be said" items={claim.limits} />
      <List title="What holds the grade down" items={claim.because} />
      <List
        title="What would raise it"
        items={claim.would_raise}
        none="Nothing: this is the strongest claim there is."
      />
    </div>
  );
}

function List({ title, items, none }: { title: string; items: readonly string[]; none?: string }) {
  if (items.length === 0 && !none) return null;
  return (
    <>
      <h3 className="text-lead">{title}</h3>
      {items.length === 0 ? (
        <p className="mb-5">{none}</p>
      ) : (
        <ul className="mb-5 max-w-prose list-disc pl-4 text-table">
          {items.map((item) => (
            <li key={item} className="mb-1">
              {item}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
