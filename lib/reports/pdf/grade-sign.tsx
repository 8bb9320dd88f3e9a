import { Text, View } from "@react-pdf/renderer";
import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import type { Grade } from "@/lib/evaluation/result";
import { ink } from "./theme";

const size = 11;
const fill: Record<Grade, { backgroundColor?: string; borderStyle?: "dotted" }> = {
  A: { backgroundColor: ink.line },
  B: { backgroundColor: ink.gradeB },
  C: {},
  D: {},
  E: { borderStyle: "dotted" },
};

/** The grade as the app draws it: filled for A down to dotted for E, with its letter and, unless `short`, its word. */
export function GradeSign({ grade, short = false }: { grade: Grade; short?: boolean }) {
  return (
    <View style={{ flexDirection: "row", alignItems: "center", gap: 4 }}>
      <View
        style={{
          width: size,
          height: size,
          borderWidth: 1,
          borderColor: ink.line,
          borderRadius: 1.5,
          alignItems: "center",
          justifyContent: "center",
          ...fill[grade],
        }}
      >
        {grade === "C" ? (
          <View
            style={{
              position: "absolute",
              left: 0,
              right: 0,
              bottom: 0,
              height: size / 2 - 1,
              backgroundColor: ink.gradeB,
            }}
          />
        ) : null}
        <Text style={{ fontSize: 7, lineHeight: 1, fontWeight: 600, color: grade === "A" ? ink.onLine : ink.ink }}>
          {grade}
        </Text>
      </View>
      {short ? null : <Text style={{ fontSize: 8, lineHeight: 1.2 }}>{gradeMeaning[grade].name}</Text>}
    </View>
  );
}
