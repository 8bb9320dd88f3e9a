import { Disclosure } from "@/components/ui/disclosure";
import type { Claim } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { withDays } from "@/lib/initiatives/with-days";

/** What may be said, what may not, and what would raise it. */
export function ClaimPanel({ claim, formats }: { claim: Claim; formats: Formats }) {
  const written = (items: readonly string[]) => items.map((item) => withDays(item, formats));
  return (
    <div className="text-body">
      <h3 className="text-lead">What may be said</h3>
      <p className="mb-5 max-w-prose">{withDays(claim.sentence, formats)}</p>
      <List title="What may not be said" items={written(claim.limits)} />
      <List
        title="What would raise it"
        items={written(claim.would_raise)}
        none="Nothing: this is the strongest claim there is."
      />
      {claim.because.length > 0 ? (
        <Disclosure summary="What holds the grade down">
          <Items items={written(claim.because)} />
        </Disclosure>
      ) : null}
    </div>
  );
}

function List({ title, items, none }: { title: string; items: readonly string[]; none?: string }) {
  if (items.length === 0 && !none) return null;
  return (
    <>
      <h3 className="text-lead">{title}</h3>
      {items.length === 0 ? <p className="mb-5">{none}</p> : <Items items={items} />}
    </>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className="mb-5 max-w-prose list-disc pl-4 text-table">
      {items.map((item) => (
        <li key={item} className="mb-1">
          {item}
        </li>
      ))}
    </ul>
  );
}
