import { grouped } from "@/lib/grouped";
import { levelOf } from "@/lib/skills/scales/mapping";
import { presetOf } from "@/lib/skills/scales/presets";
import type { OfferedSkill, OfferedStyle, OfferedTechnology } from "./offer";
import type { Release } from "./release";
import { numberIn, type TsvRow } from "./tsv";

/** Importance (1 to 5) from which O*NET calls a skill important to an occupation, and how many of them are a usual choice. */
const important = 3;
const usualSkills = 6;

/** Skills by falling importance, technologies, and work styles by falling impact. */
export function readSkills(release: Release, code: string) {
  const summaries = new Map(
    release.rows("Content Model Reference.txt").map((row) => [row.get("Element ID") ?? "", row.get("Description")]),
  );
  return {
    skills: readRated(release, code, summaries),
    technologies: readTechnologies(release, code),
    styles: readStyles(release, code, summaries),
  };
}

/** A level of O*NET's scale of 0 to 7 on ours, to the nearest whole one, because targets are set in whole levels. */
export function targetOf(level: number | null): number | null {
  const scale = presetOf("o*net level");
  const exact = level === null || !scale ? null : levelOf(scale, level);
  return exact === null ? null : Math.round(exact);
}

function readRated(release: Release, code: string, summaries: Map<string, string | null>): OfferedSkill[] {
  const file = "Skills.txt";
  const examples = grouped(release.rows("Level Scale Anchors.txt"), elementOf);
  const found = [...grouped(release.rows(file, [code]), elementOf)].map(([id, rows]): OfferedSkill => {
    const of = (scale: string) => rows.find((row) => row.get("Scale ID") === scale);
    const value = (row: TsvRow | undefined) => (row ? numberIn(file, row, "Data Value", release.faults) : null);
    const level = value(of("LV"));
    return {
      key: `skill ${id}`,
      code: id,
      name: rows[0]?.get("Element Name") ?? id,
      usual: false,
      importance: value(of("IM")),
      level,
      targetLevel: targetOf(level),
      summary: summaries.get(id) ?? null,
      imprecise: rows.some((row) => row.get("Recommend Suppress") === "Y"),
      notRelevant: rows.some((row) => row.get("Not Relevant") === "Y"),
      examples: (examples.get(id) ?? []).flatMap((row) => {
        const stated = numberIn("Level Scale Anchors.txt", row, "Anchor Value", release.faults);
        const [on, text] = [targetOf(stated), row.get("Anchor Description")];
        return stated === null || on === null || !text ? [] : [{ level: on, stated, text }];
      }),
    };
  });
  found.sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0) || (a.name < b.name ? -1 : 1));
  const good = found.filter((one) => (one.importance ?? 0) >= important && !one.imprecise && !one.notRelevant);
  const usual = new Set(good.slice(0, usualSkills).map(({ key }) => key));
  return found.map((skill) => ({ ...skill, usual: usual.has(skill.key) }));
}

function readTechnologies(release: Release, code: string): OfferedTechnology[] {
  return release
    .rows("Technology Skills.txt", [code])
    .flatMap((row): OfferedTechnology[] => {
      const name = row.get("Example");
      if (!name) return [];
      const category = row.get("Commodity Title") ?? "";
      return [
        {
          key: `technology ${name}`,
          code: `${row.get("Commodity Code") ?? ""} ${name}`.trim(),
          name,
          category,
          usual: false,
          hot: row.get("Hot Technology") === "Y",
          inDemand: row.get("In Demand") === "Y",
        },
      ];
    })
    .sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : 1));
}

const rank = ({ hot, inDemand }: OfferedTechnology) => Number(inDemand) * 2 + Number(hot);

function readStyles(release: Release, code: string, summaries: Map<string, string | null>): OfferedStyle[] {
  const file = "Work Styles.txt";
  return [...grouped(release.rows(file, [code]), elementOf)]
    .map(([id, rows]): OfferedStyle => {
      const value = (scales: string[]) => {
        const row = rows.find((one) => scales.includes(one.get("Scale ID") ?? ""));
        return row ? numberIn(file, row, "Data Value", release.faults) : null;
      };
      const rankOf = value(["DR"]);
      return {
        key: `style ${id}`,
        code: id,
        name: rows[0]?.get("Element Name") ?? id,
        usual: false,
        impact: value(["WI", "IM"]),
        rank: rankOf === 0 ? null : rankOf,
        summary: summaries.get(id) ?? null,
      };
    })
    .sort((a, b) => (b.impact ?? 0) - (a.impact ?? 0));
}

const elementOf = (row: TsvRow) => row.get("Element ID") ?? "";
