import { Disclosure } from "@/components/ui/disclosure";
import { FactsTable } from "@/components/ui/facts-table";
import { kindWords } from "@/lib/intake/kind-words";

type Column = { name: string; required: boolean; wants: string; example: string };
type FileFormatsProps = { formats: { kind: keyof typeof kindWords; columns: Column[] }[] };

/** Each kind of file: what a row is, a template to begin with, and its columns. */
export function FileFormats({ formats }: FileFormatsProps) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {formats.map(({ kind, columns }) => {
        const { label, file, oneRow } = kindWords[kind];
        return (
          <li key={kind} className="py-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h3 className="text-lead">{label}</h3>
              <a href={`/api/imports/templates/${kind}`} className="link target inline-flex items-center" download>
                Download {file}
              </a>
            </div>
            {columns.length > 0 ? (
              <Disclosure summary={`One row is ${oneRow}. ${columns.length} columns`}>
                <FactsTable
                  caption={`Columns of ${file}`}
                  hideCaption
                  columns={columnsOfTable}
                  rows={columns.map(toRow)}
                />
              </Disclosure>
            ) : (
              <p className="text-ink-2">The file is {oneRow}: its title, design, KPIs and windows.</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const columnsOfTable = [
  { id: "name", header: "Column" },
  { id: "required", header: "Required" },
  { id: "wants", header: "Holds" },
  { id: "example", header: "Example", wide: true },
];

function toRow({ name, required, wants, example }: Column) {
  return {
    id: name,
    cells: {
      name: { text: name, node: <code>{name}</code> },
      required: required ? "yes" : "no",
      wants,
      example: example || null,
    },
  };
}
