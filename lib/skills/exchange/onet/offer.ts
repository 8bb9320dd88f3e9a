import { readActivities } from "./read-activities";
import { readPreparation } from "./read-preparation";
import { readSkills } from "./read-skills";
import { readTasks } from "./read-tasks";
import type { Release } from "./release";

/** Something of an occupation that can be taken. `key` names it in a choice; `usual`: taken unless somebody says otherwise. */
type Offered = { key: string; name: string; code: string; usual: boolean };

export type OfferedTask = Offered & {
  /** Core, Supplemental, or what the release calls a task that is not settled yet. */
  type: string;
  /** 1 to 5, where incumbents rated it. */
  frequency: number | null;
  impact: number | null;
  importance: number | null;
  /** The release advises against showing its ratings. */
  imprecise: boolean;
};

export type OfferedSkill = Offered & {
  importance: number | null;
  /** On the release's scale of 0 to 7, and on ours. */
  level: number | null;
  targetLevel: number | null;
  summary: string | null;
  imprecise: boolean;
  notRelevant: boolean;
  /** Examples of levels, on ours. */
  examples: { level: number; stated: number; text: string }[];
};

export type OfferedTechnology = Offered & { category: string; hot: boolean; inDemand: boolean };

export type OfferedStyle = Offered & { impact: number | null; rank: number | null; summary: string | null };

/** A detailed work activity: what a behaviour could be written from. `skills`: codes of skills it calls on, the most important first. */
export type OfferedActivity = Offered & { tasks: string[]; skills: string[] };

export type Offer = {
  code: string;
  title: string;
  description: string;
  /** What it takes to do the job, in sentences. */
  preparation: string[];
  related: { code: string; title: string; tier: string }[];
  tasks: OfferedTask[];
  skills: OfferedSkill[];
  technologies: OfferedTechnology[];
  styles: OfferedStyle[];
  activities: OfferedActivity[];
};

/** All that a release has to offer of some occupations. */
export function readOffers(release: Release, codes: readonly string[]): Offer[] {
  const occupations = release.rows("Occupation Data.txt");
  const titles = new Map(occupations.map((row) => [row.get("O*NET-SOC Code") ?? "", row.get("Title") ?? ""]));
  return codes.flatMap((code): Offer[] => {
    const row = occupations.find((one) => one.get("O*NET-SOC Code") === code);
    if (!row) return [];
    const { skills, technologies, styles } = readSkills(release, code);
    const tasks = readTasks(release, code);
    return [
      {
        code,
        title: row.get("Title") ?? code,
        description: row.get("Description") ?? "",
        preparation: readPreparation(release, code),
        related: release.rows("Related Occupations.txt", [code]).flatMap((one) => {
          const other = one.get("Related O*NET-SOC Code") ?? "";
          return [{ code: other, title: titles.get(other) ?? other, tier: one.get("Relatedness Tier") ?? "" }];
        }),
        tasks,
        skills,
        technologies,
        styles,
        activities: readActivities(release, code, skills),
      },
    ];
  });
}
