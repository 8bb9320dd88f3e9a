import type { Metadata } from "next";
import Link from "next/link";
import { BookTable } from "@/components/roi/case/book-table";
import { RoiTabs } from "@/components/roi/case/roi-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { type BookedAssumption, readAssumptionBook } from "@/lib/roi/case/read-assumption-book";
import type { SignatureState } from "@/lib/roi/results/initiative-money";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Assumptions" };

const is = (state: SignatureState) => (one: BookedAssumption) => one.signature.state === state;

const views: { state: string; label: string; holds(one: BookedAssumption): boolean }[] = [
  { state: "", label: "All", holds: () => true },
  { state: "unsigned", label: "Unsigned", holds: is("unsigned") },
  { state: "changed", label: "Changed since", holds: is("changed") },
  { state: "declined", label: "Declined", holds: is("declined") },
  { state: "signed", label: "Signed", holds: is("signed") },
];

export default async function AssumptionsPage({ searchParams }: PageProps<"/roi/assumptions">) {
  const viewer = await viewerFor("roi.read");
  const [{ state }, book, formats] = await Promise.all([
    searchParams,
    readAssumptionBook(viewer, null),
    viewerFormats(),
  ]);
  const view = views.find((one) => one.state === state) ?? views[0];
  const { assumptions, shared, may } = book;
  const desk = { may };
  return (
    <>
      <PageHeader
        title="Assumptions"
        lead="Everything the figures of money take for granted: who answers for it, where it comes from, and whether finance has signed it as it stands. One that no counted figure uses needs no signature."
      />
      <RoiTabs current="/roi/assumptions" />
      <Section
        title="Of the whole organisation"
        id="shared"
        lead="Stated once. An initiative that states its own is computed with that."
      >
        <BookTable id="organisation-assumptions" caption="Of the whole organisation" rows={shared} book={desk} />
      </Section>
      <Section title="Of initiatives" id="initiatives">
        {assumptions.length === 0 ? (
          <Empty title="No initiative has an assumption yet">
            They come with the benefits of an initiative: open one of the{" "}
            <Link className="link" href="/initiatives">
              initiatives
            </Link>{" "}
            and add a benefit under Money.
          </Empty>
        ) : (
          <>
            <Tabs
              label="State"
              tabs={views.map(({ state: of, label, holds }) => ({
                href: of ? `?state=${of}` : "/roi/assumptions",
                label,
                current: of === view?.state,
                count: formats.number(assumptions.filter(holds).length),
              }))}
            />
            <div className="mt-4">
              <BookTable
                key={view?.state}
                id="assumptions"
                caption="Of initiatives"
                rows={assumptions.filter((one) => view?.holds(one))}
                book={desk}
              />
            </div>
          </>
        )}
      </Section>
    </>
  );
}
