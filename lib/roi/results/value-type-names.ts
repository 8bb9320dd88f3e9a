import type { ValueType } from "@/lib/money/case";

export const valueTypeNames: Record<ValueType, string> = {
  labour: "Labour saved",
  quality: "Quality gained",
  revenue: "Revenue protected or added",
  safety: "Safety",
};
