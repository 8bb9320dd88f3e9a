"use client";
import { useState } from "react";
import { ruleGroups, valueAt } from "@/lib/evidence/rule-fields";
import { type EvidenceRules, evidenceRulesInput } from "@/lib/evidence/rules";

const fields = ruleGroups.flatMap((group) => group.fields);
type Problems = Partial<Record<string, string>>;

/** Rules as typed: numbers stay text until they make sense. */
export function useRulesForm(rules: EvidenceRules) {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ path }) => [path, String(valueAt(rules, path))])),
  );
  const [quiet, setQuiet] = useState(rules.quiet);
  const [problems, setProblems] = useState<Problems>({});

  /** Null where something makes no sense yet, which is then said beside the field. */
  const read = (): EvidenceRules | null => {
    const found: Problems = {};
    const made: Record<string, unknown> = { quiet };
    for (const { path, least, most, whole } of fields) {
      const text = (typed[path] ?? "").trim().replace(",", ".");
      const value = Number(text);
      const isFine = text !== "" && value >= least && value <= most && (!whole || Number.isInteger(value));
      if (!isFine) found[path] = `${whole ? "A whole number" : "A number"} from ${least} to ${most}`;
      const [group = "", name] = path.split(".");
      if (name) made[group] = { ...(made[group] as object), [name]: value };
      else made[group] = value;
    }
    const parsed = evidenceRulesInput.safeParse(made);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues) found[path.join(".")] ??= message;
    }
    setProblems(found);
    return parsed.success && Object.keys(found).length === 0 ? parsed.data : null;
  };
  return {
    typed,
    quiet,
    problems,
    read,
    type: (path: string, text: string) => setTyped({ ...typed, [path]: text }),
    setQuiet,
  };
}
