import { type Estimator, refused } from "./estimator";

/** A method that the design calls for and nobody has built: said, rather than left out. */
export const notBuilt = (method: string): Estimator => ({
  method,
  estimate: async () => refused(method, "not-built"),
});
