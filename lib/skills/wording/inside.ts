import { blank } from "./blank";
import { capitalised, isWorkVerb } from "./inflect";

type Match = { start: number; end: number; found: string };
type InsideRule = {
  rule: string;
  reason: string;
  find: (statement: string) => Match[];
  rewrite: (statement: string, match: Match) => string | null;
};

const every = (pattern: RegExp) => (statement: string) =>
  [...statement.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length, found }));

/** A measure that an adverb may stand beside: then the two together can be seen. */
const criterion =
  /\d|\b(?:within|according to|so that|as (?:the|set|written|described)|against the|in line with|by the|without)\b/i;

/** The statement without the words, and with something at its end. */
function without(statement: string, { start, end }: Match, added: string): string {
  const left = `${statement.slice(0, start).trimEnd()} ${statement.slice(end).trimStart()}`
    .trim()
    .replace(/ ([,.;])/g, "$1");
  return capitalised(`${left.replace(/[.;,]$/, "")} ${added}`);
}

const manner =
  /\b(?:effectively|efficiently|appropriately|properly|adequately|successfully|suitably|professionally|thoroughly|satisfactorily|competently|confidently|proactively|accurately|correctly|in an? (?:appropriate|professional|effective|efficient|proper|suitable|friendly|positive|constructive|respectful) (?:manner|way)|with (?:confidence|empathy|enthusiasm|care|respect|professionalism))\b/gi;
const haste =
  /\b(?:promptly|quickly|swiftly|speedily|timely|in a timely (?:manner|fashion|way)|as soon as possible|in good time|without delay)\b/gi;
const often =
  /\b(?:often|sometimes|usually|frequently|regularly|occasionally|normally|generally|from time to time|most of the time|on a regular basis|periodically)\b/gi;
const many =
  /\b(?:some|several|many|a few|few|various|numerous|multiple|enough|sufficient|a lot of|lots of|a number of|a variety of|a range of)(?= \w)/gi;
const ifNeeded =
  /\b(?:as|when|where|if|whenever|wherever)(?: it is| it's)? (?:needed|necessary|required|appropriate|applicable|possible|relevant)\b/gi;
const andSoOn = /(?:,? ?\betc\.?|,? and so on|,? and so forth|,? and (?:the like|others|more))(?=$|[.,;])/gi;

/** What somebody says of the thing they just did is part of seeing it done. */
const telling = new Set([
  "reports",
  "records",
  "notes",
  "says",
  "tells",
  "states",
  "writes",
  "logs",
  "documents",
  "names",
]);
const linked = /\b(?:it|its|them|their|each|both|this|these|that|there|so|afterwards|then|again|back)\b/i;
const determined =
  /^(?:the|an?|each|every|all|any|one|two|three|their|his|her|its|it|them|what|which|whether|how|who|up|out|for|to|with|on)\b/i;

/** A second thing that is done, beside the first: each could be seen without the other. */
function secondVerbs(statement: string): Match[] {
  const found: Match[] = [];
  for (const { 0: words, 1: verb = "", index } of statement.matchAll(
    /,? (?:and(?: also| then)?|as well as|or|;) (?:\w+ly )?([a-z]+s)(?= |$)/gi,
  )) {
    const rest = statement.slice(index + words.length).trim();
    const isVerb = isWorkVerb(verb.toLowerCase()) && (rest === "" || determined.test(rest));
    const isLinked = linked.test(rest) || rest.split(/\s+/).length < 2 || telling.has(verb.toLowerCase());
    const joins = /also|as well as/.test(words);
    if (isVerb && (!isLinked || joins))
      found.push({ start: index + words.search(/\S/), end: index + words.length, found: words.trim() });
  }
  return found.slice(0, 1);
}

export const insideRules: readonly InsideRule[] = [
  {
    rule: "several behaviours",
    reason: "These are two behaviours: somebody may do one and not the other. Make it two",
    find: secondVerbs,
    rewrite: (statement, { start }) => statement.slice(0, start).replace(/[,;\s]+$/, ""),
  },
  {
    rule: "several sentences",
    reason: "One behaviour is one sentence. Make it two behaviours, or leave one out",
    find: (statement) => every(/[.;](?= \S)/g)(statement).slice(0, 1),
    rewrite: (statement, { start }) => statement.slice(0, start),
  },
  {
    rule: "no criterion",
    reason: "Two people would judge this differently. Say by what it is told",
    find: (statement) => (criterion.test(statement) ? [] : every(manner)(statement)),
    rewrite: (statement, match) => without(statement, match, `so that ${blank}`),
  },
  {
    rule: "no criterion",
    reason: "Say within which time",
    find: (statement) => (criterion.test(statement) ? [] : every(haste)(statement)),
    rewrite: (statement, match) => without(statement, match, `within ${blank}`),
  },
  {
    rule: "vague quantity",
    reason: "Say how often, or at which occasion",
    find: every(often),
    rewrite: (statement, match) => without(statement, match, `every ${blank}`),
  },
  {
    rule: "vague quantity",
    reason: "Say how many, or which",
    find: every(many),
    rewrite: (statement, { start, end }) => `${statement.slice(0, start)}${blank}${statement.slice(end)}`,
  },
  {
    rule: "vague quantity",
    reason: "Say when that is: somebody else would see the need elsewhere",
    find: every(ifNeeded),
    rewrite: (statement, { start, end }) => `${statement.slice(0, start)}when ${blank}${statement.slice(end)}`,
  },
  {
    rule: "vague quantity",
    reason: "Name all that counts, or only the most telling one",
    find: every(andSoOn),
    rewrite: (statement, { start, end }) => `${statement.slice(0, start)}${statement.slice(end)}`,
  },
];
