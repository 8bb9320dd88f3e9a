import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import { detectorWords, figureText, shortWords, statusWords } from "@/lib/trust/detector-words";
import { detectorIds, leastRatings, type RaterRow } from "@/lib/trust/trust";
import { TrustStatusText } from "./trust-status";
import type { Shown } from "./trust-view";

/** How raters rate, all of them and, for those who may, by name. */
export function RatersSection({ found, formats }: { found: Shown; formats: Formats }) {
  const { detectors, raters, minimum } = found;
  return (
    <Section
      title="How do raters rate?"
      id="raters"
      lead="Something to look at is a question about lists, anchors and time before it is one about a person. Whoever stands out may also be the one who sees best."
    >
      <FactsTable
        caption="What is looked at"
        hideCaption
        columns={[
          { id: "what", header: "What", rowHeader: true },
          { id: "status", header: "Status" },
          { id: "standOut", header: "Stand out", align: "end" },
          { id: "about", header: "How it is told", wide: true },
          { id: "todo", header: "What to do", wide: true },
        ]}
        rows={detectors.map(({ detector, status, looked, standOut, tooFew }) => ({
          id: detector,
          cells: {
            what: detectorWords[detector].title,
            status: { text: statusWords[status], node: <TrustStatusText status={status} /> },
            standOut: {
              text:
                looked === 0
                  ? tooFew > 0
                    ? "nobody with enough"
                    : "nothing to tell by"
                  : `${formats.number(standOut)} of ${formats.number(looked)}`,
              sort: standOut,
            },
            about: detectorWords[detector].about,
            todo: detectorWords[detector].todo,
          },
        }))}
      />
      <p className="mt-3 mb-6 max-w-prose text-caption text-ink-3">
        A rater is looked at from {minimum} different people and {leastRatings} ratings on. To stand out a difference
        must be told from chance at 5% after adjusting for all raters looked at (Benjamini and Hochberg) and be large
        enough to change what a rating says.
      </p>
      {raters === null ? (
        <p className="max-w-prose text-ink-2">
          Raters are named to administrators and L&D leads only. Managers see their own figures on their team page.
        </p>
      ) : raters.length === 0 ? (
        <Empty title="No rater has rated enough yet">
          A rater is named from {minimum} different people and {leastRatings} ratings on.
        </Empty>
      ) : (
        <DataTable
          id="raters"
          caption="Raters, most to look at first"
          csv="raters.csv"
          filter
          columns={[
            { id: "name", header: "Rater", rowHeader: true },
            { id: "look", header: "Look at" },
            { id: "people", header: "People", align: "end", wide: true },
            { id: "ratings", header: "Ratings", align: "end", wide: true },
            ...detectorIds.map((detector) => ({
              id: detector,
              header: detectorWords[detector].title,
              align: "end" as const,
              ...(detector === "severity" ? { wide: true } : { fileOnly: true }),
            })),
          ]}
          rows={raters.map((rater) => raterRow(rater, formats))}
        />
      )}
    </Section>
  );
}

function raterRow({ id, name, people, ratings, figures }: RaterRow, formats: Formats): Row {
  const standing = figures.filter(({ status }) => status === "look");
  const told = figures.filter(({ status }) => status !== "cannot-tell");
  const look = standing.map((figure) => `${shortWords(figure)} ${figureText(figure, formats)}`);
  return {
    id,
    cells: {
      name,
      look: { text: look.join("; ") || (told.length === 0 ? "Cannot tell" : "Nothing"), sort: standing.length },
      people: { text: formats.number(people), sort: people },
      ratings: { text: formats.number(ratings), sort: ratings },
      ...Object.fromEntries(
        told.map((figure) => [figure.detector, { text: figureText(figure, formats), sort: figure.value }]),
      ),
    },
  };
}
