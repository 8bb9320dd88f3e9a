import type { TaxonomySource } from "@/db/schema/taxonomy";

const optional = ["release", "licence", "attribution"] as const;

/** A source as a cell of skills.csv: JSON, because licence and attribution have commas of their own. Its keys stand in one order. */
export function toSourceCell(source: TaxonomySource | null): string | null {
  if (!source) return null;
  const rest = optional.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]] as const]));
  return JSON.stringify({ scheme: source.scheme, code: source.code, ...Object.fromEntries(rest) });
}

/** Reads such a cell, or the short form `scheme:code`. Null where it is neither. */
export function fromSourceCell(cell: string): TaxonomySource | null {
  const short = /^([\w-]+):(\S.*)$/s.exec(cell);
  if (short?.[1] && short[2]) return { scheme: short[1], code: short[2] };
  const told = parsed(cell);
  if (typeof told.scheme !== "string" || typeof told.code !== "string" || told.scheme === "") return null;
  const source: TaxonomySource = { scheme: told.scheme, code: told.code };
  for (const [name, value] of Object.entries(told)) {
    if (name === "scheme" || name === "code") continue;
    if (typeof value !== "string" || !isOptional(name)) return null;
    source[name] = value;
  }
  return source;
}

const isOptional = (name: string): name is (typeof optional)[number] => (optional as readonly string[]).includes(name);

function parsed(cell: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
