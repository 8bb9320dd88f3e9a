import { expect, test } from "vitest";
import { formatsFor } from "@/lib/format/formats";
import type { Case } from "@/lib/money/case";
import type { ReportBlock } from "@/lib/reports/document";
import { knownPeople } from "@/lib/sharing/names-in";
import { scrubbed } from "@/lib/sharing/scrub";
import { givenCase, givenMoney } from "@/test/given-money";
import { givenReport } from "@/test/given-report";
import { assumptionsBlock } from "./assumptions-block";

const formats = formatsFor({ locale: "en-GB", currency: "EUR" });
const rowsOf = (block: ReportBlock | undefined) => (block?.kind === "table" ? block.rows : []);
const usedIn = (given: Case) => {
  const rows = rowsOf(assumptionsBlock(givenMoney(given), formats));
  return (label: string) => rows.find(({ assumption }) => assumption?.text.startsWith(label))?.used?.text;
};

test("how long an effect lasts is what counts by the rules, and where nobody stated it that is said", () => {
  const stated = usedIn(givenCase);
  expect([stated("Years"), stated("What is left")]).toEqual(["1 year", "70%"]);
  const nobody = { value: null, low: null, high: null, source: null };
  const unstated = usedIn({
    ...givenCase,
    years: { ...givenCase.years, ...nobody },
    persistence: { ...givenCase.persistence, ...nobody },
  });
  expect([unstated("Years"), unstated("What is left")]).toEqual([
    "not stated: one year counts",
    "not stated: nothing after the first year",
  ]);
});

test("outside the organisation every assumption keeps its value, range and source, and loses whose it is", () => {
  const block = assumptionsBlock(givenMoney(), formats);
  const shared = scrubbed(givenReport({ blocks: [block] }), knownPeople([])).blocks[0];
  const [first] = rowsOf(shared);
  expect(first).toEqual({
    assumption: { text: "Refunds a person handles in a year" },
    used: { text: "900 refunds", value: 900, unit: "refunds" },
    range: { text: "800 to 1,000" },
    source: { text: "Controlling, 2026" },
    signed: { text: "Signed by finance on 18 Nov 2026" },
  });
  expect(rowsOf(shared)).toHaveLength(givenMoney().assumptions.length);
  expect(JSON.stringify(block)).toContain("Ola Finanz");
  expect(JSON.stringify(shared)).not.toMatch(/Ola Finanz|Νίκος|Owner/);
});

test("what the figures do not use is said to be so instead of unsigned", () => {
  const rows = rowsOf(assumptionsBlock(givenMoney(), formats));
  const finance = (label: string) => rows.find(({ assumption }) => assumption?.text.startsWith(label))?.signed;
  expect(finance("Years")?.text).toBe("Not used in these figures");
  expect(finance("Hours a refund")?.text).toBe("Unsigned");
});
