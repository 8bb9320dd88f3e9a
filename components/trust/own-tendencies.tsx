import Link from "next/link";
import { FactsTable } from "@/components/ui/facts-table";
import type { Formats } from "@/lib/format/formats";
import { detectorWords, figureText, sentenceOf } from "@/lib/trust/detector-words";
import type { OwnTendencies as Own } from "@/lib/trust/own-tendencies";
import { TrustStatusText } from "./trust-status";

/** How the viewer rates: for themselves alone, so that they can adjust. */
export function OwnTendencies({ found, formats }: { found: Own; formats: Formats }) {
  const told = found.figures;
  const standing = told.filter(({ status }) => status === "look");
  const open = found.calibrations.filter((one) => one.open && !one.rated);
  return (
    <div className="max-w-3xl space-y-4">
      <p className="max-w-prose text-lead">{answerOf(found, told.length, standing.length, formats)}</p>
      {told.length > 0 ? (
        <FactsTable
          caption="How you rate, beside others who rated the same people"
          hideCaption
          columns={[
            { id: "what", header: "What", rowHeader: true },
            { id: "says", header: "What it says" },
            { id: "figure", header: "Figure (95% interval)", align: "end", wide: true },
            { id: "status", header: "Status" },
          ]}
          rows={told.map((figure) => ({
            id: figure.detector,
            cells: {
              what: detectorWords[figure.detector].title,
              says:
                figure.status === "look"
                  ? `${sentenceOf(figure)} ${detectorWords[figure.detector].todo}`
                  : sentenceOf(figure),
              figure: figureText(figure, formats),
              status: { text: figure.status, node: <TrustStatusText status={figure.status} /> },
            },
          }))}
        />
      ) : null}
      {found.calibrations.length > 0 ? (
        <ul className="space-y-1">
          {found.calibrations.map(({ id, title, closesOn, rated, open: isOpen }) => (
            <li key={id}>
              <Link className="link" href={`/skills/calibrations/${id}`}>
                {title}
              </Link>{" "}
              <span className="text-ink-2">
                {rated ? "You have rated it" : "Not rated by you yet"}
                {isOpen ? `; open until ${formats.date(closesOn)}` : ""}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {open.length > 0 ? (
        <p className="text-ink-2">A calibration takes some three minutes and shows how you read the levels.</p>
      ) : null}
      <p className="max-w-prose text-caption text-ink-3">
        These are figures of your rating, not of the people you rated. Beside you, L&D sees them where enough people
        were rated, to mend anchors and lists of behaviours. They are no mark for you and feed no rating or pay.
      </p>
    </div>
  );
}

function answerOf({ people, ratings, least }: Own, told: number, standing: number, formats: Formats): string {
  const given = `${formats.number(ratings)} ratings of ${formats.number(people)} people in twelve months`;
  if (told === 0)
    return `${given}. It takes ${least.ratings} ratings of ${least.people} people whom others rated too before anything can be said.`;
  return standing === 0
    ? `${given}. You rate much as others do.`
    : `${given}. ${standing === 1 ? "One thing is" : `${standing} things are`} worth a look.`;
}
