/** What an audit row keeps beside its action, as "name: value" in one line; null when it keeps nothing. */
export function detailText(detail: Record<string, unknown>): string | null {
  const parts = Object.entries(detail).map(([name, value]) => `${name}: ${valueText(value)}`);
  return parts.length > 0 ? parts.join("; ") : null;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (value === null || typeof value !== "object") return String(value);
  const inner = Object.entries(value).map(([name, one]) =>
    name === "role" ? String(one) : `${name} ${valueText(one)}`,
  );
  return inner.join(" ");
}
