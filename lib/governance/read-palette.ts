import { initiativeHref } from "@/lib/initiatives/initiative-href";
import "server-only";
import { and, asc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { initiatives } from "@/db/schema/initiatives";
import { businessUnits } from "@/db/schema/structure";
import { may, type Permission, seesEverybody } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";

export type PaletteItem = { href: string; label: string; hint: string };

const most = 12;

/** Pages the navigation does not name. */
const pages: (PaletteItem & { permission: Permission })[] = [
  { href: "/calendar", label: "What else happened", hint: "Calendar of events", permission: "initiative.read" },
  { href: "/initiatives/new", label: "New initiative", hint: "Design wizard", permission: "plan.create" },
];

/**
 * Pages, initiatives and units whose name holds the words (pages also by their hint): only those the viewer may open, twelve initiatives
 * and twelve units at most.
 */
export const readPalette = query("self.read", async (tx, words: string, viewer): Promise<PaletteItem[]> => {
  const text = words.replaceAll("\0", "");
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return [
    ...findPages(text, viewer),
    ...(await findInitiatives(tx, pattern, viewer)),
    ...(await findUnits(tx, pattern, viewer)),
  ];
});

function findPages(words: string, { roles }: Viewer): PaletteItem[] {
  const wanted = words.toLowerCase();
  return pages.flatMap(({ permission, ...page }) =>
    may(roles, permission) && `${page.label} ${page.hint}`.toLowerCase().includes(wanted) ? [page] : [],
  );
}

async function findInitiatives(tx: Tx, pattern: string, viewer: Viewer): Promise<PaletteItem[]> {
  if (!may(viewer.roles, "initiative.read")) return [];
  const rows = await tx
    .select({ id: initiatives.id, title: initiatives.title })
    .from(initiatives)
    .where(
      and(eq(initiatives.orgId, viewer.orgId), or(ilike(initiatives.title, pattern), ilike(initiatives.code, pattern))),
    )
    .orderBy(asc(initiatives.title))
    .limit(most);
  return rows.map(({ id, title }) => ({ href: initiativeHref(id), label: title, hint: "Initiative" }));
}

async function findUnits(tx: Tx, pattern: string, viewer: Viewer): Promise<PaletteItem[]> {
  if (!may(viewer.roles, "scorecard.read")) return [];
  if (!seesEverybody(viewer.roles) && viewer.units.length === 0) return [];
  const rows = await tx
    .select({ id: businessUnits.id, name: businessUnits.name, path: businessUnits.path })
    .from(businessUnits)
    .where(
      and(
        eq(businessUnits.orgId, viewer.orgId),
        ilike(businessUnits.name, pattern),
        seesEverybody(viewer.roles) ? undefined : below(tx, viewer.units),
      ),
    )
    .orderBy(asc(businessUnits.path))
    .limit(most);
  return rows.map(({ id, name, path }) => ({
    href: `/scorecard?scope=unit:${id}`,
    label: name,
    hint: `Unit: ${path}`,
  }));
}

/** The path of a unit starts with the path of every unit above it. */
function below(tx: Tx, units: readonly string[]) {
  const root = alias(businessUnits, "root");
  const underRoot = sql`(${businessUnits.path} = ${root.path} or starts_with(${businessUnits.path}, ${root.path} || ' / '))`;
  return sql`exists ${tx
    .select({ one: sql`1` })
    .from(root)
    .where(and(inArray(root.id, [...units]), underRoot))}`;
}
