import type { Claim } from "./place-history";

export type EmploymentEvent = { on: string; event: string; from: string | null; to: string | null };

/** Ids by the names files use. */
export type Directory = Record<"unit" | "site" | "team" | "role", ReadonlyMap<string, string>>;

/**
 * What an employment event says of a place. Promotions, lateral moves and demotions change the role; a hire tells the first one.
 * A transfer changes the unit, site or team its values name. A team belongs to one unit and a manager to one team, so before a
 * transfer both are unknown unless another source tells them.
 */
export function claimsOf({ on, event, from, to }: EmploymentEvent, directory: Directory): Claim[] {
  switch (event) {
    case "promotion":
    case "lateral_move":
    case "demotion":
      return [{ on, dimension: "role", before: idOf(directory, "role", from), after: idOf(directory, "role", to) }];
    case "hire":
      return to === null ? [] : [{ on, dimension: "role", after: idOf(directory, "role", to) }];
    case "transfer":
      return transferOf(on, from, to, directory);
    default:
      return [];
  }
}

/** Which dimension a transfer's values belong to; null when no unit, site or team is called so. */
export function transferDimension(
  from: string | null,
  to: string | null,
  directory: Directory,
): "unit" | "site" | "team" | null {
  const names = [to, from].filter((name) => name !== null);
  const found = (["unit", "site", "team"] as const).find((kind) => names.some((name) => directory[kind].has(name)));
  return found ?? (names.some((name) => name.includes(" / ")) ? "unit" : null);
}

function transferOf(on: string, from: string | null, to: string | null, directory: Directory): Claim[] {
  const dimension = transferDimension(from, to, directory);
  if (!dimension) return [];
  const claims: Claim[] = [
    { on, dimension, before: idOf(directory, dimension, from), after: idOf(directory, dimension, to) },
  ];
  if (dimension === "unit") claims.push({ on, dimension: "team", before: null });
  if (dimension !== "site") claims.push({ on, dimension: "manager", before: null });
  return claims;
}

function idOf(directory: Directory, kind: keyof Directory, name: string | null): string | null | undefined {
  return name === null ? undefined : (directory[kind].get(name) ?? null);
}
