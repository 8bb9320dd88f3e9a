/** A list that stays readable however long it is: the first of them, and how many more there are. */
export function firstNamed(names: readonly string[], most = 10): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join("; ")}; and ${rest} more` : names.join("; ");
}
