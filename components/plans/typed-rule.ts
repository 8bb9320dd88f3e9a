import type { Plan } from "@/lib/evaluation/plan";

type Exclusion = Plan["exclusions"][number];

/** An exclusion as it is typed. */
export type TypedRule = { column: string; how: "in" | "below" | "above"; value: string; reason: string };

export function typedRule({ column, in: values, below, above, reason }: Exclusion): TypedRule {
  if (values) return { column, how: "in", value: values.join(", "), reason };
  return below === undefined
    ? { column, how: "above", value: String(above), reason }
    : { column, how: "below", value: String(below), reason };
}

/** What a typed rule stands for; a number that is none is left for the server to refuse. */
export function ruleOf({ column, how, value, reason }: TypedRule): Exclusion {
  const named = { column: column.trim(), reason: reason.trim() };
  if (how === "in") return { ...named, in: value.split(",").flatMap((part) => part.trim() || []) };
  const number = value.trim() === "" ? undefined : Number(value);
  return how === "below" ? { ...named, below: number } : { ...named, above: number };
}
