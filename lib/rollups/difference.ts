/** One row that is not what the facts say: `stored` where it should not stand, `missing` where it should. */
export type Difference = { table: string; side: "stored" | "missing"; row: Record<string, unknown> };
