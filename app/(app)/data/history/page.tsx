import type { Metadata } from "next";
import { DataHeader } from "@/components/data/data-header";
import { ImportsTable } from "@/components/data/imports-table";
import { LinkButton } from "@/components/ui/link-button";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { pageAddress, pageStart } from "@/lib/intake/history-page";
import { readImports } from "@/lib/intake/read-imports";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "History of imports" };

export default async function HistoryPage({ searchParams }: PageProps<"/data/history">) {
  const viewer = await viewerFor("data.read");
  const before = pageStart((await searchParams).before);
  const [{ batches, next }, formats] = await Promise.all([readImports(viewer, { before }), viewerFormats()]);
  return (
    <>
      <DataHeader current="/data/history" />
      {batches.length === 0 ? (
        <Empty title="No file has been imported yet" actions={<LinkButton href="/data">Import files</LinkButton>}>
          Every file stands here with who sent it, what came of its rows, and a way to undo it.
        </Empty>
      ) : (
        <ImportsTable batches={batches} formats={formats} mayUndo={may(viewer.roles, "data.undo")} />
      )}
      <nav aria-label="Pages of the history" className="mt-4 flex gap-2">
        {before ? <LinkButton href="/data/history">Newest</LinkButton> : null}
        {next ? <LinkButton href={pageAddress(next)}>Earlier</LinkButton> : null}
      </nav>
    </>
  );
}
