import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { didWelch } from "@/lib/stats/did-welch";
import { linHc2FromRows } from "@/lib/stats/lin-hc2";
import { momentsOf } from "@/lib/stats/moments";

type Row = { arm: "treated" | "control"; pre: number; post: number };

/** What the application does not do: did_welch and lin_hc2 from the people's rows, pulled to this process. */
export async function estimateFromRows(tx: Tx, confidence: number) {
  const { rows } = await tx.execute<Row>(sql`
    select arm, pre, post from evaluation_panel where pre is not null and post is not null`);
  const arm = (name: Row["arm"]) => rows.filter((row) => row.arm === name);
  const both = { treated: arm("treated"), control: arm("control") };
  const changes = (people: readonly Row[]) => momentsOf(people.map(({ pre, post }) => post - pre));
  const columns = (people: readonly Row[]) => ({
    outcome: people.map(({ post }) => post),
    covariates: [people.map(({ pre }) => pre)],
  });
  return [
    didWelch({ treated: changes(both.treated), control: changes(both.control) }, confidence),
    linHc2FromRows({ treated: columns(both.treated), control: columns(both.control) }, confidence),
  ];
}
