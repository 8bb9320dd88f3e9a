import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { DigestPreview } from "@/components/digests/digest-preview";
import { PageHeader } from "@/components/ui/page-header";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import { isNothing } from "@/lib/digests/digest";
import { readPreview } from "@/lib/digests/read-preview";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "What the next digest says" };

type Props = { params: Promise<{ digestId: string }> };

export default async function NextDigestPage({ params }: Props) {
  const viewer = await viewerFor("digest.edit");
  const digestId = idOr404((await params).digestId);
  return (
    <>
      <PageHeader
        title="What the next digest says"
        lead="As of now, with what you may see. Nothing was sent by looking."
        above={
          <Link className="link" href="/me/digests">
            Digests
          </Link>
        }
      />
      <Suspense fallback={<PageSkeleton />}>
        <Preview viewer={viewer} digestId={digestId} />
      </Suspense>
    </>
  );
}

async function Preview({ viewer, digestId }: { viewer: Viewer; digestId: string }) {
  const [digest, formats] = await Promise.all([readPreview(viewer, digestId), viewerFormats()]);
  if (!digest) notFound();
  return (
    <>
      {isNothing(digest) ? (
        <div className="mb-8">
          <Empty title="Nothing new, so nothing would be sent">
            <p>What was told before is not told again; what waits for somebody is, until it is done.</p>
          </Empty>
        </div>
      ) : null}
      <DigestPreview digest={digest} />
      <p className="text-caption text-ink-3">
        {digest.asOf
          ? `Facts up to ${formats.date(digest.asOf)}, data version ${digest.dataVersion.slice(7, 19)}`
          : "No facts yet"}
      </p>
    </>
  );
}
