import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { givenScorecard } from "@/test/given-scorecard";
import { parseRequest } from "./input";
import { openScorecard } from "./open-scorecard";

afterAll(closePool);

test("whether a view is there is known before its figures are, and what is not the viewer's is not there", async () => {
  const { given, ids } = await givenScorecard();
  const partner = given.as("hrbp", { units: [ids.North ?? ""] });
  const open = (parameters: Record<string, string>) => {
    const request = parseRequest(parameters);
    if (!request) throw new Error("no request");
    return openScorecard(partner, request);
  };

  const { found, scorecard } = open({});
  const order: string[] = [];
  await Promise.all([found.then(() => order.push("found")), scorecard.then(() => order.push("scorecard"))]);
  expect(order).toEqual(["found", "scorecard"]);
  expect([await found, (await scorecard)?.kind]).toEqual([true, "shown"]);

  const foreign = open({ scope: `unit:${ids.South}` });
  expect([await foreign.found, await foreign.scorecard]).toEqual([false, null]);
  expect(await open({ against: `unit:${ids.South}` }).found).toBe(false);
});
