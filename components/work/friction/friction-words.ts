import type { Formats } from "@/lib/format/formats";
import type { Diagnosis } from "@/lib/work/friction/diagnose";
import type { DiagnosedTask } from "@/lib/work/friction/friction";
import type { FrictionSignal, Proposal } from "@/lib/work/friction/propose";
import type { Unanchored } from "@/lib/work/friction/read-unanchored";
import type { Recheck } from "@/lib/work/friction/recheck";

const happened: Record<FrictionSignal, (amount: string) => string> = {
  assisted: (amount) => `${amount} of jobs needed help`,
  asked: (amount) => `${amount} requests for help per 100 jobs`,
  escalated: (amount) => `${amount} of jobs were escalated`,
  wrong: (amount) => `${amount} of jobs ended in an error or were re-opened`,
};

const amountOf = (signal: FrictionSignal, share: number, formats: Formats) =>
  signal === "asked" ? formats.figure(share * 100) : formats.percent(share);

/** What data show of a task, against the role's other tasks. */
export function foundWords(
  { signal, share, rest, apart, jobs, people }: Omit<Proposal, "roleId" | "taskId" | "kind">,
  formats: Formats,
): string {
  const [low, high] = apart;
  const range =
    signal === "asked"
      ? `${formats.figure(low * 100)} to ${formats.figure(high * 100)} more`
      : `${formats.points(low)} to ${formats.points(high)}`;
  return `${happened[signal](amountOf(signal, share, formats))}, against ${amountOf(signal, rest, formats)} in the role's other tasks (difference ${range}; ${formats.number(jobs)} jobs of ${formats.number(people)} people).`;
}

const statements: Record<Proposal["kind"], string> = {
  struggle: "People need help with it more often than with their other work",
  escalate: "Is escalated more often than other work",
  avoidable_error: "Goes wrong more often than other work",
};

/** What a point kept from data is called unless somebody says it better. */
export const statementOf = ({ kind }: Pick<Proposal, "kind">) => statements[kind];

export function recheckWords(recheck: Recheck, formats: Formats): string {
  switch (recheck.verdict) {
    case "withheld":
      return "Withheld: too few people do it.";
    case "too-early":
      return "Too early: needs two full months and 30 jobs since.";
    case "unknown":
      return "Not known: no work events before or since.";
    default: {
      const shares = `${formats.percent(recheck.before)} before, ${formats.percent(recheck.after)} since`;
      if (recheck.verdict === "fewer") return `Stays solved in production: ${shares}.`;
      if (recheck.verdict === "more") return `It is back, and worse: ${shares}.`;
      return `No difference from before can be told: ${shares}. It may be back.`;
    }
  }
}

export const diagnosisTitles: Record<Exclude<Diagnosis, null>, string> = {
  process: "Look at the process, not the learner",
  content: "Revise the content",
  reach: "Learning does not reach those who do it",
};

/** Why the numbers of a task say so. */
export function diagnosisWords(
  { engagement, diagnosis, share, rest, signal }: DiagnosedTask,
  formats: Formats,
): string {
  const { people, engaged, used, others } = engagement;
  const amount = (value: number) => amountOf(signal, value, formats);
  const per = signal === "asked" ? " requests per 100 jobs" : " of jobs";
  const reach =
    engaged === people
      ? "Nearly everybody who does it used learning made for it"
      : engaged === 0
        ? "Hardly anybody who does it used learning made for it, or there is none"
        : `${formats.percent(engaged / people)} of the ${formats.number(people)} people who do it used learning made for it`;
  const how = used
    ? others
      ? `: ${amount(used.share)}${per} among them, ${amount(others.share)} among the others`
      : `: ${amount(used.share)}${per} all the same`
    : "";
  const against = ` The role's other tasks have ${amount(rest)}, this one ${amount(share)}.`;
  const so = {
    process: " Those who learned do no better, so the design of the process is the likely cause.",
    content: " Those who learned still do worse here than elsewhere, so what they were taught does not settle it.",
    reach: " Too few were reached to tell whether the content works.",
  }[diagnosis];
  return `${reach}${how}.${against}${so}`;
}

/** How much of the in-flow support in use is for a moment of the work somebody named. */
export function anchoredWords({ inUse, without }: Pick<Unanchored, "inUse" | "without">, formats: Formats): string {
  const all = inUse ?? 0;
  const used = `${formats.number(all)} in-flow ${all === 1 ? "activity was" : "activities were"} used in these months`;
  if (without === 0) return `${used}, ${all === 1 ? "and it is" : "each"} anchored to a friction point.`;
  return `${used}; ${formats.number(without)} of them ${without === 1 ? "is" : "are"} anchored to no friction point. Until somebody says which moment of the work it helps in, such support is generic training.`;
}
