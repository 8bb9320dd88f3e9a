/** What an audit row keeps beside its action, as "name: value" in one line, what a change was from and to last; null when it keeps nothing. */
export function detailText({ from, to, ...rest }: Record<string, unknown>): string | null {
  const change = Object.entries({ from, to }).filter(([, value]) => value !== undefined);
  const parts = [...Object.entries(rest), ...change].map(([name, value]) => `${name}: ${valueText(value)}`);
  return parts.length > 0 ? parts.join("; ") : null;
}

function valueText(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (typeof value !== "object") return String(value);
  const inner = Object.entries(value).map(([name, one]) =>
    name === "role" ? String(one) : `${name} ${valueText(one)}`,
  );
  return inner.join(" ");
}
