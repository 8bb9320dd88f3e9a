/** What somebody did with an activity of a skill, as far as evidence asks. */
export type LearningAct = { verb: string; format: string | null; success: boolean | null; score: number | null };

/** Formats in which a skill is used on made-up work, and those that ask what somebody knows. The same words stand in SQL. */
export const simulatedFormats = "scenario|simulation|role[ _-]?play";
export const recallFormats = "(^|[^a-z])(quiz|test|exam|assessment|certif)";
/** Score from which an act counts as done where only its score says how it went. */
export const passingScore = 0.7;

/**
 * What an act is evidence of. Simulated: a scenario, simulation or role play passed or completed, under no failing score. Recall: anything
 * else passed or certified, and a quiz, test or exam completed with success or a passing score. Null for everything else: having watched,
 * read or completed something says nothing of a skill.
 */
export function kindOfAct({ verb, format, success, score }: LearningAct): "simulated" | "recalled" | null {
  const isDone = verb === "passed" || verb === "certified";
  if ((!isDone && verb !== "completed") || success === false) return null;
  if (new RegExp(simulatedFormats, "i").test(format ?? "")) {
    return isDone || score === null || score >= passingScore ? "simulated" : null;
  }
  if (isDone) return "recalled";
  const isTest = new RegExp(recallFormats, "i").test(format ?? "");
  return isTest && (success === true || (score ?? 0) >= passingScore) ? "recalled" : null;
}
