import type { Metadata } from "next";
import { DataHeader } from "@/components/data/data-header";
import { FileFormats } from "@/components/data/file-formats";
import { Section } from "@/components/ui/section";
import { fileDefinitions } from "@/lib/intake/files/all-files";
import { kindsInOrder } from "@/lib/intake/kind-words";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "File formats" };

export default async function FilesPage() {
  await viewerFor("data.read");
  const formats = kindsInOrder.map((kind) => ({
    kind,
    columns: Object.values(fileDefinitions)
      .filter((definition) => definition.kind === kind)
      .flatMap(({ columns }) =>
        columns.map(({ name, required, wants, example }) => ({ name, required, wants, example })),
      ),
  }));
  return (
    <>
      <DataHeader current="/data/files" />
      <Section
        title="File formats"
        lead="CSV with a header row, separated by commas; UTF-8, UTF-16 and Windows-1252 are read. Dates are written 2025-03-31, times 2025-03-31T14:30:00Z, decimals with a point. Columns may stand in any order. A study.json and the cohort.csv beside it in one folder belong to one initiative."
      >
        <FileFormats formats={formats} />
      </Section>
    </>
  );
}
