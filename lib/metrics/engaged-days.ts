/** Days with learning in the period before, per month of it, from which somebody counts as engaged. */
export const engagedDays = { month: 1, quarter: 3, year: 12 } as const;
