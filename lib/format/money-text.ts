import type { Formats } from "./formats";

/** Money as every page and report writes it: `€24,600`, from a hundred thousand on `€829k`. */
export const moneyText = (amount: number, { money }: Pick<Formats, "money">): string =>
  money(amount, { significant: 3, compact: Math.abs(amount) >= 100_000 });
