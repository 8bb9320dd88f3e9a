import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { UploadView } from "@/components/data/upload-view";
import { PageHeader } from "@/components/ui/page-header";
import { readInitiativeChoices } from "@/lib/intake/read-initiative-choices";
import { readUpload } from "@/lib/intake/read-upload";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Import" };

export default async function UploadPage({ params }: PageProps<"/data/imports/[uploadId]">) {
  const uploadId = idOr404((await params).uploadId);
  const viewer = await viewerFor("data.import");
  const [upload, initiatives, formats] = await Promise.all([
    readUpload(viewer, uploadId),
    readInitiativeChoices(viewer, null),
    viewerFormats(),
  ]);
  if (!upload) notFound();
  const files = upload.files.length === 1 ? "One file" : `${upload.files.length} files`;
  return (
    <>
      <PageHeader
        title="Import"
        lead={`${files}, sent ${formats.moment(upload.createdAt)}`}
        above={
          <Link href="/data" className="link">
            Data
          </Link>
        }
      />
      <UploadView upload={upload} initiatives={initiatives} />
    </>
  );
}
