/** Names the arithmetic of money. Raise it with every change of `lib/money` that could move a figure. */
export const resultVersion = "money-6";
