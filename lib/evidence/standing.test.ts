import { expect, test } from "vitest";
import { standingOn } from "./standing";

const state = {
  status: "validated" as const,
  strength: 2,
  seenOn: "2026-01-01",
  halfLifeDays: 100,
  recalledOn: null,
  certifiedOn: null,
};
const rules = { leastStrength: 0.25, certificateDays: 730 };

test("what was seen loses half of its worth with every half-life, and falls on the day it is worth too little", () => {
  // 2 is eight times 0.25: three half-lives, 300 days, and a day.
  expect(standingOn(state, rules, "2026-04-11")).toEqual({ status: "validated", strength: 1, fallsOn: "2026-10-29" });
  expect(standingOn(state, rules, "2026-10-28").status).toBe("validated");
  expect(standingOn(state, rules, "2026-10-29").status).toBe("no_longer_seen");
});

test("what starts below the least falls on the day itself; a least of nought never falls", () => {
  expect(standingOn({ ...state, strength: 0.2 }, rules, "2026-01-01")).toEqual({
    status: "no_longer_seen",
    strength: 0.2,
    fallsOn: "2026-01-01",
  });
  expect(standingOn(state, { ...rules, leastStrength: 0 }, "2040-01-01").fallsOn).toBeNull();
});

test("a test or certificate expires on its day, and the later of the two counts", () => {
  const recalled = { ...state, status: "recalled" as const, strength: 0, seenOn: null, recalledOn: "2026-01-01" };
  expect(standingOn(recalled, rules, "2027-12-31")).toEqual({ status: "recalled", strength: 0, fallsOn: null });
  expect(standingOn(recalled, rules, "2028-01-01").status).toBe("expired");
  expect(standingOn({ ...recalled, certifiedOn: "2026-06-01" }, rules, "2028-01-01").status).toBe("recalled");
  expect(standingOn(recalled, { ...rules, certificateDays: 731 }, "2028-01-01").status).toBe("recalled");
});

test("what was practised or said of oneself does not age into anything else", () => {
  for (const status of ["simulated", "self_rated"] as const) {
    const learned = { ...state, status, strength: 0, seenOn: null, recalledOn: "2020-01-01" };
    expect(standingOn(learned, rules, "2040-01-01")).toEqual({ status, strength: 0, fallsOn: null });
  }
});
