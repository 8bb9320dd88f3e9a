/** More rows than this nobody reads through: a list that may grow for years ends here and says so. */
export const mostListed = 500;
