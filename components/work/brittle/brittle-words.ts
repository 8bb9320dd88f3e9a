import type { Formats } from "@/lib/format/formats";
import type { BrittleReason } from "@/lib/work/brittle/brittle-spots";

/** What makes a task brittle, and what would make it sturdier. */
export function brittleWords(
  reason: BrittleReason,
  minimum: number,
  formats: Formats,
): { why: string; instead: string } {
  switch (reason.kind) {
    case "slow-hand-off": {
      const { to, toRole, median, usual } = reason;
      return {
        why: `Cases wait ${formats.figure(median)} hours for “${to}”${toRole ? ` (${toRole})` : ""}, ${formats.figure(usual)} elsewhere`,
        instead: "agree who takes it up and by when, and hand it over complete",
      };
    }
    case "rests-on-few":
      return {
        why: `Fewer than ${minimum} people give four of five answers to ${formats.number(reason.requests)} requests`,
        instead: "have them write the answer down and teach two more",
      };
    case "keeps-coming":
      return {
        why: `Asked about ${formats.number(reason.requests)} times, and ${formats.percent(reason.again)} of those who asked came back`,
        instead: "explain it where the work is done",
      };
    case "escalated":
      return {
        why: `${formats.percent(reason.share)} of jobs are escalated, ${formats.percent(reason.rest)} in the role's other tasks`,
        instead: "say who may decide what, and move the limit down",
      };
    case "process":
      return {
        why: "Goes wrong although people use the learning made for it",
        instead: "look at the process, not the learner",
      };
    case "came-back":
      return { why: `Called solved and not gone: ${reason.statement}`, instead: "open the friction point again" };
  }
}
