/** What the demo's taxonomy says beyond tasks and behaviours. Written for the demo; see README. */

/** Tasks that somebody must be able to do alone before they stand at the counter, the machine or the table. */
export const criticalTasks: ReadonlySet<string> = new Set([
  "2579",
  "23238",
  "20157",
  "20293",
  "3095",
  "12474",
  "20268",
]);

/** Days after which evidence counts half: steps that are checked daily fade fast, habits of conversation slowly. */
export const halfLives: Record<string, number> = {
  "Quality Control Analysis": 120,
  "Service Orientation": 120,
  Negotiation: 180,
  Mathematics: 180,
  "Active Listening": 365,
};

export const skillSummaries: Record<string, string> = {
  "Service Orientation":
    "Finding out what a customer needs and seeing to it that they get it, within the rules for refunds",
  "Quality Control Analysis": "Checking first pieces, samples and gauges so that a fault stops where it arises",
  Negotiation: "Coming to terms that both sides keep, without giving away what was not asked for in return",
};

/** Why a skill has more than five behaviours: several roles show it, each in its own way. */
export const severalRoles = "Needed in several roles, each of which shows it by three behaviours of its own";
