export const grades = ["A", "B", "C", "D", "E"] as const;
export type Grade = (typeof grades)[number];
