import { DataTable } from "@/components/ui/data-table";
import { StatusText } from "@/components/ui/status-text";
import type { Cell } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { LinePerson } from "@/lib/team/line";
import type { ReadyCell, ReadyTask } from "@/lib/team/read-ready";
import type { Part } from "@/lib/team/readiness/task-readiness";

type ReadyPeopleProps = { task: ReadyTask; people: readonly LinePerson[]; formats: Formats };

const states = {
  alone: { text: "Alone", status: "pass", sort: 2 },
  "not-enough": { text: "Not enough evidence", status: "unknown", sort: 1 },
  "not-yet": { text: "Not yet", status: "waiting", sort: 0 },
} as const;
const parts: Record<Part, string> = { yes: "yes", no: "no", unknown: "not known" };
const kinds = ["none", "one kind", "two kinds"];

/** Everybody whose role has the task: state, the three parts, and what they rest on. */
export function ReadyPeople({ task, people, formats }: ReadyPeopleProps) {
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  const share = (part: number, whole: number): Cell =>
    whole === 0 ? null : { text: formats.percent(part / whole, { decimals: 0 }), sort: part / whole };
  const sum = ({ evidence }: ReadyCell, name: "jobs" | "known" | "errors" | "assistedKnown" | "assisted") =>
    evidence.months.reduce((total, month) => total + month[name], 0);
  return (
    <DataTable
      id={`ready-${task.taskId.slice(0, 8)}`}
      caption={`Who can do “${task.task}” alone`}
      hideCaption
      csv={`ready-alone-${task.task.toLowerCase().replace(/\W+/g, "-").slice(0, 40)}.csv`}
      columns={[
        { id: "person", header: "Person" },
        { id: "state", header: "State", whole: true },
        { id: "independent", header: "Independent" },
        { id: "accurate", header: "Accurate" },
        { id: "consistent", header: "Consistent" },
        { id: "errors", header: "Errors", align: "end", wide: true },
        { id: "assisted", header: "With help", align: "end", wide: true },
        { id: "quality", header: "Quality", align: "end", wide: true },
        { id: "jobs", header: "Jobs", align: "end", wide: true },
        { id: "ratings", header: "Ratings", align: "end", wide: true },
        { id: "last", header: "Last evidence", wide: true },
        { id: "kinds", header: "Rests on", wide: true },
      ]}
      rows={task.cells.map((cell) => {
        const { evidence } = cell;
        const last = [evidence.lastSeen, evidence.lastWork]
          .filter((day) => day !== null)
          .toSorted()
          .at(-1);
        const state = states[cell.state];
        return {
          id: cell.personId,
          cells: {
            person: { text: nameOf.get(cell.personId) ?? "", href: `/team/${cell.personId}` },
            state: {
              text: state.text,
              sort: state.sort,
              saved: state.text,
              node: <StatusText status={state.status}>{state.text}</StatusText>,
            },
            independent: parts[cell.parts.independent],
            accurate: parts[cell.parts.accurate],
            consistent: parts[cell.parts.consistent],
            errors: share(sum(cell, "errors"), sum(cell, "known")),
            assisted: share(sum(cell, "assisted"), sum(cell, "assistedKnown")),
            quality: share(evidence.quality.sum, evidence.quality.known),
            jobs: { text: formats.number(sum(cell, "jobs")), sort: sum(cell, "jobs") },
            ratings: { text: formats.number(evidence.ratings), sort: evidence.ratings },
            last: last ? { text: formats.shortDate(last), sort: last } : null,
            kinds: { text: kinds[cell.kinds] ?? "", sort: cell.kinds },
          },
        };
      })}
    />
  );
}
