import type { Metadata } from "next";
import { DataHeader } from "@/components/data/data-header";
import { HowTo } from "@/components/data/how-to";
import { ImportForm } from "@/components/data/import-form";
import { OpenUploads } from "@/components/data/open-uploads";
import { SourcesTable } from "@/components/data/sources-table";
import { Section } from "@/components/ui/section";
import { readSources } from "@/lib/intake/read-sources";
import { readOpenUploads } from "@/lib/intake/read-uploads";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Data" };

export default async function DataPage() {
  const viewer = await viewerFor("data.read");
  const [sources, uploads, formats] = await Promise.all([
    readSources(viewer, null),
    readOpenUploads(viewer, null),
    viewerFormats(),
  ]);
  const now = new Date();
  return (
    <>
      <DataHeader current="/data" />
      {sources.length === 0 ? (
        <div className="mb-8">
          <HowTo />
        </div>
      ) : null}
      {uploads.length > 0 ? (
        <Section title="Under way">
          <OpenUploads uploads={uploads} formats={formats} now={now} />
        </Section>
      ) : null}
      <Section title="Import">
        <ImportForm />
      </Section>
      {sources.length > 0 ? (
        <Section
          title="Sources"
          lead="Rows are those taken in; a file that was undone does not count. No file says which system it came from: what is usual stands below each, and the name of the file that came last."
        >
          <SourcesTable sources={sources} formats={formats} now={now} />
        </Section>
      ) : null}
    </>
  );
}
