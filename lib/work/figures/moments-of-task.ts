import type { JointMoments } from "@/lib/stats/joint-moments";
import type { RoleSums, SignalSums } from "./read-task-sums";

/**
 * Joint moments, over the people of a role, of what they did in one task and in all others: (a, b, A - a, B - b). From sums of squares, which
 * are counts of jobs and so exact.
 */
export function momentsOfTask(task: SignalSums, role: RoleSums): JointMoments {
  const { n } = role;
  const sums = [task.a, task.b, role.A - task.a, role.B - task.b];
  const restA = role.AA - 2 * task.aA + task.aa;
  const restB = role.BB - 2 * task.bB + task.bb;
  const restAB = role.AB - task.aB - task.bA + task.ab;
  const products = [
    [task.aa, task.ab, task.aA - task.aa, task.aB - task.ab],
    [task.ab, task.bb, task.bA - task.ab, task.bB - task.bb],
    [task.aA - task.aa, task.bA - task.ab, restA, restAB],
    [task.aB - task.ab, task.bB - task.bb, restAB, restB],
  ];
  const covariance = products.map((row, j) =>
    row.map((product, k) => (n < 2 ? 0 : (product - ((sums[j] ?? 0) * (sums[k] ?? 0)) / n) / (n - 1))),
  );
  return { n, means: sums.map((sum) => (n === 0 ? 0 : sum / n)), covariance };
}
