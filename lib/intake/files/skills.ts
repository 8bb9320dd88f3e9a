import "server-only";
import type { FileDefinition } from "@/lib/intake/file-definition";
import { mergeTaxonomy } from "@/lib/intake/taxonomy/merge-taxonomy";
import { checkSkillRow, skillColumns } from "@/lib/intake/taxonomy/skill-columns";

export const skillsFile: FileDefinition = {
  kind: "skills",
  columns: skillColumns,
  check: checkSkillRow,
  merge: mergeTaxonomy,
};
