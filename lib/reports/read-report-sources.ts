import "server-only";
import { sql } from "drizzle-orm";
import type { FileKind } from "@/db/schema/imports";
import { kindsInOrder, kindWords } from "@/lib/intake/kind-words";
import { query } from "@/lib/server/tenant-access";
import type { ReportSource } from "./document";

/** Kinds of files the figures of a report can rest on. */
const sourceKinds = {
  roi: ["people", "employment_events", "learning_events", "observations", "kpi", "cohort", "costs"],
  initiative: ["people", "employment_events", "learning_events", "observations", "kpi", "cohort", "costs"],
  scorecard: ["people", "employment_events", "learning_events", "work_events", "observations", "help_requests", "kpi"],
} as const satisfies Record<string, readonly FileKind[]>;

type Asked = {
  of: keyof typeof sourceKinds;
  /** Files that belong to one initiative count where it is this one; null is all of them. */
  initiativeCode: string | null;
  /** An instant: files taken in later are not in the figures. */
  until: string;
};
type Found = Omit<ReportSource, "label" | "from"> & { kind: FileKind };

/** What a report rests on, from every file that was taken in by then and not undone. Names of files and whoever brought them in are not told. */
export const readReportSources = query(
  "self.read",
  async (tx, { of, initiativeCode, until }: Asked, { orgId }): Promise<ReportSource[]> => {
    const { rows } = await tx.execute<Found>(sql`
      select kind, count(*)::int as files, to_char(max(started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "takenAt",
        max(covers_to) as "newestFact"
      from import_batches where org_id = ${orgId} and status = 'done' and started_at <= ${until}
        and kind = any(${sql.param([...sourceKinds[of]])}::text[])
        and (${initiativeCode}::text is null or initiative_code is null or initiative_code = ${initiativeCode})
      group by kind`);
    return kindsInOrder.flatMap((kind) =>
      rows
        .filter((row) => row.kind === kind)
        .map(({ kind: _, ...row }) => ({ label: kindWords[kind].label, from: kindWords[kind].from, ...row })),
    );
  },
);
