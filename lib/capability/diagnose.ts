import type { Permission } from "@/lib/access/policy";

/** What is known of the certificates of a group: of (person, skill) pairs certified, who looked and what they saw. Null where withheld. */
export type CertifiedSeen = {
  certified: number;
  /** Of those, seen at work by somebody else, and the evidence still counts. */
  seen: number;
  /** Of those seen, at the level the role needs or above; null where fewer people than the minimum were seen, or a total would tell of such a place. */
  able: number | null;
};

type KpiVerdict = "better" | "worse" | "unchanged" | "unknown";

export type Diagnosis = {
  kind: "moved" | "not-certified" | "not-seen" | "few-seen" | "not-applied" | "kpi-flat" | "no-kpi";
  /** The answer to "If everyone is certified, why is the KPI unchanged?", as far as the data give one. */
  says: string;
  /** What would help, where, and what it takes to open that page. */
  next: { does: string; href: string; needs: Permission };
};

/** From what share on certificates are common, sightings enough to speak of, and a skill applied. Stated on the page. */
const diagnosisLimits = { certified: 0.5, seen: 0.5, able: 0.6 } as const;

type Question = { share: number; seen: CertifiedSeen | null; kpi: { name: string; verdict: KpiVerdict } | null };

/**
 * Where the way from a certificate to a KPI breaks first: nobody certified, nobody looked, seen but below the level needed, or applied while
 * the KPI stays. A pattern, not a proof: what caused it is for a comparison to tell.
 * @param share certified share of what can be certified, 0 to 1
 */
export function diagnose({ share, seen, kpi }: Question): Diagnosis {
  const name = kpi?.name.toLowerCase() ?? "the KPI";
  if (share < diagnosisLimits.certified)
    return {
      kind: "not-certified",
      says: "Fewer than half of what can be certified is, so the question does not arise yet.",
      next: { does: "See who was reached", href: "/scorecard", needs: "scorecard.read" },
    };
  if (kpi?.verdict === "better")
    return {
      kind: "moved",
      says: `Most are certified and ${name} got better. Whether because of it, only a comparison can tell.`,
      next: { does: "Design a comparison", href: "/initiatives/new", needs: "plan.create" },
    };
  if (!seen || seen.certified === 0 || seen.seen < diagnosisLimits.seen * seen.certified)
    return {
      kind: "not-seen",
      says: "The certificate confirmed knowledge. Whether it reaches the work is not known for most: of more than half of the certified skills there is no fresh observation or signal.",
      next: { does: "Let managers or systems look", href: "/skills/evidence", needs: "skill.read" },
    };
  if (seen.able === null)
    return {
      kind: "few-seen",
      says: "Too few people were seen at work to say whether what they were certified in reaches it.",
      next: { does: "Let managers or systems look", href: "/skills/evidence", needs: "skill.read" },
    };
  if (seen.able < diagnosisLimits.able * seen.seen)
    return {
      kind: "not-applied",
      says: "Certified, but not applied: where others looked, most people work below the level the role needs. More certificates will not change that.",
      next: { does: "Find what stands between knowing and doing", href: "/work", needs: "work.read" },
    };
  if (!kpi || kpi.verdict === "unknown")
    return {
      kind: "no-kpi",
      says: "Certified and applied; no KPI with enough periods tells whether it mattered.",
      next: { does: "Connect a KPI", href: "/data", needs: "data.read" },
    };
  return {
    kind: "kpi-flat",
    says: `Certified and applied, and ${name} has not improved. The skill may not be what it hangs on: look at the process, and at whether this is the right KPI.`,
    next: { does: "Look at the process", href: "/work", needs: "work.read" },
  };
}
