import { z } from "zod";
import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import type { Parsed } from "@/lib/skills/exchange/parsed";
import { ours } from "./case-json";
import { takeForeign } from "./take-foreign";
import { takeOwn } from "./take-own";

const link = z.object({ identifier: z.string().min(1), title: z.string().optional() });
const extensions = z.record(z.string(), z.unknown()).optional().catch(undefined);

const itemShape = z.object({
  identifier: z.string().min(1),
  fullStatement: z.string().trim().min(1),
  CFItemType: z.string().nullish(),
  notes: z.string().nullish(),
  humanCodingScheme: z.string().nullish(),
  extensions,
});
const associationShape = z.object({
  identifier: z.string().min(1),
  associationType: z.string(),
  originNodeURI: link,
  destinationNodeURI: link,
  sequenceNumber: z.number().nullish(),
  extensions,
});
const packageShape = z.object({
  CFDocument: z.object({
    identifier: z.string().min(1),
    title: z.string(),
    creator: z.string().nullish(),
    notes: z.string().nullish(),
    version: z.string().nullish(),
    licenseURI: z.object({ title: z.string().nullish() }).nullish(),
  }),
  CFItems: z.array(z.unknown()),
  CFAssociations: z.array(z.unknown()).default([]),
});

export type ReadItem = z.output<typeof itemShape>;
export type ReadAssociation = z.output<typeof associationShape>;
export type ReadPackage = {
  document: z.output<typeof packageShape>["CFDocument"];
  items: ReadItem[];
  associations: ReadAssociation[];
};

/**
 * A CASE package as nodes: exactly what was written where it is an export of ours, by item types and places in the tree otherwise.
 * @throws DomainError when the text is no JSON (the line is named) or no package
 */
export function parseCase(file: string, text: string): Parsed {
  const faults: Fault[] = [];
  const found = packageShape.safeParse(jsonOf(file, text));
  if (!found.success) {
    const [issue] = found.error.issues;
    const where = issue?.path.join(".") || "its beginning";
    throw new DomainError("invalid-input", `${file} is no CASE package: ${where}, ${issue?.message ?? "unknown"}`);
  }
  const keep = <Shape extends z.ZodType>(shape: Shape, list: unknown[], name: string) =>
    list.flatMap((one, at): z.output<Shape>[] => {
      const result = shape.safeParse(one);
      if (result.success) return [result.data];
      const [issue] = result.error.issues;
      const column = `${name}[${at}]${issue?.path.map((part) => `.${String(part)}`).join("") ?? ""}`;
      faults.push({ file, line: 0, column, value: null, reason: issue?.message ?? "This cannot be read" });
      return [];
    });
  const read: ReadPackage = {
    document: found.data.CFDocument,
    items: keep(itemShape, found.data.CFItems, "CFItems"),
    associations: keep(associationShape, found.data.CFAssociations, "CFAssociations"),
  };
  const isOurs = read.items.some((item) => item.extensions?.[ours] !== undefined);
  return isOurs ? takeOwn(file, read, faults) : takeForeign(file, read, faults);
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const line = at ? text.slice(0, Number(at)).split("\n").length : 1;
    throw new DomainError("invalid-input", `${file} is no JSON: something is wrong on line ${line}`, {
      line: [String(line)],
    });
  }
}
