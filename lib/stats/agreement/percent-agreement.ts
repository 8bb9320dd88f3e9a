/** Share of subjects on which all raters agree exactly, 0 to 1; subjects rated by fewer than two are left out, null without any. */
export function percentAgreement(ratings: readonly (readonly (number | null)[])[]): number | null {
  const rated = ratings.map((row) => row.filter((rating) => rating !== null)).filter((row) => row.length > 1);
  if (rated.length === 0) return null;
  return rated.filter((row) => row.every((rating) => rating === row[0])).length / rated.length;
}
