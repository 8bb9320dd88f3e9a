import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";

/** What stands here while nothing has been imported. */
export function HowTo() {
  return (
    <Empty
      title="Nothing has been imported yet. A first scorecard takes three files"
      actions={<LinkButton href="/data/files">Formats and templates</LinkButton>}
    >
      <ol className="list-decimal space-y-1 pl-5">
        <li>people.csv: who works where, from your HR system.</li>
        <li>kpis.csv and kpi.csv: what you measure at work, per person or team, month by month.</li>
        <li>learning_events.csv: who used which activity, from your learning system.</li>
      </ol>
      <p className="mt-2">
        Drop them below in one go, in any order. Rows that do not fit are named with line, column and reason; the others
        are taken in. The same file again changes nothing, and every import can be undone.
      </p>
    </Empty>
  );
}
