import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import type { Report } from "./bench";

const head = `# Measured

Each section is written by the command it names. Times vary with the machine and with what else runs on it: read the ratios, which
compare work done in turn in one run. Goals: what the design asks for; figures without one explain the others.
`;

export function tableOf({ figures }: Report): string {
  const rows = figures.map(({ what, measured, goal }) => [
    what,
    measured,
    goal?.wanted ?? "",
    goal ? (goal.met ? "met" : "**not met**") : "",
  ]);
  return [["What", "Measured", "Goal", ""], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Puts a section into the file, in place of the one of the same name. */
export function writeSection(
  file: string,
  { name, command, report }: { name: string; command: string; report: Report },
): void {
  const sections = new Map(existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : []);
  const text = [
    `Command: \`${command}\`. Date: ${new Date().toISOString().slice(0, 10)}. Machine: ${machine()}.`,
    report.setting.join(" "),
    tableOf(report),
    report.reading,
  ].join("\n\n");
  sections.set(name, text);
  const all = [...sections].map(([title, body]) => `## ${title}\n\n${body}\n`);
  writeFileSync(file, [head, ...all].join("\n"));
}

function sectionsOf(text: string): [string, string][] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = "", ...lines] = section.split("\n");
      return [title.trim(), lines.join("\n").trim()];
    });
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), ${memory} GiB, Node ${process.versions.node}, Postgres 18`;
}
