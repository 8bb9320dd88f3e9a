import { blank } from "./blank";
import { baseOf, baseOfGerund, capitalised, gerundOf, thirdPerson } from "./inflect";

/** How a statement must not begin. `rest` is what follows it, `found` the words themselves. */
export type Opening = {
  rule: string;
  pattern: RegExp;
  reason: string;
  rewrite: (rest: string, found: string) => string | null;
};

const clause = /^(?:how|why|what|when|where|which|who|whether|that|if)\b/i;

/** A piece of knowledge shows when somebody says it before they act on it. */
const told = (rest: string) =>
  clause.test(rest) ? `Explains ${rest} when ${blank}` : `States which part of ${rest} applies before ${blank}`;

/** "able to negotiate prices": "Negotiates prices". */
const done = (rest: string) => {
  const [verb = "", ...others] = rest.split(" ");
  return /^[a-z]+$/.test(verb) ? capitalised([thirdPerson(verb), ...others].join(" ")) : null;
};

const doneFromGerund = (rest: string) => {
  const [gerund = "", ...others] = rest.split(" ");
  const base = baseOfGerund(gerund);
  return base ? capitalised([thirdPerson(base), ...others].join(" ")) : null;
};

const stated = (rest: string) => `Does ${blank} when it comes to ${rest}`;
const quality = (_: string, found: string) =>
  `Does ${blank} when ${blank}, as somebody who ${found.toLowerCase()} would`;

const modest =
  "(?:an? |the )?(?:(?:good|strong|excellent|sound|thorough|solid|deep|basic|clear|full|great|high|broad|working|proven|necessary|detailed) )*";
const knowing =
  "(?:knowledge|understanding|awareness|grasp|comprehension|appreciation|familiarity|insight|command|mastery)(?: (?:of|about|with|in|into|for))?";
const able = "(?:ability|capability|capacity|skills?|competence|proficiency|confidence)";
const manner =
  "(?:integrity|empathy|respect|initiative|commitment|enthusiasm|ownership|accountability|interest|passion|leadership|professionalism|flexibility|resilience|curiosity|confidence|teamwork|patience|sensitivity|dedication|reliability|loyalty)";
const traits =
  "(?:positive|proactive|customer[- ](?:focused|oriented|centric)|empathetic|friendly|motivated|committed|confident|reliable|flexible|open(?:-minded)?|honest|professional|helpful|patient|curious|accountable|passionate|enthusiastic|dedicated|responsible|organised|organized|engaged|attentive|respectful|polite|supportive|resilient|trustworthy|diligent|careful|creative|innovative|analytical|strategic|adaptable|an? (?:good |real |true |strong )?(?:team player|role model|leader|listener|communicator|expert))";

const start = (source: string) => new RegExp(`^(?:${source})(?=\\s|$)`, "i");

export const openings: readonly Opening[] = [
  {
    rule: "ability",
    pattern: start(
      "is able to|has the (?:ability|skills?|capability|capacity) to|ability to|knows how to|can|could|may|should|must|will|shall|needs to|has to|is expected to|is willing to|is ready to|tries to|attempts to|strives to|aims to|seeks to|makes an effort to|remembers to|endeavours to",
    ),
    reason: "Whether somebody can, should or wants to do it cannot be seen. Say that they do it",
    rewrite: done,
  },
  {
    rule: "ability",
    pattern: start(
      "is capable of|is responsible for|is good at|is skilled (?:in|at)|is proficient (?:in|at)|is competent (?:in|at)|excels (?:in|at)",
    ),
    reason: "Being able or responsible cannot be seen. Say what they do",
    rewrite: doneFromGerund,
  },
  {
    rule: "knowledge",
    pattern: start(
      `(?:demonstrates|shows|displays|exhibits|possesses|has|proves|gains|develops) ${modest}${knowing}|${modest}${knowing}`,
    ),
    reason: "Knowledge is in the head. Say what somebody says or does that shows it",
    rewrite: told,
  },
  {
    rule: "knowledge",
    pattern: start(
      "(?:fully |clearly |really |thoroughly )?(?:understands|knows|comprehends|grasps|learns|realises|realizes|is aware of|is conscious of|is familiar with|is knowledgeable about|is mindful of|is informed about|remembers|recalls)",
    ),
    reason: "Understanding and knowing happen in the head. Say what somebody says or does that shows it",
    rewrite: told,
  },
  {
    rule: "thinking",
    pattern: start(
      "(?:carefully )?(?:considers|thinks about|thinks of|reflects on|takes into account|bears in mind|keeps in mind|is alert to)",
    ),
    reason: "Considering happens in the head. Say what is said or written down of it",
    rewrite: (rest) => `Names ${rest} before ${blank}`,
  },
  {
    rule: "thinking",
    pattern: start("recognises|recognizes|perceives|senses|notices"),
    reason: "Noticing happens in the head. Say what somebody does then",
    rewrite: (rest) => `Points out ${rest} when ${blank}`,
  },
  {
    rule: "attitude",
    pattern: start(
      "believes in|believes|appreciates|values|respects|cares about|is committed to|is dedicated to|is motivated by|is motivated to|is interested in|is passionate about|is open to|feels|wants|enjoys|likes|trusts|embraces|is willing",
    ),
    reason: "What somebody feels or values cannot be seen. Say what they do when it counts",
    rewrite: stated,
  },
  {
    rule: "attitude",
    pattern: start(`(?:is|remains|stays|acts as|acts|behaves|appears) (?:very |always |highly )?${traits}`),
    reason:
      "This is a trait, and two people would judge it differently. Say what somebody does that makes you think so",
    rewrite: quality,
  },
  {
    rule: "attitude",
    pattern: start(
      `(?:demonstrates|shows|displays|exhibits|has|takes|maintains|keeps) ${modest}(?:positive attitude|attitude|${manner}|responsibility|pride)`,
    ),
    reason:
      "This is an attitude, and two people would judge it differently. Say what somebody does that makes you think so",
    rewrite: quality,
  },
  {
    rule: "quality",
    pattern: start(`(?:has|possesses|demonstrates|shows|displays|exhibits) ${modest}(?:[\\w-]+ ){0,2}?${able}`),
    reason: "Having a skill cannot be seen, using it can. Say what they do with it",
    rewrite: quality,
  },
  {
    rule: "quality",
    pattern: start("(?:has|possesses) (?:an? )?(?:good|strong|excellent|sound|thorough|solid|deep|clear|great|high)"),
    reason: "“Good” is for the levels to say. Say what is done",
    rewrite: (rest) => `Does ${blank} when ${blank}, as somebody with ${rest} would`,
  },
  {
    rule: "negation",
    pattern: start(
      "does not|doesn't|doesn’t|do not|don't|don’t|never|fails to|refrains from|avoids|neglects to|is not|isn't|isn’t",
    ),
    reason: "What is not done cannot be seen. Say what is done instead",
    rewrite: insteadOf,
  },
  {
    rule: "outcome",
    pattern: start("ensures that|ensures|makes sure that|makes sure|guarantees that|guarantees|achieves"),
    reason: "This says what comes of it. Say what is done so that it comes",
    rewrite: (rest, found) =>
      / that$/i.test(found) || /\b(?:is|are|was|gets?|stays?|has|have)\b/.test(rest)
        ? `Does ${blank} so that ${rest}`
        : `Does ${blank} for ${rest}`,
  },
  {
    rule: "vague verb",
    pattern: start(
      "handles|manages|deals with|supports|is involved in|participates in|contributes to|facilitates|leverages|is concerned with|engages (?:in|with)|works with|works on|helps with",
    ),
    reason: "This can be many things. Say what exactly is done",
    rewrite: (rest) => `Does ${blank} with ${rest} when ${blank}`,
  },
];

/** "Never shares a password" and "Avoids sharing a password" are "Does […] instead of sharing a password". */
function insteadOf(rest: string, found: string): string | null {
  const [verb = "", ...others] = rest.split(" ");
  if (/^(?:is|isn)/i.test(found) || !/^[a-z]+$/.test(verb)) return `Does ${blank} instead`;
  const gerund = verb.endsWith("ing") ? verb : gerundOf(/^never$/i.test(found) ? baseOf(verb) : verb);
  const noun = /^(?:avoids|refrains from)$/i.test(found) && !verb.endsWith("ing");
  return `Does ${blank} instead of ${[noun ? verb : gerund, ...others].join(" ")}`;
}
