import type { Release } from "./release";
import { numberIn } from "./tsv";

/** What it takes to do the job: the job zone, and the education most people in it say is asked for. */
export function readPreparation(release: Release, code: string): string[] {
  const [zoneRow] = release.rows("Job Zones.txt", [code]);
  const zone = zoneRow?.get("Job Zone");
  const named = release.rows("Job Zone Reference.txt").find((row) => row.get("Job Zone") === zone);
  const education = readEducation(release, code);
  return [...(zone ? [`${named?.get("Name") ?? `Job zone ${zone}`}.`] : []), ...(education ? [education] : [])];
}

function readEducation(release: Release, code: string): string | null {
  const file = "Education, Training, and Experience.txt";
  const shares = release.rows(file, [code]).flatMap((row) => {
    const share = row.get("Scale ID") === "RL" ? numberIn(file, row, "Data Value", release.faults) : null;
    return share === null ? [] : [{ category: row.get("Category"), share }];
  });
  const most = shares.reduce((best, one) => (one.share > best.share ? one : best), {
    category: null as string | null,
    share: 0,
  });
  const named = release
    .rows("Education, Training, and Experience Categories.txt")
    .find((row) => row.get("Scale ID") === "RL" && row.get("Category") === most.category);
  const name = named?.get("Category Description");
  return name ? `Usual education: ${name} (${Math.round(most.share)} % of those asked).` : null;
}
