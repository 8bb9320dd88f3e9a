import type { SkillStanding } from "@/lib/team/person/skill-standing";

/** A skill a role needs at level three, of which nothing was seen yet. */
export const givenStanding = (more: Partial<SkillStanding> = {}): SkillStanding => ({
  skillId: "s",
  skill: "Refunds",
  isNeeded: true,
  critical: false,
  target: 3,
  state: "nothing",
  level: null,
  margin: null,
  strength: 0,
  seenOn: null,
  ratings: 0,
  sources: [],
  agree: null,
  own: null,
  parts: { independent: { yes: 0, known: 0 }, accurate: { yes: 0, known: 0 }, consistent: { yes: 0, known: 0 } },
  recalledOn: null,
  simulatedOn: null,
  certifiedOn: null,
  heldSince: null,
  ...more,
});
