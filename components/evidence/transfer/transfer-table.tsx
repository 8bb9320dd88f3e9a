import { DataTable } from "@/components/ui/data-table";
import type { Cell, Column } from "@/components/ui/table-types";
import type { Transfer, Transferred } from "@/lib/evidence/transfer/transfer";
import type { Formats } from "@/lib/format/formats";

const columns: Column[] = [
  { id: "passed", header: "Passed", align: "end" },
  { id: "applied", header: "Seen applying it since", align: "end" },
  { id: "unapplied", header: "Passed, no applied evidence", align: "end", wide: true },
];

type TransferTableProps = { transfer: Transfer; hrefOf: (courseId: string) => string; formats: Formats };

/** Course by course: of those who passed, who was seen applying its skill since. */
export function TransferTable({ transfer: { courses }, hrefOf, formats }: TransferTableProps) {
  return (
    <DataTable
      id="transfer"
      caption="From passing a course to applying its skill"
      hideCaption
      csv="transfer-by-course"
      filter
      columns={[
        { id: "course", header: "Course", rowHeader: true },
        { id: "skill", header: "Skill", wide: true },
        ...columns,
      ]}
      rows={courses.map(({ courseId, title, skill, whole }) => ({
        id: courseId,
        cells: { course: { text: title, href: hrefOf(courseId) }, skill, ...transferCells(whole, formats) },
      }))}
    />
  );
}

type PlacesProps = { chosen: NonNullable<Transfer["chosen"]>; formats: Formats };

/** One course by role and site. */
export function TransferPlaces({ chosen: { places }, formats }: PlacesProps) {
  return (
    <DataTable
      id="transfer-places"
      caption="By role and site"
      hideCaption
      csv="transfer-by-role-and-site"
      columns={[{ id: "role", header: "Role", rowHeader: true }, { id: "site", header: "Site" }, ...columns]}
      rows={places.map(({ roleId, role, siteId, site, transferred }) => ({
        id: `${roleId} ${siteId}`,
        cells: { role, site, ...transferCells(transferred, formats) },
      }))}
    />
  );
}

function transferCells(transferred: Transferred, formats: Formats): Record<string, Cell> {
  if (transferred.kind === "withheld")
    return { passed: { text: "Withheld", sort: -1 }, applied: { text: "Withheld", sort: -1 } };
  const passed = { text: formats.number(transferred.passed), sort: transferred.passed };
  if (transferred.kind === "few") return { passed, applied: { text: "Too few seen", sort: -1 } };
  const { applied, interval } = transferred;
  const share = applied / transferred.passed;
  const left = transferred.passed - applied;
  return {
    passed,
    applied: { text: `${formats.number(applied)}, ${formats.estimate(share, interval, "share")}`, sort: share },
    unapplied: { text: `${formats.number(left)} (${formats.percent(1 - share, { decimals: 0 })})`, sort: 1 - share },
  };
}
