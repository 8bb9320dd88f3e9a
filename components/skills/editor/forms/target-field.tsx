"use client";
import { levelWords } from "@/components/skills/level-words";
import type { Fault } from "@/lib/skills/tree/fault";
import { ChoiceField } from "./choice-field";

type TargetFieldProps = {
  label: string;
  none: string;
  value: number | null;
  onCommit: (level: number | null) => readonly Fault[];
};

/** A level in words. One between two levels, as an import may bring, is kept until another is chosen. */
export function TargetField({ label, none, value, onCommit }: TargetFieldProps) {
  const words: Record<string, string> = Object.fromEntries(
    levelWords.map((word, at) => [String(at + 1), `${at + 1}, ${word.toLowerCase()}`]),
  );
  if (value !== null) words[String(value)] ??= String(value);
  return (
    <ChoiceField
      label={label}
      none={none}
      words={words}
      value={value === null ? null : String(value)}
      onCommit={(chosen) => onCommit(chosen === null ? null : Number(chosen))}
    />
  );
}
