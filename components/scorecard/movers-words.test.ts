import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Movers } from "@/lib/scorecard/scorecard";
import { drawnMovers, moversSentence, moveText, rankText } from "./movers-words";

const mover = (id: string, moved: boolean, rank: [number, number]) => ({
  id,
  label: id,
  scope: null,
  change: 0,
  interval: [0, 0] as [number, number],
  shrunken: null,
  moved,
  adjustedP: 1,
  rank,
});
const ranked = (movers: ReturnType<typeof mover>[], left = 0): Extract<Movers, { kind: "ranked" }> => ({
  kind: "ranked",
  since: "2026-01-01",
  isRatio: false,
  movers,
  left,
});

test("it is said how many moved beyond noise and whether an order is to be read", () => {
  const noise = ranked([mover("a", false, [1, 3]), mover("b", false, [1, 3]), mover("c", false, [1, 3])]);
  expect(moversSentence(noise, "Q1 2026")).toBe(
    "None of 3 groups changed since Q1 2026 by more than noise explains. Their changes cannot be told apart: no order among them is to be read.",
  );
  const one = ranked([mover("a", true, [1, 1]), mover("b", false, [2, 3]), mover("c", false, [2, 3])], 2);
  expect(moversSentence(one, "Q1 2026")).toMatch(
    /^1 of 3 groups changed .* held to 5%\)\. The order can be told in part: .* 2 more have no figure/,
  );
  const some = ranked([mover("a", true, [1, 2]), mover("b", false, [1, 3]), mover("c", false, [1, 3])]);
  expect(moversSentence(some, "Q1 2026")).toMatch(/told for 1 of them in part; the others may hold any rank\.$/);
});

test("a rank is a range, unless any is possible or only one", () => {
  expect(rankText(mover("a", false, [1, 5]), 5)).toBe("cannot be told apart");
  expect(rankText(mover("a", false, [2, 4]), 5)).toBe("rank 2 to 4 of 5");
  expect(rankText(mover("a", false, [5, 5]), 5)).toBe("rank 5 of 5");
});

test("a ratio is written as one", () => {
  const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
  expect(moveText(formats, "per year", true, 1.5, [1.2, 1.9])).toBe("1.5 times (1.2 to 1.9)");
  expect(moveText(formats, "share", false, -0.05, [-0.08, -0.02]).replace("\u00a0", " ")).toBe("−5 points (−8 to −2)");
});

test("of many groups those that changed most surely are drawn, in their order", () => {
  const of = (count: number) =>
    ranked(
      Array.from({ length: count }, (_, at) => ({
        ...mover(`${at}`, false, [1, count]),
        adjustedP: at % 2 === 0 ? 0.2 : 0.9,
      })),
    );
  expect(drawnMovers(of(40))).toHaveLength(40);
  expect(drawnMovers(of(80)).map(({ id }) => Number(id))).toEqual(Array.from({ length: 40 }, (_, at) => 2 * at));
});
