/** Share of a check from which it counts as passed, where nobody says. */
export const passMark = 0.7;
