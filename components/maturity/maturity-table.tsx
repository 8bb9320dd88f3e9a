import { DataTable } from "@/components/ui/data-table";
import type { Cell, Column, Row } from "@/components/ui/table-types";
import type { Maturity, MaturityPlace } from "@/lib/maturity/maturity";
import { LevelMark } from "./level-mark";
import { missingText } from "./words";

type MaturityTableProps = { maturity: Extract<Maturity, { kind: "shown" }> };

/** Levels by role and site; each leads to what it is made of. */
export function MaturityTable({ maturity: { roles, sites } }: MaturityTableProps) {
  const columns: Column[] = [
    { id: "role", header: "Role", rowHeader: true },
    { id: "everywhere", header: "Everywhere" },
    ...sites.map(({ id, label }) => ({ id, header: label, wide: true })),
    { id: "missing", header: "Missing for the next level", wide: true },
  ];
  const rows = roles.map(({ id, name, everywhere, sites: places }): Row => {
    const { shown } = everywhere;
    const bySite = new Map(places.map((place) => [place.site, place]));
    return {
      id,
      cells: {
        role: { text: name, href: hrefOf(id, "everywhere") },
        everywhere: levelCell(id, everywhere),
        ...Object.fromEntries(sites.map((site) => [site.id, levelCell(id, bySite.get(site.id))])),
        missing: shown.kind === "judged" ? missingText(shown.missing) || "Nothing" : "Withheld",
      },
    };
  });
  return (
    <DataTable
      id="roles"
      caption="Level by role and site. An empty cell has nobody in the role there."
      columns={columns}
      rows={rows}
      csv="maturity"
      initialSort={{ column: "everywhere", descending: true }}
    />
  );
}

function levelCell(roleId: string, place: MaturityPlace | undefined): Cell {
  if (!place) return null;
  if (place.shown.kind === "withheld") return { text: "Withheld", sort: -1 };
  const { level } = place.shown;
  return { text: `Level ${level}`, sort: level, node: <LevelMark level={level} />, href: hrefOf(roleId, place.site) };
}

const hrefOf = (roleId: string, site: string) => `/skills/maturity?role=${roleId}&site=${site}#place`;
