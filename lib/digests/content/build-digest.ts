import "server-only";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Digest, DigestItem } from "@/lib/digests/digest";
import { type SectionId, sections } from "@/lib/digests/sections";
import { formatsFor } from "@/lib/format/formats";
import { readDigestFrame } from "./read-digest-frame";
import { type WriteSection, waits } from "./section-news";
import { writeDecisions } from "./write-decisions";
import { writeMoney } from "./write-money";
import { writeReviews } from "./write-reviews";
import { writeScorecard } from "./write-scorecard";
import { writeTeam } from "./write-team";
import { writeVerdicts } from "./write-verdicts";

/** Of each section. */
const most = 6;

const writers: Record<SectionId, WriteSection> = {
  money: writeMoney,
  decisions: writeDecisions,
  scorecard: writeScorecard,
  verdicts: writeVerdicts,
  reviews: writeReviews,
  team: writeTeam,
};

type Asked = {
  viewer: Viewer;
  channel: "email" | "slack" | "teams";
  sections: readonly string[];
  cadence: "weekly" | "monthly";
  told: readonly string[];
};

/**
 * What a digest says to a viewer now: the sections they chose and may still read, each from the read models of its pages. News among `told`
 * are left out; what waits is told until it is done.
 */
export async function buildDigest(
  { viewer, channel, sections: chosen, cadence, told }: Asked,
  now: Date,
): Promise<Digest> {
  const frame = await readDigestFrame(viewer, null);
  const today = now.toISOString().slice(0, 10);
  const about = { viewer, othersRead: channel !== "email", formats: formatsFor(frame), today };
  const ids = (Object.keys(writers) as SectionId[]).filter(
    (id) => chosen.includes(id) && may(viewer.roles, sections[id].needs),
  );
  const written: Digest["sections"] = [];
  for (const id of ids) {
    const { items, ...section } = await writers[id](about);
    written.push({ id, ...section, items: items.map((item) => ({ ...item, text: inOneLine(item.text) })) });
  }
  const known = new Set(told);
  return {
    title: `${cadence === "weekly" ? "This week" : "This month"} at ${frame.organisation}`,
    organisation: frame.organisation,
    asOf: frame.asOf,
    dataVersion: frame.dataVersion,
    sections: written.map((section) => ({
      ...section,
      items: shortened(
        section.items.filter(({ news }) => news === null || !known.has(news)),
        section.href,
      ),
    })),
    news: written.flatMap(({ items }) => items.flatMap(({ news }) => news ?? [])),
  };
}

/** A title with a line break in it would be read as a line of the message's own. */
const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

function shortened(items: DigestItem[], href: string): DigestItem[] {
  const left = items.length - most;
  return left > 0 ? [...items.slice(0, most), waits(`And ${left} more`, href)] : items;
}
