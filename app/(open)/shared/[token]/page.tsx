import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportView } from "@/components/reports/report-view";
import { Mark } from "@/components/shell/mark";
import { FormatsProvider } from "@/components/ui/formats-provider";
import { formatsFor } from "@/lib/format/formats";
import { openShared } from "@/lib/sharing/open-shared";

export const metadata: Metadata = {
  title: "Shared report",
  robots: { index: false, follow: false },
  // The address is the permission: it is not handed to other sites.
  referrer: "no-referrer",
};

type Props = { params: Promise<{ token: string }> };

/** A report for somebody without an account, as it was when it was shared. */
export default async function SharedPage({ params }: Props) {
  const { token } = await params;
  const shared = await openShared(token);
  if (!shared) notFound();
  const { document, expiresAt } = shared;
  const formats = formatsFor(document);
  return (
    <FormatsProvider locale={document.locale} currency={document.currency}>
      <main className="mx-auto max-w-[64rem] px-4 py-8 wrap-break-word sm:px-6">
        <p className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
          <span className="flex items-center gap-2 font-serif text-lead font-semibold text-ink">
            <Mark />
            Throughline
          </span>
          <span>Shared by {document.organisation}, to read only</span>
        </p>
        <p className="mb-8 max-w-prose border-l-4 border-rule-2 bg-paper-2 px-4 py-2 text-table">
          This page can be opened until {formats.moment(expiresAt)}. It stands as it was on{" "}
          {formats.moment(document.madeAt)}; names of people are left out.
        </p>
        <ReportView document={document} formats={formats} />
      </main>
    </FormatsProvider>
  );
}
