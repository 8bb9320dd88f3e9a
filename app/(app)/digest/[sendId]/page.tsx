import { notFound, redirect } from "next/navigation";
import { openDigest } from "@/lib/digests/open-digest";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";

type Props = { params: Promise<{ sendId: string }>; searchParams: Promise<{ to?: string | string[] }> };

/** Where the links of a digest lead: it is noted that whoever it is for came, and they go on to the page. */
export default async function DigestLink({ params, searchParams }: Props) {
  const viewer = await viewerFor("digest.edit");
  const { to } = await searchParams;
  const sendId = idOr404((await params).sendId);
  const page = await openDigest(viewer, { sendId, to: typeof to === "string" ? to : undefined });
  if (page === null) notFound();
  redirect(page);
}
