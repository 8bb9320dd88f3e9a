import type { TaxonomySource } from "@/db/schema/taxonomy";
import type { Mapped } from "@/lib/skills/exchange/parsed";
import type { TaxonomyNode } from "@/lib/skills/tree/node";
import { blank } from "@/lib/skills/wording/blank";
import type { Offer, OfferedActivity, OfferedSkill } from "./offer";
import { onetSource } from "./onet-source";

type Facet = "knowledge" | "judgment" | "fluency";
type Out = { nodes: TaxonomyNode[]; mapping: Mapped[] };

/** What is chosen of some offers, as nodes; what is not, and why, stands in the mapping. */
export function takeOffers(
  offers: readonly Offer[],
  chosen: ReadonlySet<string>,
  release: { number: string | null },
): Out {
  const out: Out = { nodes: [], mapping: [] };
  for (const offer of offers) takeOffer(offer, chosen, (code) => onetSource(release.number, code), out);
  const seen = new Set<string>();
  return { ...out, nodes: out.nodes.filter(({ id }) => !seen.has(id) && seen.add(id)) };
}

/** Which of its facets a skill of O*NET belongs to: by the branch of the content model it stands in. */
function facetOf(elementId: string): Facet {
  if (elementId.startsWith("2.A.1.e") || elementId.startsWith("2.A.1.f")) return "knowledge";
  if (elementId.startsWith("2.B.3")) return "fluency";
  return "judgment";
}

function takeOffer(
  offer: Offer,
  chosen: ReadonlySet<string>,
  source: (code: string) => TaxonomySource,
  out: Out,
): void {
  const roleId = `role ${offer.code}`;
  const left = (kind: string, one: { name: string; code: string }, why: string) =>
    out.mapping.push({ kind, name: one.name, code: one.code, id: null, became: null, why });
  const took = (kind: string, name: string, node: TaxonomyNode, code: string, why: string) => {
    out.nodes.push(node);
    out.mapping.push({ kind, name, code, id: node.id, became: node.kind, why });
  };
  const summary = [offer.description, ...offer.preparation].join(" ").slice(0, 4_000);
  const role = {
    kind: "role" as const,
    id: roleId,
    name: offer.title,
    summary,
    ownerId: null,
    source: source(offer.code),
  };
  took(
    "Occupation",
    offer.title,
    role,
    offer.code,
    offer.preparation.length > 0 ? "With job zone and usual education" : "",
  );

  for (const [position, task] of offer.tasks.entries()) {
    if (!chosen.has(task.key)) {
      left("Task", task, "Not chosen");
      continue;
    }
    const node = {
      kind: "task" as const,
      id: task.key,
      roleId,
      name: task.name,
      position,
      critical: false,
      frequency: task.frequency,
      impact: task.impact,
      source: source(task.code),
    };
    const rated =
      task.frequency === null && task.impact === null
        ? "Nobody rated it: frequency and impact are open"
        : "Frequency from its seven categories, impact from its importance";
    took("Task", task.name, node, task.code, rated);
  }

  let position = 0;
  const need = (skillId: string, targetLevel: number | null, facet: Facet) => {
    const id = `need ${offer.code} ${skillId}`;
    out.nodes.push({
      kind: "need",
      id,
      roleId,
      taskId: null,
      skillId,
      targetLevel,
      risk: null,
      depth: null,
      critical: false,
      facet,
      position: position++,
      shownBy: [],
    });
  };
  const skill = (
    kind: string,
    one: { key: string; name: string; code: string },
    facet: Facet,
    text: string | null,
    why: string,
  ) =>
    took(
      kind,
      one.name,
      {
        kind: "skill",
        id: one.key,
        name: one.name,
        summary: text,
        facet,
        risk: null,
        depth: null,
        halfLifeDays: null,
        ownerId: null,
        rangeReason: null,
        source: source(one.code),
      },
      one.code,
      why,
    );

  for (const one of offer.skills) {
    if (!chosen.has(one.key)) {
      left("Skill", one, one.notRelevant ? "Not relevant to the occupation, O*NET says" : "Not chosen");
      continue;
    }
    const level =
      one.level === null ? "No level is given" : `Level ${one.level} of 0 to 7 became ${one.targetLevel} of 1 to 5`;
    skill("Skill", one, facetOf(one.code), one.summary, level);
    need(one.key, one.targetLevel, facetOf(one.code));
  }
  for (const one of offer.technologies) {
    if (!chosen.has(one.key)) {
      left("Technology", one, "Not chosen");
      continue;
    }
    skill("Technology", one, "fluency", one.category || null, "System fluency; no level is given");
    need(one.key, null, "fluency");
  }
  for (const one of offer.styles) {
    if (!chosen.has(one.key)) {
      left("Work style", one, "Not chosen: a trait, which only behaviours make visible");
      continue;
    }
    skill("Work style", one, "judgment", one.summary, "A trait: write behaviours by which it can be seen");
    need(one.key, null, "judgment");
  }
  const taken = offer.skills.filter(({ key }) => chosen.has(key));
  for (const [at, activity] of offer.activities.entries()) {
    const own = taken.find(({ code }) => activity.skills.includes(code));
    if (!chosen.has(activity.key)) left("Work activity", activity, "Not chosen");
    else if (!own) left("Work activity", activity, "None of the skills chosen calls on it");
    else {
      const why = `To be written so that it can be seen; under ${own.name} by O*NET's link`;
      took("Work activity", activity.name, candidate(activity, own, at, source), activity.code, why);
    }
  }
}

/** A behaviour to be written: it holds a blank, so nothing with it is published before somebody has. */
function candidate(
  activity: OfferedActivity,
  skill: OfferedSkill,
  position: number,
  source: (code: string) => TaxonomySource,
): TaxonomyNode {
  const anchors: (string | null)[] = [null, null, null, null, null];
  for (const { level, stated, text } of skill.examples) {
    anchors[level - 1] ??= `To be rewritten. O*NET's example of ${skill.name} at its level ${stated}: ${text}`;
  }
  return {
    kind: "behaviour",
    id: activity.key,
    skillId: skill.key,
    statement: `${activity.name} ${blank}`,
    facet: null,
    anchors: anchors.some((anchor) => anchor !== null) ? anchors : null,
    seenBy: ["manager", "peer"],
    ofTeam: false,
    position,
    source: source(activity.code),
  };
}

/** What choosing nothing in particular takes. */
export const usualChoice = (offers: readonly Offer[]): string[] =>
  offers.flatMap(({ tasks, skills, technologies, styles, activities }) =>
    [...tasks, ...skills, ...technologies, ...styles, ...activities].filter(({ usual }) => usual).map(({ key }) => key),
  );
