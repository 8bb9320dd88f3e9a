import "server-only";
import { sql } from "drizzle-orm";
import { assignments } from "@/db/schema/arms";
import { date, oneOf, shaped, text } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import type { Counts, Merge } from "@/lib/intake/merge";
import { readOwnInitiative } from "@/lib/intake/study/read-own-initiative";
import { mergeRows } from "@/lib/intake/write/merge-rows";
import { rejectRepeats } from "@/lib/intake/write/outcomes";
import { resolvePeople } from "@/lib/intake/write/resolve-people";

export const cohortFile: FileDefinition = {
  kind: "cohort",
  keepsUnknown: true,
  when: "exposed_on",
  columns: [
    text("employee_id", { required: true, longest: 200, example: "E-1001" }),
    shaped("arm", /^(control|treatment|wave-.{1,50})$/, "control, treatment or wave-1, wave-2, ...", {
      required: true,
      example: "treatment",
    }),
    date("exposed_on", { example: "2025-04-15" }),
    text("cluster", { example: "Service A" }),
    oneOf("assigned", assignments, { example: "randomised" }),
  ],
  merge: mergeCohort,
};

async function mergeCohort(merge: Merge): Promise<Counts> {
  const { tx, present } = merge;
  const initiativeId = await readOwnInitiative(merge);
  await resolvePeople(merge);
  const repeats = await rejectRepeats(merge, ["employee_id"]);
  await tx.execute(sql`create temp table members on commit drop as
    select p.person_id, ${initiativeId}::uuid as initiative_id, s.arm, s.exposed_on, s.cluster, s.assigned,
      jsonb_strip_nulls(coalesce(m.attributes, '{}') || coalesce(s.attributes, '{}')) as attributes
    from staged s join persons p on p.name = s.employee_id
    left join arm_members m on m.org_id = ${merge.orgId} and m.initiative_id = ${initiativeId} and m.person_id = p.person_id`);
  const counts = await mergeRows(merge, {
    table: "arm_members",
    source: "members",
    key: ["person_id", "initiative_id"],
    values: [...["arm", "exposed_on", "cluster", "assigned"].filter((name) => present.has(name)), "attributes"],
    isFact: true,
  });
  return { ...counts, unchanged: counts.unchanged + repeats };
}
