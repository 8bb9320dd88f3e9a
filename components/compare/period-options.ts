import type { Offer } from "@/lib/compare/comparison";

/** The periods on offer, and the one looked at where it is not among them. */
export function periodOptions({ periods }: Pick<Offer, "periods">, period: string) {
  const isOffered = periods.some(({ options }) => options.some(({ value }) => value === period));
  return isOffered ? periods : [{ value: period, label: period }, ...periods];
}
