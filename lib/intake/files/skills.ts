import "server-only";
import { depths, facets, risks } from "@/db/schema/taxonomy";
import { level, oneOf, text, wholeLevel } from "@/lib/intake/column";
import type { FileDefinition } from "@/lib/intake/file-definition";
import { mergeTaxonomy } from "@/lib/intake/taxonomy/merge-taxonomy";

export const skillsFile: FileDefinition = {
  kind: "skills",
  columns: [
    text("role", { required: true, example: "Customer service representative" }),
    text("task", { example: "Handle a refund" }),
    wholeLevel("frequency", { example: "5" }),
    wholeLevel("impact", { example: "4" }),
    text("skill", { required: true, example: "Refund handling" }),
    oneOf("facet", facets, { example: "judgment" }),
    oneOf("risk", risks, { example: "medium" }),
    oneOf("depth", depths, { example: "applied" }),
    text("behaviour", { longest: 1_000, example: "Checks the order before refunding" }),
    level("target_level", { example: "4" }),
  ],
  check(cell) {
    const stray = ["frequency", "impact"].find((name) => cell(name) !== null);
    if (!stray || cell("task") !== null) return null;
    return { column: stray, value: cell(stray), reason: "Only a task has a frequency and an impact; name the task" };
  },
  merge: mergeTaxonomy,
};
