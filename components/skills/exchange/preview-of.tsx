import { countsText, DifferenceList } from "@/components/skills/drafts/difference-list";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import type { Preview } from "@/lib/skills/exchange/preview";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import { FileFaults } from "./file-faults";

type PreviewOfProps = { preview: Preview; intoDraft: boolean };

/** What would change, what became what, and what could not be read. */
export function PreviewOf({ preview, intoDraft }: PreviewOfProps) {
  const { difference, unchanged, mapping, formerly, faults, notices, obstacles } = preview;
  const against = intoDraft ? "the draft" : "what is in force";
  return (
    <div className="space-y-5">
      <div>
        <h2 className="text-section">What would change</h2>
        <p className="mt-1 text-ink-2">
          Against {against}: {countsText(difference.counts).toLowerCase()}; {unchanged} there already as{" "}
          {unchanged === 1 ? "it is" : "they are"}. Nothing is taken out.
        </p>
        {notices.map((notice) => (
          <p key={notice} className="mt-1 max-w-prose text-table text-ink-2">
            {notice}.
          </p>
        ))}
      </div>
      {obstacles.length > 0 ? (
        <div role="alert" className="border-l-4 border-worse bg-paper-2 px-4 py-2">
          <p className="font-semibold">It cannot be taken like this</p>
          <ul className="list-disc pl-5 text-table">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {formerly.length > 0 ? (
        <Disclosure summary={`Known by earlier names (${formerly.length})`} className="border-b border-rule" open>
          <ul className="max-w-prose list-disc pl-5 text-table">
            {formerly.map(({ id, kind, was, is, merged }) => (
              <li key={id}>
                {kindWords[kind]} “{was}” {merged ? "became part of" : "was renamed to"} “{is}”. It is not added a
                second time.
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <DifferenceList difference={difference} />
      <FileFaults faults={faults} />
      <Disclosure summary={`What became what (${mapping.length})`} className="border-b border-rule">
        <DataTable
          id="what-became-what"
          caption="What became what"
          hideCaption
          csv="what-became-what"
          filter
          columns={[
            { id: "name", header: "In the file", rowHeader: true },
            { id: "kind", header: "Kind" },
            { id: "code", header: "Code", wide: true },
            { id: "became", header: "Became" },
            { id: "why", header: "Remark", wide: true },
          ]}
          rows={mapping.map(({ kind, name, code, became, why }, at) => ({
            id: String(at),
            cells: { name, kind, code, became: became ? kindWords[became] : "Left out", why },
          }))}
        />
      </Disclosure>
    </div>
  );
}
