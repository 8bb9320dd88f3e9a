import type { Grade } from "@/lib/evaluation/result";
import type { SectionId } from "./sections";

/** One thing a digest says, and the page of the app that shows it. */
export type DigestItem = {
  text: string;
  /** How strongly it may be claimed; null for a count of what waits. */
  grade: Grade | null;
  href: string;
  /** What makes it the same news as in the last digest, which is not told twice; null for what is told until it is done. */
  news: string | null;
};

export type DigestSection = {
  id: SectionId;
  title: string;
  items: DigestItem[];
  /** What is said where there is no item. */
  none: string;
  /** The page the section is about. */
  href: string;
};

/** What a digest says, as every channel writes it. Plain data that survive JSON. */
export type Digest = {
  title: string;
  organisation: string;
  /** The day facts speak of; null before there are any. */
  asOf: string | null;
  dataVersion: string;
  sections: DigestSection[];
  /** News that were there to tell, told or not: the next digest leaves them out. */
  news: string[];
};

export const isNothing = (digest: Digest): boolean => digest.sections.every(({ items }) => items.length === 0);
