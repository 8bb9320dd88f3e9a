import "server-only";
import { sql } from "drizzle-orm";
import { query } from "@/lib/server/tenant-access";
import type { Figures, ProposalKind } from "./proposal";

export type Proposal = {
  id: string;
  kind: ProposalKind;
  nodeId: string;
  statement: string;
  skill: string;
  figures: Figures;
  proposedAt: Date;
};

export type DecidedProposal = Omit<Proposal, "figures"> & {
  status: "taken" | "dismissed" | "gone";
  reason: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  draft: { id: string; title: string; status: string } | null;
};

export type Proposals = {
  open: Proposal[];
  decided: DecidedProposal[];
  drafts: { id: string; title: string }[];
  everComputed: boolean;
};

/** Proposals that wait for a decision, the last hundred decided, and the drafts one could be taken into. */
export const readProposals = query("skill.edit", async (tx, _: null, { orgId }): Promise<Proposals> => {
  const { rows: open } = await tx.execute<Proposal & { proposedAt: string }>(sql`
    select p.id::text, p.kind, p.node_id::text as "nodeId", b.statement, s.name as skill, p.figures, p.created_at as "proposedAt"
    from taxonomy_proposals p join behaviours b on b.org_id = ${orgId} and b.id = p.node_id
    join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    where p.org_id = ${orgId} and p.status = 'open' order by p.kind, b.statement`);
  const { rows: decided } = await tx.execute<
    DecidedProposal & { draftId: string | null; draftTitle: string | null; draftStatus: string | null }
  >(sql`
    select p.id::text, p.kind, p.node_id::text as "nodeId", coalesce(b.statement, '') as statement, coalesce(s.name, '') as skill, p.created_at as "proposedAt",
      p.status, p.reason, p.decided_at as "decidedAt", u.name as "decidedBy", d.id::text as "draftId", d.title as "draftTitle", d.status as "draftStatus"
    from taxonomy_proposals p left join behaviours b on b.org_id = ${orgId} and b.id = p.node_id
    left join skills s on s.org_id = ${orgId} and s.id = b.skill_id
    left join users u on u.org_id = ${orgId} and u.id = p.decided_by
    left join taxonomy_drafts d on d.org_id = ${orgId} and d.id = p.draft_id
    where p.org_id = ${orgId} and p.status <> 'open' order by p.decided_at desc nulls last, p.id limit 100`);
  const { rows: drafts } = await tx.execute<{ id: string; title: string }>(sql`
    select id::text, title from taxonomy_drafts where org_id = ${orgId} and status = 'open' order by changed_at desc`);
  return {
    open: open.map((row) => ({ ...row, proposedAt: new Date(row.proposedAt) })),
    decided: decided.map(({ draftId, draftTitle, draftStatus, ...row }) => ({
      ...row,
      proposedAt: new Date(row.proposedAt),
      decidedAt: row.decidedAt && new Date(row.decidedAt),
      draft: draftId ? { id: draftId, title: draftTitle ?? "", status: draftStatus ?? "" } : null,
    })),
    drafts,
    everComputed: open.length + decided.length > 0,
  };
});
