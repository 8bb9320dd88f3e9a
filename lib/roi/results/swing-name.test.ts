import { expect, test } from "vitest";
import { givenMoney } from "@/test/given-money";
import { swingName } from "./swing-name";

test("whatever a tornado names has words, and what belongs to one of several lines says which", () => {
  const money = givenMoney();
  const [line] = money.case.lines;
  const named = (id: string, kind: "effect" | "assumption") => swingName({ id, kind }, money);
  expect(named(line?.effectKey ?? "", "effect")).toBe(`Effect on “${money.lines[0]?.kpi.name}”`);
  expect(named("years", "assumption")).toBe("Years for which the effect is counted");
  expect(named("persistence", "assumption")).toBe("What is left of the effect each following year");
  expect(named("wage", "assumption")).toBe("Loaded cost of an hour");
  expect(named("hours", "assumption")).toBe(`Hours a refund takes (${money.lines[0]?.title})`);
  const tornado = money.result.tornado.filter(({ kind }) => kind === "assumption");
  const all = tornado.map((swing) => swingName(swing, money));
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain("An assumption");
});
