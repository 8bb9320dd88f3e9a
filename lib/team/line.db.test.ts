import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/db/client";
import { inTenant } from "@/lib/server/tenant-access";
import { givenData } from "@/test/factory";
import { readLine, readLineAmong } from "./line";

afterAll(closePool);

test("of a line of hundreds the first are read, by depth and name, and all are counted", async () => {
  const leads = ["L3", "L1", "L2"];
  const crew = leads.flatMap((lead) => Array.from({ length: 200 }, (_, at) => `${lead}c${1000 + at},${lead}`));
  const below = ["deep,L1c1000", "deeper,deep"];
  const { orgId } = await givenData({
    "people.csv": `employee_id,manager_id\nH,\n${[...leads.map((lead) => `${lead},H`), ...crew, ...below].join("\n")}\n`,
  });
  await inTenant(orgId, async (tx) => {
    const { rows } = await tx.execute<{ id: string; name: string }>(sql`select id, employee_id as name from people`);
    const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? "";
    const all = await readLine(tx, orgId, idOf("H"), "all");
    expect([all.size, all.people.length]).toEqual([605, 500]);
    expect(all.people.slice(0, 4).map(({ name, depth }) => [name, depth])).toEqual([
      ["L1", 1],
      ["L2", 1],
      ["L3", 1],
      ["L1c1000", 2],
    ]);
    const direct = await readLine(tx, orgId, idOf("H"), "direct");
    expect([direct.size, direct.people.map(({ name }) => name)]).toEqual([605, ["L1", "L2", "L3"]]);
    expect(await readLine(tx, orgId, idOf("deeper"), "all")).toEqual({ size: 0, people: [] });
    const small = await readLine(tx, orgId, idOf("L1"), "all");
    expect([small.size, small.people.at(-1)]).toMatchObject([202, { name: "deeper", depth: 3, coach: "deep" }]);

    const some = sql`select id from people where employee_id in ('deeper', 'L2c1001', 'H')`;
    const among = await readLineAmong(tx, orgId, idOf("L1"), some);
    expect(among).toMatchObject([{ name: "deeper", depth: 3 }]);
  });
});
