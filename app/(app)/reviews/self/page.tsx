import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SelfView } from "@/components/observe/self-view";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { readSelfView } from "@/lib/observe/self/read-self-view";
import { viewerFor } from "@/lib/server/session";

export const metadata: Metadata = { title: "How I see myself" };

export default async function SelfPage() {
  const lines = await readSelfView(await viewerFor("review.hand-in"), null);
  if (!lines) notFound();
  return (
    <>
      <PageHeader
        title="How I see myself"
        lead="Beside what others saw, and never mixed with it: what you say here counts in no figure of your skills."
        above={
          <Link href="/reviews" className="link">
            Reviews
          </Link>
        }
      />
      {lines.length > 0 ? (
        <SelfView lines={lines} />
      ) : (
        <Empty title="Your role has no behaviours yet">The learning team adds them under Skills.</Empty>
      )}
    </>
  );
}
