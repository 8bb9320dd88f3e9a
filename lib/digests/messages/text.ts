import type { Message } from "@/lib/digests/transports/transport";

/** A digest as plain text, one fact a paragraph with its grade and its link. */
export function digestText({ digest, to, link }: Message): string {
  const sections = digest.sections.map(({ title, items, none, href }) => {
    const lines = items.map(
      ({ text, grade, href: at }) => `- ${text}${grade ? ` [${gradeText(grade)}]` : ""}\n  ${link(at)}`,
    );
    return [title.toUpperCase(), ...(lines.length > 0 ? lines : [none]), `${moreText(title)}: ${link(href)}`].join(
      "\n",
    );
  });
  return [digest.title, ...sections, footer(digest, to.name), `${pauseText}: ${link("/me/digests")}`].join("\n\n");
}

export const gradeText = (grade: string): string => `grade ${grade}`;
export const moreText = (title: string): string => `More on ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
export const pauseText = "Change, pause or remove this digest";

const longestSubject = 59;

/** The title as a subject: what is longer is cut on every phone, mostly in the middle of a word. */
export function subjectOf(title: string): string {
  const characters = [...title];
  if (characters.length <= longestSubject) return title;
  return `${characters
    .slice(0, longestSubject - 1)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}

/** What a digest rests on, for whom it is, and what stands behind its letters. */
export function footer({ asOf, dataVersion, organisation }: Message["digest"], name: string): string {
  const data = asOf ? `Facts up to ${asOf}, data version ${shortVersion(dataVersion)}.` : "No facts yet.";
  return `${data} Made for ${name} at ${organisation}, with what they may see. A to E is how strongly a figure may be claimed: A proven, E activity only.`;
}

const shortVersion = (version: string): string => version.replace(/^sha256:/, "").slice(0, 12);
