import type { Message } from "@/lib/digests/transports/transport";

/** A digest as plain text, one fact a paragraph with its grade and its link. */
export function digestText({ digest, to, link }: Message): string {
  const sections = digest.sections.map(({ title, items, none, href }) => {
    const lines = items.map((item) => `- ${item.text}${gradeText(item.grade)}\n  ${link(item.href)}`);
    return [title.toUpperCase(), ...(lines.length > 0 ? lines : [none]), `More: ${link(href)}`].join("\n");
  });
  return [digest.title, ...sections, footer(digest, to.name), `Change or pause it: ${link("/me/digests")}`].join(
    "\n\n",
  );
}

const gradeText = (grade: string | null): string => (grade ? ` [grade ${grade}]` : "");

/** What a digest rests on, for whom it is, and what stands behind its letters. */
export function footer({ asOf, dataVersion, organisation }: Message["digest"], name: string): string {
  const data = asOf ? `Facts up to ${asOf}, data version ${shortVersion(dataVersion)}.` : "No facts yet.";
  return `${data} Made for ${name} at ${organisation}, with what they may see. A to E is how strongly a figure may be claimed: A proven, E activity only.`;
}

const shortVersion = (version: string): string => version.replace(/^sha256:/, "").slice(0, 12);
