import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Formats } from "@/lib/format/formats";
import { percentileCaveat } from "@/lib/skills/scales/presets";
import type { ScaleRow } from "@/lib/skills/scales/read-scales";
import { mappingText, ScaleDrawing } from "./scale-drawing";
import { ScaleForm } from "./scale-form";

type ScaleListProps = { scales: readonly ScaleRow[]; formats: Formats };

/** Every scale with its mapping drawn and in words, and what became of it. */
export function ScaleList({ scales, formats }: ScaleListProps) {
  return (
    <ul className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      {scales.map(({ name, about, versions, now }) => (
        <li key={name} className="border-t border-rule pt-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 className="text-lead">{name}</h2>
            <span className="text-caption text-ink-3">
              {now.version === 0 ? "as it comes" : `version ${now.version}`}
            </span>
          </div>
          <div className="mt-2 flex flex-wrap gap-4">
            <ScaleDrawing name={name} points={now.points} />
            <div className="min-w-48 flex-1 space-y-2 text-table">
              <ul>
                {now.points.map(({ value, level }) => (
                  <li key={value} className="tabular-nums">
                    {formats.number(value)} is level {formats.number(level)}
                  </li>
                ))}
              </ul>
              <ScaleForm
                key={now.version}
                scale={{
                  name,
                  kind: now.kind,
                  lowest: now.lowest,
                  highest: now.highest,
                  points: [...now.points],
                  basedOn: now.version,
                }}
              />
            </div>
          </div>
          <p className="mt-2 max-w-prose text-table text-ink-2">
            {about ?? (now.kind === "percentile" ? percentileCaveat : "")}
          </p>
          {versions.length > 0 ? (
            <Disclosure summary={`Versions (${versions.length})`}>
              <DataTable
                id={`versions-of-${name.replace(/\W+/g, "-")}`}
                caption={`Versions of ${name}`}
                hideCaption
                columns={[
                  { id: "version", header: "Version", rowHeader: true },
                  { id: "made", header: "Made" },
                  { id: "mapping", header: "Mapping", wide: true },
                  { id: "used", header: "Observations", align: "end" },
                ]}
                rows={versions.map(({ version, madeAt, madeBy, points, used, countedAt }) => ({
                  id: String(version),
                  cells: {
                    version,
                    made: {
                      text: `${formats.date(madeAt)}${madeBy ? `, ${madeBy}` : ", when first imported"}`,
                      sort: madeAt.getTime(),
                    },
                    mapping: mappingText(name, points),
                    used:
                      used === null
                        ? { text: "being counted", sort: -1 }
                        : {
                            text: `${formats.number(used)}${countedAt ? `, ${formats.moment(countedAt)}` : ""}`,
                            sort: used,
                          },
                  },
                }))}
              />
            </Disclosure>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
