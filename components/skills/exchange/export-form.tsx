import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type ExportFormProps = { versions: readonly { number: number; label: string }[] };

const formats = [
  { value: "csv", label: "CSV (skills.csv)" },
  { value: "case", label: "CASE JSON (1EdTech)" },
];

/** Saves the taxonomy in force, or as a version had it. A plain form: it works before scripts do. */
export function ExportForm({ versions }: ExportFormProps) {
  const [now, ...earlier] = versions;
  const options = [
    { value: "", label: now ? `In force (version ${now.number})` : "In force" },
    ...earlier.map(({ number, label }) => ({ value: String(number), label })),
  ];
  return (
    <form action="/api/skills/exchange/export" className="screen-only flex flex-wrap items-end gap-4">
      <Field label="Format" className="w-full sm:w-80">
        <Select name="format" options={formats} />
      </Field>
      <Field label="State" className="w-full sm:w-72">
        <Select name="version" options={options} />
      </Field>
      <Button type="submit">Save the file</Button>
    </form>
  );
}
