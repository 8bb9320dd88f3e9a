import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AssumptionState, SignatureState } from "@/lib/roi/results/initiative-money";
import { templateOf } from "@/lib/roi/templates/templates";
import { assumptionDigest } from "./assumption-digest";
import { factorLabel } from "./factor-words";

export type ReadAssumption = AssumptionState & { initiativeId: string | null; changedBy: string | null };

type Row = Omit<ReadAssumption, "signature" | "owner" | "label"> & {
  template: string | null;
  ownerId: string | null;
  ownerName: string | null;
  signatureKind: "signed" | "declined" | "withdrawn" | null;
  signatureDigest: string | null;
  signedBy: string | null;
  signedAt: string | null;
  signatureNote: string | null;
};

/** Assumptions that fit a condition on `a`, each with its newest signature. */
export async function readAssumptionRows(tx: Tx, orgId: string, condition: SQL): Promise<ReadAssumption[]> {
  const { rows } = await tx.execute<Row>(sql`
    select a.id, a.initiative_id as "initiativeId", a.line_id as "lineId", a.key, a.unit, a.value, a.low, a.high, a.alternatives,
      a.origin, a.source, a.note, a.revision, a.changed_by as "changedBy", l.template, a.owner_id as "ownerId", o.name as "ownerName",
      s.kind as "signatureKind", s.digest as "signatureDigest", u.name as "signedBy",
      to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt", s.note as "signatureNote"
    from assumptions a
    left join (
      select distinct on (assumption_id) * from assumption_signatures
      where org_id = ${orgId} order by assumption_id, signed_at desc, id desc
    ) s on s.assumption_id = a.id
    left join users o on o.org_id = a.org_id and o.id = a.owner_id
    left join users u on u.org_id = a.org_id and u.id = s.signed_by
    left join benefit_lines l on l.org_id = a.org_id and l.id = a.line_id
    where a.org_id = ${orgId} and ${condition}
    order by l.position nulls last, l.id, a.key collate "C", a.id`);
  return rows.map(
    ({ template, ownerId, ownerName, signatureKind, signatureDigest, signedBy, signedAt, signatureNote, ...row }) => {
      const state = stateOf(signatureKind, signatureDigest === assumptionDigest({ ...row, ownerId }));
      const isSaid = state !== "unsigned";
      return {
        ...row,
        label: labelOf(template, row.key),
        owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? "Somebody who left" },
        signature: {
          state,
          by: isSaid ? (signedBy ?? "Somebody who left") : null,
          at: isSaid ? signedAt : null,
          note: isSaid ? signatureNote : null,
        },
      };
    },
  );
}

const labelOf = (template: string | null, key: string) =>
  templateOf(template)?.factors.find((factor) => factor.key === key)?.label ?? factorLabel(key);

/** A refusal speaks of what it refused: once that is changed it is open again. */
function stateOf(kind: Row["signatureKind"], fits: boolean): SignatureState {
  if (kind === "signed") return fits ? "signed" : "changed";
  return kind === "declined" && fits ? "declined" : "unsigned";
}

/** Nobody has stated it: what hangs on it cannot be computed. */
export function unstated(key: string, unit: string): AssumptionState {
  return {
    id: `unstated ${key}`,
    lineId: null,
    key,
    label: factorLabel(key),
    unit,
    value: null,
    low: null,
    high: null,
    alternatives: [],
    origin: "stated",
    source: null,
    owner: null,
    note: null,
    revision: 0,
    signature: { state: "unsigned", by: null, at: null, note: null },
  };
}
