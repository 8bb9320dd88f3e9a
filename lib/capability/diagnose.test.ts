import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type CertifiedSeen, diagnose } from "./diagnose";

const seen: CertifiedSeen = { certified: 100, seen: 80, able: 60 };
const kpi = (verdict: "better" | "worse" | "unchanged" | "unknown") => ({ name: "Defect rate", verdict });

test.each([
  ["not-certified", { share: 0.49, seen, kpi: kpi("unchanged") }],
  ["moved", { share: 0.9, seen, kpi: kpi("better") }],
  ["not-seen", { share: 0.9, seen: { ...seen, seen: 49 }, kpi: kpi("unchanged") }],
  ["not-seen", { share: 0.9, seen: null, kpi: kpi("unchanged") }],
  ["few-seen", { share: 0.9, seen: { ...seen, able: null }, kpi: kpi("unchanged") }],
  ["not-applied", { share: 0.9, seen: { ...seen, able: 47 }, kpi: kpi("unchanged") }],
  ["kpi-flat", { share: 0.9, seen: { ...seen, able: 48 }, kpi: kpi("unchanged") }],
  ["kpi-flat", { share: 0.9, seen, kpi: kpi("worse") }],
  ["no-kpi", { share: 0.9, seen, kpi: kpi("unknown") }],
  ["no-kpi", { share: 0.9, seen, kpi: null }],
] as const)("the first break in the chain is named: %s", async (kind, question) => {
  const found = diagnose(question);
  expect(found.kind).toBe(kind);
  const { href, needs } = found.next;
  expect(await readFile(`app/(app)${href}/page.tsx`, "utf8")).toContain(`viewerFor("${needs}")`);
});

test("a certificate is never said to have caused what got better", () => {
  expect(diagnose({ share: 1, seen, kpi: kpi("better") }).says).toContain("only a comparison can tell");
});
