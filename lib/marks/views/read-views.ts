import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { query } from "@/lib/server/tenant-access";
import { mostViews } from "./input";
import { type ViewPath, viewPages } from "./view-pages";
import { type Gone, whatIsGone } from "./what-is-gone";

export type SavedView = {
  id: string;
  name: string;
  /** The whole address. */
  href: string;
  isShared: boolean;
  isFirst: boolean;
  /** Whose it is where it is not the viewer's own; null also where nobody is known by that id any more. */
  by: string | null;
  /** What of it is gone, so that its page would not be found; null where it opens. */
  gone: Gone | null;
};

export type SavedViews = {
  mine: SavedView[];
  /** By name, as many as were asked for. */
  shared: SavedView[];
  /** Whether others share more than these. */
  more: boolean;
};

type Row = Omit<SavedView, "href" | "gone"> & { path: ViewPath; query: string };
type Asked = { path: ViewPath; mostShared: number };

/** The viewer's own views of a page, and the first of those others share. What is seen in one is what whoever opens it may see. */
export const readViews = query("view.save", async (tx, { path, mostShared }: Asked, viewer): Promise<SavedViews> => {
  if (!mayOpen(viewer, path)) return { mine: [], shared: [], more: false };
  const read = async (whose: SQL, most: number) => {
    const { rows } = await tx.execute<Row>(sql`
      select v.id, v.name, v.path, v.query, v.is_shared as "isShared", v.is_first as "isFirst", u.name as by
      from saved_views v left join users u on u.org_id = v.org_id and u.id = v.user_id
      where v.org_id = ${viewer.orgId} and v.path = ${path} and ${whose}
      order by lower(v.name), v.id limit ${most}`);
    return rows;
  };
  const asShown = async ({ path: at, query: parameters, ...view }: Row): Promise<SavedView> => ({
    ...view,
    href: hrefOf(at, parameters),
    gone: await whatIsGone(tx, viewer, { path: at, query: parameters }),
  });
  const mine: SavedView[] = [];
  for (const row of await read(sql`v.user_id = ${viewer.userId}`, mostViews))
    mine.push({ ...(await asShown(row)), by: null });
  const others = await read(sql`v.is_shared and v.user_id is distinct from ${viewer.userId}`, mostShared + 1);
  const shared: SavedView[] = [];
  for (const row of others.slice(0, mostShared)) {
    const view = { ...(await asShown(row)), isFirst: false };
    // Nobody but its owner can do anything about one that is gone.
    if (!view.gone) shared.push(view);
  }
  return { mine, shared, more: others.length > mostShared };
});

const readFirst = query("view.save", async (tx, _: null, viewer): Promise<string | null> => {
  const { rows } = await tx.execute<Pick<Row, "path" | "query">>(sql`
    select path, query from saved_views where org_id = ${viewer.orgId} and user_id = ${viewer.userId} and is_first`);
  const [first] = rows;
  if (!first || !mayOpen(viewer, first.path)) return null;
  const gone = await whatIsGone(tx, viewer, first);
  return gone ? null : hrefOf(first.path, first.query);
});

/** The address the viewer chose to land on; null where they chose none, may not open its page any more or what it shows is gone. */
export async function readFirstView(viewer: Viewer): Promise<string | null> {
  if (!viewer.userId || !may(viewer.roles, "view.save")) return null;
  return readFirst(viewer, null);
}

function mayOpen({ roles }: Viewer, path: ViewPath): boolean {
  const page = viewPages.find((one) => one.path === path);
  return page !== undefined && may(roles, page.permission);
}

const hrefOf = (path: ViewPath, parameters: string) => (parameters ? `${path}?${parameters}` : path);
