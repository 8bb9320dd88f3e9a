import type { TaxonomySource } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import type { ChoiceGroup } from "@/lib/skills/exchange/choices";
import { type CsvRecord, readRecords } from "@/lib/skills/exchange/csv-records";
import type { Mapped } from "@/lib/skills/exchange/parsed";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

/** What the Commission asks those to say who use the classification. */
export const escoAttribution = "This service uses the ESCO classification of the European Commission.";

const source = (code: string): TaxonomySource => ({
  scheme: "esco",
  code: code.slice(0, 300),
  licence: "Commission Decision 2011/833/EU on the reuse of Commission documents",
  attribution: escoAttribution,
});

type EscoSkill = {
  uri: string;
  name: string;
  isKnowledge: boolean;
  reuse: string;
  summary: string;
  isEssential: boolean;
};
export type EscoOccupation = { uri: string; title: string; description: string; code: string; titles: string[] };

export type Esco = { occupations: EscoOccupation[]; skillsOf(uri: string): EscoSkill[]; faults: Fault[] };

/**
 * Files of an ESCO download (CSV, any one language): occupations, skills, which occupation needs which, and what a skill is part of.
 * @throws DomainError when a file that cannot be done without is missing, or lacks a column
 */
export function openEsco(texts: ReadonlyMap<string, string>): Esco {
  const faults: Fault[] = [];
  const records = (stem: string, wanted: string[], isNeeded: boolean): CsvRecord[] => {
    const name = [...texts.keys()].find((one) => one.toLowerCase().startsWith(`${stem.toLowerCase()}_`));
    if (name) return readRecords(name, texts.get(name) ?? "", wanted, faults);
    if (isNeeded) throw new DomainError("invalid-input", `${stem}_en.csv is missing. Add it from the same download`);
    return [];
  };
  const occupations = records("occupations", ["conceptUri", "preferredLabel", "description"], true);
  const relations = records("occupationSkillRelations", ["occupationUri", "relationType", "skillUri"], true);
  const skills = records("skills", ["conceptUri", "skillType", "preferredLabel", "description"], true);
  const broader = records("broaderRelationsSkillPillar", ["conceptUri", "broaderUri"], false);
  const skillOf = new Map(skills.map((row) => [row.get("conceptUri"), row]));
  const partOf = new Map<string, string[]>();
  for (const row of broader) {
    // Releases before 1.2 name what is broader by its address alone.
    const label = row.get("broaderLabel") || skillOf.get(row.get("broaderUri"))?.get("preferredLabel");
    if (!label) continue;
    const known = partOf.get(row.get("conceptUri"));
    if (known) known.push(label);
    else partOf.set(row.get("conceptUri"), [label]);
  }
  return {
    faults,
    occupations: occupations.map((row) => ({
      uri: row.get("conceptUri"),
      title: row.get("preferredLabel"),
      description: row.get("description"),
      code: row.get("code") || row.get("iscoGroup"),
      titles: row
        .get("altLabels")
        .split(/[\r\n|]+/)
        .map((label) => label.trim())
        .filter((label) => label !== ""),
    })),
    skillsOf: (uri) =>
      relations.flatMap((relation): EscoSkill[] => {
        if (relation.get("occupationUri") !== uri) return [];
        const skill = skillOf.get(relation.get("skillUri"));
        if (!skill) return [];
        const groups = partOf.get(relation.get("skillUri")) ?? [];
        const part = groups.length > 0 ? ` Part of: ${groups.join("; ")}.` : "";
        return [
          {
            uri: relation.get("skillUri"),
            name: skill.get("preferredLabel"),
            isKnowledge: skill.get("skillType") === "knowledge",
            reuse: skill.get("reuseLevel"),
            summary: `${skill.get("description")}${part}`.trim().slice(0, 4_000),
            isEssential: relation.get("relationType") === "essential",
          },
        ];
      }),
  };
}

/** The skills of an occupation as tables to tick: what it cannot do without is the usual choice. */
export function escoChoices(skills: readonly EscoSkill[]): ChoiceGroup[] {
  const group = (id: string, title: string, lead: string, of: EscoSkill[]): ChoiceGroup => ({
    id,
    title,
    lead,
    columns: ["Kind", "Reuse"],
    items: of
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ uri, name, isKnowledge, reuse, isEssential }) => ({
        key: uri,
        name,
        cells: [isKnowledge ? "knowledge" : "skill or competence", reuse],
        usual: isEssential,
      })),
  });
  return [
    group(
      "essential",
      "Essential",
      "What ESCO says the occupation cannot do without.",
      skills.filter((one) => one.isEssential),
    ),
    group(
      "optional",
      "Optional",
      "Depends on employer, place and specialisation.",
      skills.filter((one) => !one.isEssential),
    ),
  ].filter(({ items }) => items.length > 0);
}

/** What is chosen of an occupation, as nodes. ESCO has no tasks, levels or behaviours: these stay open. */
export function takeEsco(
  occupation: EscoOccupation,
  skills: readonly EscoSkill[],
  chosen: ReadonlySet<string>,
): { nodes: TaxonomyNode[]; mapping: Mapped[] } {
  const roleId = `role ${occupation.uri}`;
  const summary = occupation.description.slice(0, 4_000) || null;
  const nodes: TaxonomyNode[] = [
    { kind: "role", id: roleId, name: occupation.title, summary, ownerId: null, source: source(occupation.uri) },
  ];
  const mapping: Mapped[] = [
    {
      kind: "Occupation",
      name: occupation.title,
      code: occupation.code,
      id: roleId,
      became: "role",
      why: "ESCO has no tasks: add them in the draft",
    },
  ];
  for (const skill of skills) {
    const kind = skill.isKnowledge ? "Knowledge" : "Skill or competence";
    if (!chosen.has(skill.uri)) {
      mapping.push({ kind, name: skill.name, code: skill.uri, id: null, became: null, why: "Not chosen" });
      continue;
    }
    const facet = skill.isKnowledge ? ("knowledge" as const) : null;
    nodes.push(
      {
        kind: "skill",
        id: skill.uri,
        name: skill.name,
        summary: skill.summary || null,
        facet,
        risk: null,
        depth: null,
        halfLifeDays: null,
        ownerId: null,
        rangeReason: null,
        source: source(skill.uri),
      },
      {
        kind: "need",
        id: `need ${skill.uri}`,
        roleId,
        taskId: null,
        skillId: skill.uri,
        targetLevel: null,
        risk: null,
        depth: null,
        critical: false,
        facet,
        position: nodes.length,
        shownBy: [],
      },
    );
    const why = skill.isKnowledge ? "Facet knowledge; no level is given" : "No facet and no level is given";
    mapping.push({ kind, name: skill.name, code: skill.uri, id: skill.uri, became: "skill", why });
  }
  return { nodes, mapping };
}
