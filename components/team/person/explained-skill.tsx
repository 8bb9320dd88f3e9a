import { DataTable } from "@/components/ui/data-table";
import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { type Explanation, explainInWords } from "@/lib/evidence/explanation";
import type { Formats } from "@/lib/format/formats";

const sources = { manager: "Manager", peer: "Colleague", system: "System", self: "Own view" } as const;

/** How a skill comes to its state: the arithmetic in words, then every rating and learning event with what it weighs today. */
export function ExplainedSkill({ explanation, formats }: { explanation: Explanation; formats: Formats }) {
  const { ratings, acts, skill } = explanation;
  return (
    <>
      <Section title="In words">
        <ul className="max-w-prose list-disc space-y-1 pl-5">
          {explainInWords(explanation, formats).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section title="Ratings" lead="Each with what it weighs today, in fresh ratings; the parts add up to the level.">
        <DataTable
          id="ratings"
          caption={`Ratings of ${skill}, newest first`}
          hideCaption
          csv="ratings.csv"
          columns={[
            { id: "day", header: "Seen on" },
            { id: "source", header: "By" },
            { id: "level", header: "Level", align: "end" },
            { id: "behaviour", header: "Behaviour", wide: true },
            { id: "weight", header: "Weight today", align: "end" },
            { id: "share", header: "Part in the level", align: "end", wide: true },
          ]}
          rows={ratings.map(({ id, day, source, level, behaviour, weight, share, struckOn, isAsked, rule }) => ({
            id,
            cells: {
              day: { text: formats.shortDate(day), sort: day },
              source: rule ? `${sources[source]} (${rule.name})` : sources[source],
              level: { text: formats.number(level, { decimals: Number.isInteger(level) ? 0 : 1 }), sort: level },
              behaviour,
              weight:
                struckOn || !isAsked
                  ? { text: struckOn ? "struck" : "not asked of this role", sort: 0 }
                  : { text: formats.number(weight, { decimals: 2 }), sort: weight },
              share: { text: formats.percent(share, { decimals: 0 }), sort: share },
            },
          }))}
          empty={<Empty title="Nobody rated it" />}
        />
      </Section>
      {acts.length > 0 ? (
        <Section title="Learning" lead="Says what was known or practised that day; never that it is done at work.">
          <FactsTable
            caption={`Learning of ${skill}`}
            hideCaption
            columns={[
              { id: "day", header: "When" },
              { id: "activity", header: "Activity" },
              { id: "verb", header: "What" },
              { id: "kind", header: "Shows", wide: true },
            ]}
            rows={acts.map(({ day, activity, verb, kind }, index) => ({
              id: `${day} ${index}`,
              cells: {
                day: formats.shortDate(day),
                activity,
                verb,
                kind: kind === "recalled" ? "knowledge" : kind === "simulated" ? "practice" : "nothing",
              },
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}
