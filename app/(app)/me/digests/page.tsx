import type { Metadata } from "next";
import { DigestForm } from "@/components/digests/digest-form";
import { DigestView } from "@/components/digests/digest-view";
import { MeTabs } from "@/components/me/me-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { readDigests } from "@/lib/digests/read-digests";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Digests" };

export default async function DigestsPage() {
  const viewer = await viewerFor("digest.edit");
  const [desk, formats] = await Promise.all([readDigests(viewer, new Date()), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Digests"
        lead="What is new comes to you: by e-mail, Slack or Teams, each figure with its grade and a link to where it stands."
        actions={desk.digests.length > 0 ? <DigestForm desk={desk} /> : null}
      />
      <MeTabs current="/me/digests" roles={viewer.roles} />
      {desk.cannot.email ? (
        <p className="mb-6 max-w-prose border-l-4 border-comparison bg-early px-4 py-2">
          {desk.cannot.email}. Whoever runs this app can mend that.
        </p>
      ) : null}
      {desk.digests.map((digest) => (
        <DigestView key={digest.id} digest={digest} desk={desk} formats={formats} />
      ))}
      {desk.digests.length === 0 ? (
        <Empty title="You have no digest yet" actions={<DigestForm desk={desk} />}>
          <p>Choose what to be told, how often and where. It says what you may see, and nothing about single people.</p>
        </Empty>
      ) : null}
    </>
  );
}
