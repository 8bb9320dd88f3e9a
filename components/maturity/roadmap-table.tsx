import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { RoadmapItem } from "@/lib/maturity/maturity";
import { criterionName } from "./words";

type RoadmapTableProps = { items: readonly RoadmapItem[]; roles: number; viewer: Viewer };

/** What to do in which order, for all roles together. */
export function RoadmapTable({ items, roles: all, viewer }: RoadmapTableProps) {
  return (
    <DataTable
      id="roadmap"
      caption="In this order: lower levels first, then what brings most roles forward for the least work"
      hideCaption
      csv="maturity-roadmap"
      columns={[
        { id: "order", header: "Order", align: "end" },
        { id: "does", header: "What to do", rowHeader: true },
        { id: "level", header: "Towards level", align: "end", wide: true },
        { id: "hours", header: "Hours, about", align: "end" },
        { id: "count", header: "Roles it helps", align: "end", wide: true },
        { id: "roles", header: "Which", wide: true },
        { id: "criterion", header: "So that", wide: true },
      ]}
      rows={items.map(({ criterion, does, href, needs, hours, level, roles }, index) => ({
        id: criterion,
        cells: {
          order: index + 1,
          does: { text: does, ...(may(viewer.roles, needs) && { href }) },
          level,
          hours,
          count: roles.length,
          roles: roles.length === all && all > 1 ? "All of them" : roles.join(", "),
          criterion: criterionName(criterion),
        },
      }))}
      empty={<Empty title="Nothing is missing">Every role you see has reached the highest level.</Empty>}
    />
  );
}
