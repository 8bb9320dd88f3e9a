import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Roi } from "@/lib/roi/portfolio/roi";
import type { Overlap } from "@/lib/roi/portfolio/roll-up";
import { overlapBlock } from "./roll-up-blocks";

const overlap = (money: number, share: number | null = 0.25): Overlap => ({
  lineId: `l${money}`,
  initiativeId: "i",
  countedIn: "o",
  stream: "quality",
  people: share === null ? null : 25,
  share,
  title: `Worth ${money}`,
  countedInTitle: "The other",
  line: "Fewer defects",
  money,
  counted: true,
});

function rowsOf(overlaps: Overlap[]) {
  const [block] = overlapBlock(
    { minimum: 5, rollUp: { overlaps } } as unknown as Roi,
    formatsFor({ locale: "en-GB", currency: "EUR" }),
  );
  return block?.kind === "table" ? block.rows : [];
}

test("thousands of overlaps are the fifty that matter most, and what the others come to", () => {
  const rows = rowsOf(Array.from({ length: 2_000 }, (_, at) => overlap(at + 1)));
  expect(rows).toHaveLength(51);
  expect(rows[0]?.title?.text).toBe("Worth 2000");
  expect(rows[50]).toMatchObject({ title: { text: "and 1,950 more" }, money: { value: (1_950 * 1_951) / 2 } });
});

test("the share of a few people is not told", () => {
  expect(rowsOf([overlap(100, null)])).toMatchObject([{ share: { text: "fewer than 5 people" } }]);
  expect(rowsOf([])).toEqual([]);
});
