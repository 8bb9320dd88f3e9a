/** When a newcomer counts as competent, where their role has no rule of its own (`roles.proficiency`). Stated with every figure that uses it. */
export const competence = {
  /** Days after hire for which a newcomer is followed; everybody is followed for the whole of it, so nobody is censored. */
  days: 180,
  jobs: 5,
  rightFirstTime: 0.8,
  assisted: 0.2,
  words: "at least 5 finished jobs, 80% of them right first time and at most 20% assisted",
} as const;
