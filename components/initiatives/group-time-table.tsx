import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import { periodName } from "@/lib/initiatives/words";
import { type GroupTime, groupTimeLines, groupTimeTable } from "./group-time-rows";

/** The effect on each wave in each period. The file, named `csv`, holds one effect per line. */
export function GroupTimeTable({ csv, ...given }: GroupTime & { csv: string }) {
  const { picture, scale, period, formats } = given;
  const unit = scale.unit ? `, in ${scale.unit}` : "";
  const named = (name: string) => periodName(period, name, formats);
  const refused = picture.refused.map((pair) => `wave of ${named(pair.wave)} in ${named(pair.period)}`);
  return (
    <>
      <FactsTable
        caption={`Effect by wave and period${unit}, each with its interval. In brackets: before the wave was exposed, where it should be about zero.`}
        {...groupTimeTable(given)}
      />
      <DownloadCsv {...groupTimeLines(given)} fileName={csv} />
      {refused.length > 0 ? (
        <p className="mt-1 max-w-prose text-table text-ink-2">Not estimable: {refused.join("; ")}.</p>
      ) : null}
    </>
  );
}
