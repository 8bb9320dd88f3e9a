import type { OfferedTask } from "./offer";
import type { Release } from "./release";
import { numberIn } from "./tsv";

type Rating = { shares: { category: number; share: number }[]; importance: number | null; imprecise: boolean };

/** Tasks of an occupation with how often and how much they matter; core ones are the usual choice, emerging ones come last. */
export function readTasks(release: Release, code: string): OfferedTask[] {
  const ratings = readRatings(release, code);
  const stated = release.rows("Task Statements.txt", [code]).flatMap((row): OfferedTask[] => {
    const [id, text] = [row.get("Task ID"), row.get("Task")];
    if (!id || !text) return [];
    const rating = ratings.get(id);
    const type = row.get("Task Type") ?? "Not classified";
    return [
      {
        key: `task ${id}`,
        code: id,
        name: text.replace(/\.$/, ""),
        type,
        usual: type === "Core",
        ...figures(rating),
      },
    ];
  });
  const strange = [...ratings.keys()].filter((id) => !stated.some((task) => task.code === id));
  if (strange.length > 0) {
    const reason = "Task Statements.txt has no such task. The two files may be of different releases";
    const value = strange.slice(0, 5).join(", ");
    release.faults.push({ file: "Task Ratings.txt", line: 0, column: "Task ID", value, reason });
  }
  // Where the release classifies none of them, all are as good.
  const isClassified = stated.some(({ usual }) => usual);
  return [...stated.map((task) => ({ ...task, usual: task.usual || !isClassified })), ...readEmerging(release, code)];
}

function figures(rating: Rating | undefined) {
  if (!rating) return { frequency: null, impact: null, importance: null, imprecise: false };
  return {
    frequency: frequencyOf(rating.shares),
    impact: rating.importance === null ? null : Math.min(5, Math.max(1, Math.round(rating.importance))),
    importance: rating.importance,
    imprecise: rating.imprecise,
  };
}

/**
 * The mean of O*NET's seven frequency categories (1 yearly or less, 7 hourly or more), each weighted by the share of incumbents who chose it,
 * stretched onto 1 to 5. Null where nobody answered.
 */
export function frequencyOf(shares: readonly { category: number; share: number }[]): number | null {
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  if (all <= 0) return null;
  const mean = shares.reduce((sum, { category, share }) => sum + category * share, 0) / all;
  return Math.round(1 + ((mean - 1) * 4) / 6);
}

function readRatings(release: Release, code: string): Map<string, Rating> {
  const file = "Task Ratings.txt";
  const ratings = new Map<string, Rating>();
  for (const row of release.rows(file, [code])) {
    const id = row.get("Task ID") ?? "";
    const rating = ratings.get(id) ?? { shares: [], importance: null, imprecise: false };
    ratings.set(id, rating);
    const value = numberIn(file, row, "Data Value", release.faults);
    if (value === null) continue;
    const scale = row.get("Scale ID");
    if (scale === "IM") {
      rating.importance = value;
      rating.imprecise = row.get("Recommend Suppress") === "Y";
    }
    const category = scale === "FT" ? numberIn(file, row, "Category", release.faults) : null;
    if (category !== null) rating.shares.push({ category, share: value });
  }
  return ratings;
}

function readEmerging(release: Release, code: string): OfferedTask[] {
  return release.rows("Emerging Tasks.txt", [code]).flatMap((row, at): OfferedTask[] => {
    const text = row.get("Task");
    if (!text) return [];
    const original = row.get("Original Task ID");
    const id = original ? `${original} revised` : `${code} emerging ${at + 1}`;
    const type = original ? `Emerging, revises task ${original}` : "Emerging";
    return [
      {
        key: `task ${id}`,
        code: id,
        name: text.replace(/\.$/, ""),
        type,
        usual: false,
        ...figures(undefined),
      },
    ];
  });
}
