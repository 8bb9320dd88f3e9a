import type { Metadata } from "next";
import Link from "next/link";
import { MeTabs } from "@/components/me/me-tabs";
import { LinkTable } from "@/components/sharing/link-table";
import { PageHeader } from "@/components/ui/page-header";
import { Empty } from "@/components/ui/states";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readLinks } from "@/lib/sharing/read-links";

export const metadata: Metadata = { title: "Shared links" };

export default async function LinksPage() {
  const viewer = await viewerFor("report.share");
  const [shared, formats] = await Promise.all([readLinks(viewer, new Date()), viewerFormats()]);
  return (
    <>
      <PageHeader
        title="Shared links"
        lead={
          shared.everybodys
            ? "Reports anybody gave to somebody without an account, how often they were opened, and a way to take them back."
            : "Reports you gave to somebody without an account, how often they were opened, and a way to take them back."
        }
      />
      <MeTabs current="/me/links" roles={viewer.roles} />
      {shared.links.length > 0 ? (
        <LinkTable {...shared} formats={formats} />
      ) : (
        <Empty title="Nothing was shared yet">
          <p>
            The{" "}
            <Link className="link" href="/scorecard">
              scorecard
            </Link>
            , an{" "}
            <Link className="link" href="/initiatives">
              initiative
            </Link>{" "}
            and the page about{" "}
            <Link className="link" href="/roi">
              money
            </Link>{" "}
            offer “Share by link”. What is shared is frozen, holds no names of people and runs out after 90 days at
            most.
          </p>
        </Empty>
      )}
    </>
  );
}
