export const sourceWords: Record<string, string> = {
  manager: "your manager",
  peer: "a colleague",
  self: "yourself",
  system: "a system",
};

export const assignedWords: Record<string, string> = {
  randomised: "by lot",
  phased: "in waves",
  chosen: "by choice",
};

/** "wave-2" as "wave 2", "control" as "comparison". */
export function armWords(arm: string): string {
  if (arm === "control") return "comparison";
  if (arm === "treatment") return "trained";
  return arm.replaceAll("-", " ");
}
