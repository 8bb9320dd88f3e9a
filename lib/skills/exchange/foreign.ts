import type { Format, Parsed } from "./parsed";

export type Foreign = Pick<Parsed, "nodes" | "mapping">;

/** A framework of others fills gaps and replaces nothing: what an organisation wrote stands above it. */
export const foreign = (format: Format, out: Foreign, faults: Parsed["faults"]): Parsed => ({
  format,
  ...out,
  faults,
  tells: () => false,
  exactNames: false,
  owners: new Map(),
  notices: [],
});
