import Link from "next/link";
import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Cell } from "@/components/ui/table-types";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { InitiativeRow } from "@/lib/initiatives/read-initiatives";
import type { InitiativeVersion, Versions } from "@/lib/plans/read-versions";

type VersionsSectionProps = {
  versions: Versions;
  /** The initiative whose page this is. */
  current: string;
  /** What came of each, by id; empty where it stands alone. */
  results: ReadonlyMap<string, Pick<InitiativeRow, "claim" | "status">>;
};

/** A programme is a product: its versions, what each changed, and what came of it. */
export function VersionsSection({ versions: { versions, nextHref }, current, results }: VersionsSectionProps) {
  return (
    <Section
      title="Versions"
      id="versions"
      lead="Learning in the flow of work is a product, not a campaign: what one version shows goes into the next."
      actions={nextHref ? <LinkButton href={nextHref}>Plan the next version</LinkButton> : null}
    >
      {versions.length < 2 ? (
        <p className="text-ink-2">This is the first version, and there is no other yet.</p>
      ) : (
        <FactsTable
          caption="Versions of this initiative"
          hideCaption
          columns={[
            { id: "version", header: "Version", rowHeader: true },
            { id: "changed", header: "What changed", wide: true },
            { id: "result", header: "Result" },
          ]}
          rows={versions.map((one) => ({
            id: one.id,
            cells: {
              version: nameCell(one, current),
              changed: changesCell(one),
              result: resultCell(one, results.get(one.id)),
            },
          }))}
        />
      )}
    </Section>
  );
}

function nameCell({ id, title, version }: InitiativeVersion, current: string): Cell {
  const name = `${version}. ${title}`;
  if (id === current) return { text: name, node: <span aria-current="page">{name} (this one)</span> };
  return {
    text: name,
    node: (
      <Link className="link" href={initiativeHref(id)}>
        {name}
      </Link>
    ),
  };
}

function changesCell({ changes, version }: InitiativeVersion): Cell {
  if (changes.length === 0) return version === 1 ? "The first" : "Nothing of the plan but its days and people";
  return {
    text: changes.map(({ what, from, to }) => `${what}: ${from}, now ${to}`).join("; "),
    node: (
      <ul className="space-y-1">
        {changes.map(({ what, from, to }) => (
          <li key={what}>
            <span className="font-medium">{what}:</span> <del className="text-ink-3">{from}</del> {to}
          </li>
        ))}
      </ul>
    ),
  };
}

function resultCell({ draft }: InitiativeVersion, result: Pick<InitiativeRow, "claim" | "status"> | undefined): Cell {
  if (draft) return "Draft, not registered";
  if (!result?.claim) return result ? result.status.charAt(0).toUpperCase() + result.status.slice(1) : null;
  const { grade, sentence } = result.claim;
  return {
    text: `${grade}. ${sentence}`,
    node: (
      <>
        <GradeMark grade={grade} />
        <span className="block">{sentence}</span>
      </>
    ),
  };
}
