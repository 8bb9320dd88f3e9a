import type { Formats } from "@/lib/format/formats";
import type { Annotation } from "@/lib/marks/annotations/annotation";
import type { Marks } from "@/lib/marks/read-marks";
import { RemarkDialog } from "./remark-dialog";

const shownAtOnce = 4;

/** What people wrote beside the figures of this view, newest day first. */
export function RemarkList({
  annotations,
  older,
  formats,
}: Pick<Marks, "annotations" | "older"> & { formats: Formats }) {
  const draw = (list: readonly Annotation[]) => (
    <ul>
      {list.map((one) => (
        <Remark key={`${one.id} ${one.revision}`} one={one} formats={formats} />
      ))}
    </ul>
  );
  const rest = annotations.slice(shownAtOnce);
  if (annotations.length === 0) return <p className="text-ink-2">There are no remarks on this view yet.</p>;
  return (
    <>
      {draw(annotations.slice(0, shownAtOnce))}
      {rest.length > 0 ? (
        <details className="printed-open">
          <summary className="screen-only target link cursor-pointer py-2 text-table">{rest.length} older</summary>
          {draw(rest)}
        </details>
      ) : null}
      {older ? (
        <p className="mt-2 text-caption text-ink-3">
          These are the newest {annotations.length}. Those of one unit reach further back: choose it above.
        </p>
      ) : null}
    </>
  );
}

function Remark({ one, formats }: { one: Annotation; formats: Formats }) {
  return (
    <li className="max-w-prose border-b border-rule py-2">
      <p className="text-caption text-ink-3">
        {formats.date(one.on)},{" "}
        {one.metric === null ? "the whole scorecard" : (one.metricName ?? "a figure that is gone")},{" "}
        {one.unit ?? "everybody"}
        {one.by ? `, ${one.by}` : ""}
      </p>
      <p className="[overflow-wrap:anywhere]">{one.text}</p>
      {one.mine ? <RemarkDialog remark={one} /> : null}
    </li>
  );
}
