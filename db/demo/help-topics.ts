import { roleCodes } from "./roles";

export type HelpTopic = {
  name: string;
  /** Task ID in O*NET's Task Statements. */
  task: string;
  weight: number;
  /** Of the helper, and until there is an answer: what is usual. */
  minutes: number;
  waitHours: number;
  /** Only the two who are longest in the role can answer. */
  experts: boolean;
};

const topic = (name: string, task: string, weight: number, minutes: number, waitHours = 0.5): HelpTopic => ({
  name,
  task,
  weight,
  minutes,
  waitHours,
  experts: false,
});

/** What people ask each other at work, by role. Made up. */
export const helpTopics: Partial<Record<string, readonly HelpTopic[]>> = {
  [roleCodes.customerService]: [
    topic("Refund after 30 days", "2579", 7, 11),
    topic("Which department takes this complaint", "2582", 3, 8),
    topic("Charges for a partial month", "2583", 2, 9),
    topic("What to write into the contact note", "2578", 1, 4),
  ],
  [roleCodes.sales]: [
    topic("Discount above the limit", "8116", 4, 14, 2),
    topic("Payment terms abroad", "20268", 2, 16, 2),
    topic("Which product variant fits", "8114", 2, 9),
  ],
  [roleCodes.billing]: [
    { ...topic("Tax rate of the delivery country", "23238", 8, 21, 22), experts: true },
    topic("Order and delivery note disagree", "23243", 3, 17),
    topic("Credit note across two years", "23243", 2, 19),
    topic("Where the support document goes", "23246", 1, 5),
  ],
  [roleCodes.assembler]: [
    topic("Which revision of the drawing holds", "20160", 4, 9),
    topic("When to stop the line", "20157", 3, 7),
    topic("Torque of the second variant", "8468", 2, 6),
  ],
  [roleCodes.machinist]: [
    topic("Which gauge for this tolerance", "3095", 4, 10),
    topic("Offset after a tool change", "20293", 4, 15),
    topic("Program for a special part", "3110", 2, 24),
  ],
  [roleCodes.inspector]: [
    topic("Sample size for a small lot", "12474", 3, 11),
    topic("Result that cannot be decided", "20300", 2, 16),
  ],
  [roleCodes.maintenance]: [
    topic("Fault code without an entry", "3024", 4, 22, 1),
    topic("Isolation of the second circuit", "20671", 2, 13),
  ],
  [roleCodes.stocker]: [
    topic("Substituting an item", "23873", 3, 5),
    topic("Damaged goods of a known supplier", "23876", 2, 8),
  ],
};
