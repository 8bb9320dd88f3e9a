import { hash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { surveyAnswers } from "@/db/schema/work";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "@/test/factory";

afterAll(closePool);

const plain = "2025-01-10,pulse,Of use?,Yes,helpful";

test("a file of before has the ids it had, with or without the new columns, and what these say is kept", async () => {
  const given = await givenOrganisation();
  await given.take({ "surveys.csv": `date,instrument,question,answer,class\n${plain}\n` });
  const stored = () => inTenant(given.orgId, (tx) => tx.select().from(surveyAnswers));
  // As ids were made before there were a dimension and a score: the digest of the cells and unknown columns, and the first of its kind.
  const cells = ["2025-01-10", "pulse", "\\N", "Of use?", "Yes", "helpful", "\\N"];
  const digest = hash("md5", cells.map((cell) => `\t${cell}`).join(""));
  const { rows } = await inTenant(given.orgId, (tx) =>
    tx.execute<{ id: string }>(sql`select md5(concat_ws('|', ${digest}::uuid, 1))::uuid as id`),
  );
  expect(await stored()).toMatchObject([{ id: rows[0]?.id, dimension: null, score: null }]);

  const [again] = await given.take({
    "surveys.csv": `date,instrument,question,answer,class,dimension,score\n${plain},,\n${plain},support,\n2025-01-10,annual,Is there help?,,,Support,4\n`,
  });
  expect(again).toMatchObject({ added: 2, unchanged: 1, rejected: 0 });
  expect(await stored()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ dimension: "support", score: null, class: "helpful" }),
      expect.objectContaining({ dimension: "support", score: 4, class: null }),
    ]),
  );
  const [wrong] = await given.take({ "surveys.csv": `date,dimension,score\n2025-01-10,joy,\n2025-01-10,growth,6\n` });
  expect(wrong).toMatchObject({ added: 0, rejected: 2 });
});
