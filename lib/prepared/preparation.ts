import type { Tx } from "@/db/client";

/**
 * A question about the whole organisation that takes long to answer where facts are many. The same for everybody who may ask it: what only
 * some may see is part of the question, or is left out by whoever reads.
 */
export type Preparation<Question, Answer> = {
  /** Ends in a number that is raised when answers change their shape or meaning, because they outlive the code that computed them. */
  name: `${string}/${number}`;
  /** Whether there are so many facts that nobody should wait for the answer. Looks at few of them. */
  isLarge: (tx: Tx, orgId: string) => Promise<boolean>;
  /** Plain data that survive JSON. */
  compute: (tx: Tx, orgId: string, question: Question) => Promise<Answer>;
};
