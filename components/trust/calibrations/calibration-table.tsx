import { DataTable } from "@/components/ui/data-table";
import type { Formats } from "@/lib/format/formats";
import type { CalibrationHead } from "@/lib/trust/calibrations/calibration";

const states = { coming: "Not open yet", open: "Open", closed: "Closed" } as const;

export function CalibrationTable({
  found,
  mayRate,
  formats,
}: {
  found: readonly CalibrationHead[];
  mayRate: boolean;
  formats: Formats;
}) {
  return (
    <DataTable
      id="calibrations"
      caption="Calibrations, open ones first"
      hideCaption
      filter
      columns={[
        { id: "title", header: "Calibration", rowHeader: true },
        { id: "state", header: "State" },
        { id: "closes", header: "Closes", wide: true },
        { id: "raters", header: "Rated by", align: "end" },
        ...(mayRate ? [{ id: "own", header: "You" }] : []),
      ]}
      rows={found.map(({ id, title, state, closesOn, raters, rated }) => ({
        id,
        cells: {
          title: { text: title, href: `/skills/calibrations/${id}` },
          state: states[state],
          closes: { text: formats.date(closesOn), sort: closesOn },
          raters: { text: formats.number(raters), sort: raters },
          own: rated ? "Rated" : state === "open" ? "Not yet" : null,
        },
      }))}
    />
  );
}
