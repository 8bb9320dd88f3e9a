import { DataTable } from "@/components/ui/data-table";
import { StatusText } from "@/components/ui/status-text";
import type { MaturityRole } from "@/lib/maturity/maturity";

const words = {
  aligned: { text: "Aligned", status: "pass" },
  partly: { text: "Partly", status: "warn" },
  "not aligned": { text: "Not aligned", status: "fail" },
} as const;
const order = ["not aligned", "partly", "aligned"];

/** Role by role, whether learning and work systems follow the map, and what is missing. */
export function AlignmentTable({ roles }: { roles: readonly MaturityRole[] }) {
  return (
    <DataTable
      id="alignment"
      caption="Systems against the map, by role"
      hideCaption
      csv="alignment"
      columns={[
        { id: "role", header: "Role", rowHeader: true },
        { id: "word", header: "Systems against the map" },
        { id: "why", header: "Why", wide: true },
      ]}
      rows={roles.map(({ id, name, alignment: { word, why } }) => ({
        id,
        cells: {
          role: name,
          word: {
            text: words[word].text,
            sort: order.indexOf(word),
            node: <StatusText status={words[word].status}>{words[word].text}</StatusText>,
          },
          why,
        },
      }))}
    />
  );
}
