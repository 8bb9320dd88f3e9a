import "server-only";
import { sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { type ViewPath, viewPages } from "./view-pages";

export type SavedView = {
  id: string;
  name: string;
  /** The whole address. */
  href: string;
  isShared: boolean;
  isFirst: boolean;
  /** Whose it is where it is not the viewer's own; null also where nobody is known by that id any more. */
  by: string | null;
};

export type SavedViews = { mine: SavedView[]; shared: SavedView[] };

type Row = Omit<SavedView, "href"> & { path: ViewPath; query: string; own: boolean };

/** The viewer's own views of a page, and those others share. What is seen in one is what whoever opens it may see. */
export const readViews = query("view.save", async (tx, path: ViewPath, viewer): Promise<SavedViews> => {
  if (!mayOpen(viewer, path)) return { mine: [], shared: [] };
  const { rows } = await tx.execute<Row>(sql`
    select v.id, v.name, v.path, v.query, v.is_shared as "isShared", v.is_first as "isFirst", v.user_id = ${viewer.userId} as own, u.name as by
    from saved_views v left join users u on u.org_id = v.org_id and u.id = v.user_id
    where v.org_id = ${viewer.orgId} and v.path = ${path} and (v.user_id = ${viewer.userId} or v.is_shared)
    order by lower(v.name), v.id`);
  const views = rows.map(({ own, path: at, query: parameters, by, isFirst, ...view }) => ({
    own,
    view: { ...view, href: hrefOf(at, parameters), isFirst: own && isFirst, by: own ? null : by },
  }));
  return {
    mine: views.flatMap(({ own, view }) => (own ? [view] : [])),
    shared: views.flatMap(({ own, view }) => (own ? [] : [view])),
  };
});

const readFirst = query("view.save", async (tx, _: null, { orgId, userId }): Promise<Pick<Row, "path" | "query">[]> => {
  const { rows } = await tx.execute<Pick<Row, "path" | "query">>(sql`
    select path, query from saved_views where org_id = ${orgId} and user_id = ${userId} and is_first`);
  return rows;
});

/** The address the viewer chose to land on; null where they chose none or may not open its page any more. */
export async function readFirstView(viewer: Viewer): Promise<string | null> {
  if (!viewer.userId || !may(viewer.roles, "view.save")) return null;
  const [first] = await readFirst(viewer, null);
  return first && mayOpen(viewer, first.path) ? hrefOf(first.path, first.query) : null;
}

function mayOpen({ roles }: Viewer, path: ViewPath): boolean {
  const page = viewPages.find((one) => one.path === path);
  return page !== undefined && may(roles, page.permission);
}

const hrefOf = (path: ViewPath, parameters: string) => (parameters ? `${path}?${parameters}` : path);
