"use client";
import { DataTable } from "@/components/ui/data-table";
import { useFormats } from "@/components/ui/formats-provider";
import { StateText } from "@/components/ui/state-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Unanchored } from "@/lib/work/friction/read-unanchored";
import { AnchorChoice } from "./anchor-choice";

type UnanchoredTableProps = Unanchored & { asked: string | null };

/** In-flow support nobody has said which moment of the work it is for, most used first. `asked` is the one the address names. */
export function UnanchoredTable({ activities, points, adding, minimum, asked }: UnanchoredTableProps) {
  const formats = useFormats();
  const withheld = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  return (
    <DataTable
      id="unanchored"
      caption="In-flow activities without a friction point"
      hideCaption
      csv="without-friction-point.csv"
      filter
      columns={[
        { id: "name", header: "Activity", rowHeader: true },
        { id: "roles", header: "Roles it is for", wide: true },
        { id: "where", header: "Where it appears", wide: true },
        { id: "people", header: "People", align: "end" },
        { id: "hours", header: "Hours", align: "end", wide: true },
        { id: "owner", header: "Owner", wide: true },
        ...(adding ? [{ id: "anchor", header: "Anchor", screenOnly: true }] : []),
      ]}
      rows={activities.map((activity) => {
        const { id, name, roles, surface, people, hours, withheld: few, owner } = activity;
        return {
          id,
          cells: {
            name,
            roles: rolesCell(
              roles.map((role) => role.name),
              formats,
            ),
            where: surface,
            people: few ? withheld : { text: formats.number(people), sort: people },
            hours: few
              ? withheld
              : hours === null
                ? { text: "not known", sort: null }
                : { text: formats.figure(hours), sort: hours },
            owner: owner ?? { text: "nobody owns it", sort: null },
            anchor: { text: "", node: <AnchorChoice activity={activity} points={points} asked={id === asked} /> },
          },
        };
      })}
    />
  );
}

/** A few roles by name; the file and the filter hold all of them. */
function rolesCell(names: readonly string[], formats: Formats): Cell {
  if (names.length === 0) return { text: "none: about no skill a role needs", sort: null };
  const all = names.join(", ");
  const more = names.length - 2;
  const short = more > 1 ? `${names.slice(0, 2).join(", ")} and ${formats.number(more)} more` : all;
  return { text: all, saved: all, node: short };
}
