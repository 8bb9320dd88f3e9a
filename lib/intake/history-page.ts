import { z } from "zod";

type Start = { at: Date; id: string };

const shape = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of the history begins, as it stands in the address; anything else is the first page. */
export function pageStart(before: string | string[] | undefined): Start | undefined {
  const parsed = shape.safeParse(typeof before === "string" ? before.split("_") : null);
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : undefined;
}

export const pageAddress = ({ at, id }: Start) => `/data/history?before=${at.toISOString()}_${id}`;
