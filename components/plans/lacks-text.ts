/** What a chain lacks, in a row: "a role, the skill gap and a business KPI". */
export function lacksText(gaps: readonly { what: string }[]): string {
  const words = gaps.map(({ what }) => what.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase()));
  const last = words.pop() ?? "";
  return words.length > 0 ? `${words.join(", ")} and ${last}` : last;
}
