import type { Viewer } from "@/lib/access/viewer";
import type { DigestItem, DigestSection } from "@/lib/digests/digest";
import type { Formats } from "@/lib/format/formats";

/** What a section is written from: who it is for, whether others read it too (a channel), how they write numbers, and the day it is. */
export type About = { viewer: Viewer; othersRead: boolean; formats: Formats; today: string };

/** Writes one section from what the pages read, as the user who gets it. */
export type WriteSection = (about: About) => Promise<Omit<DigestSection, "id">>;

/** Something that waits: told until it is done, and no claim of anything. */
export const waits = (text: string, href: string): DigestItem => ({ text, href, grade: null, news: null });

/** "1 contest waits", "3 contests wait". */
export const counted = (formats: Formats, count: number, one: string, many: string): string =>
  `${formats.number(count)} ${count === 1 ? one : many}`;
