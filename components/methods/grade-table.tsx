import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { grades } from "@/components/ui/grades";
import { gradeMeaning } from "@/lib/evaluation/grade-meaning";

export function GradeTable() {
  return (
    <FactsTable
      caption="Claim grades, from the strongest to the weakest"
      hideCaption
      columns={[
        { id: "grade", header: "Grade" },
        { id: "needs", header: "Needs" },
        { id: "sentence", header: "What may be said" },
      ]}
      rows={grades.map((grade) => ({
        id: grade,
        cells: {
          grade: { text: grade, node: <GradeMark grade={grade} /> },
          needs: gradeMeaning[grade].needs,
          sentence: gradeMeaning[grade].sentence,
        },
      }))}
    />
  );
}
