/** What a file called something, and what it is called now; `merged`: because it became part of that. */
export type Renamed = { said: string; name: string; merged: boolean };

const plurals = { role: "Roles", task: "Tasks", skill: "Skills", behaviour: "Behaviours" } as const;

/** Says what was taken as something else than the file calls it. */
export function noteRenamed(notices: string[], kind: keyof typeof plurals, renamed: readonly Renamed[]): void {
  const told = (some: readonly Renamed[]) =>
    listed(some.map(({ said, name }) => `“${shortened(said)}” as “${shortened(name)}”`));
  const [parts, names] = [renamed.filter(({ merged }) => merged), renamed.filter(({ merged }) => !merged)];
  if (names.length > 0) notices.push(`${plurals[kind]} that have another name by now: ${told(names)}`);
  if (parts.length > 0) notices.push(`${plurals[kind]} that became part of another: ${told(parts)}`);
}

/** Up to three, and how many more. */
export function listed(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
  return `${names.slice(0, 3).join(", ")}${more}`;
}

const shortened = (name: string) => (name.length > 80 ? `${name.slice(0, 79).trimEnd()}…` : name);
