import "server-only";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import { readDrafts } from "@/lib/skills/drafts/read-drafts";
import type { ChoiceGroup } from "./choices";
import type { Source } from "./input";
import { searchOccupations } from "./onet/occupations";
import { type Opened, openSource } from "./open-source";

export type FoundOccupations = {
  total: number;
  found: number;
  rows: { code: string; title: string; description: string; by: string | null }[];
};

export type ImportPage = Pick<Opened, "format" | "title" | "attribution" | "about" | "notices"> & {
  faults: Fault[];
  /** Null where there is nothing to search, or an occupation is chosen. */
  occupations: FoundOccupations | null;
  groups: ChoiceGroup[];
  /** Drafts it can go into. */
  drafts: { id: string; title: string }[];
};

const mostShown = 40;

/**
 * A source as its page shows it. `wrong` tells why files cannot be read; null where they are no longer there.
 */
export async function readImport(
  viewer: Viewer,
  { source, search }: { source: Source; search: string },
): Promise<ImportPage | { wrong: string } | null> {
  authorise(viewer.roles, "skill.edit");
  try {
    const { occupations, take: _take, ...opened } = await openSource(viewer.orgId, source);
    const found = occupations ? searchOccupations(occupations, search) : [];
    const drafts = await readDrafts(viewer, null);
    return {
      ...opened,
      faults: opened.faults.slice(0, 200),
      occupations: occupations && { total: occupations.length, found: found.length, rows: found.slice(0, mostShown) },
      drafts: drafts.filter(({ status }) => status === "open").map(({ id, title }) => ({ id, title })),
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === "not-found" ? null : { wrong: error.message };
  }
}
