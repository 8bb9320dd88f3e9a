import { DataTable } from "@/components/ui/data-table";
import type { Cell } from "@/components/ui/table-types";
import type { CertifiedPlace } from "@/lib/capability/certified";
import type { Formats } from "@/lib/format/formats";
import { missingText, valueText } from "@/lib/scorecard/figure-text";
import type { FigureState } from "@/lib/scorecard/scorecard";

type CertifiedRolesProps = { roles: readonly CertifiedPlace[]; formats: Formats };

const kpiWords = { better: "Better", worse: "Worse", unchanged: "Unchanged", unknown: "Cannot tell" } as const;

/** Every role in which something can be certified, widest gap first; each leads to its picture. */
export function CertifiedRoles({ roles, formats }: CertifiedRolesProps) {
  return (
    <DataTable
      id="roles"
      caption="By role, in the last whole period: the widest gap between certified and seen first"
      hideCaption
      csv="certified-but-unchanged"
      columns={[
        { id: "role", header: "Role", rowHeader: true },
        { id: "certified", header: "Certified", align: "end" },
        { id: "applied", header: "Seen applying it", align: "end" },
        { id: "kpi", header: "KPI since", wide: true },
        { id: "says", header: "What the data say", wide: true },
      ]}
      rows={roles.map((role) => ({
        id: role.id,
        cells: {
          role: { text: role.label, href: `/skills/certified?role=${role.id}#picture` },
          certified: shareCell(role.certified, formats),
          applied: shareCell(role.applied, formats),
          kpi: role.picture?.kpi
            ? `${role.picture.kpi.metric.name}: ${kpiWords[role.picture.kpi.verdict].toLowerCase()}`
            : null,
          says: role.diagnosis?.says ?? "Withheld",
        },
      }))}
    />
  );
}

function shareCell(state: FigureState, formats: Formats): Cell {
  if (state.kind !== "figure") return { text: missingText(formats, state), sort: -1 };
  return { text: valueText(formats, { unit: "share" }, state.value), sort: state.value };
}
