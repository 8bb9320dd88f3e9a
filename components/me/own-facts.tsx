import { FactsTable } from "@/components/ui/facts-table";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { OwnRecord } from "@/lib/governance/own-record";
import { armWords, assignedWords, sourceWords } from "./own-words";

type OwnFactsProps = { record: OwnRecord; formats: Formats };
type Part = { title: string; use: string; count: number; columns: Column[]; rows: Row[] };

/** Learning, observations, results and studies of one person, each with what it is used for. */
export function OwnFacts({ record, formats }: OwnFactsProps) {
  return (
    <>
      {partsOf(record, formats).map(({ title, use, count, columns, rows }) => (
        <Section key={title} title={title} lead={use}>
          {count === 0 ? (
            <Empty title="Nothing of this kind is stored about you" />
          ) : (
            <FactsTable
              columns={columns}
              rows={rows}
              caption={`${title}: ${count > rows.length ? `the latest ${rows.length} of ${formats.number(count)}` : `all ${rows.length}`}`}
            />
          )}
        </Section>
      ))}
      <Section
        title="Counted, not listed"
        lead="Stored row by row and used as sums over groups. Your work also tells your manager what you are ready to do alone, and may become ratings by the system, each of which you find under Skills and evidence."
      >
        <p>
          {formats.number(record.work.count)} finished pieces of work
          {record.work.latest ? `, the latest on ${formats.date(record.work.latest)}` : ""};{" "}
          {formats.number(record.surveyAnswers)} answers to surveys that carry your name.
        </p>
      </Section>
    </>
  );
}

function partsOf({ learning, observations, kpis, certifications, arms }: OwnRecord, formats: Formats): Part[] {
  return [
    {
      title: "Learning",
      use: "Which activities you used, when and how. Used as sums over groups, to see whether learning reaches people. What you passed or practised also enters your skills, which you and your manager see.",
      count: learning.count,
      columns: headers("When", "Activity", "What", "Result"),
      rows: learning.latest.map(({ at, activity, verb, success }, index) =>
        row(index, formats.moment(at), activity, verb, success === null ? null : success ? "passed" : "not passed"),
      ),
    },
    {
      title: "Observations of your work",
      use: "What somebody saw you do, on levels 1 to 5. For your development alone: never for ratings or pay. Visible to you, your manager and whoever they report to, and as group means of at least the minimum size.",
      count: observations.count,
      columns: headers("When", "Behaviour", "Level", "Seen by"),
      rows: observations.latest.map(({ at, behaviour, level, source }, index) =>
        row(index, formats.shortDate(at), behaviour, formats.number(level), sourceWords[source] ?? source),
      ),
    },
    {
      title: "Results of your work",
      use: "KPI values the business systems hold for you. Used as sums over groups, to see whether learning changed results. Where a rule says what a result shows of a behaviour, it becomes a rating by the system, which you find under Skills and evidence.",
      count: kpis.length,
      columns: headers("KPI", "Latest value", "Period to", "Values stored"),
      rows: kpis.map(({ name, unit, count, endsOn, value }, index) =>
        row(
          index,
          name,
          value === null ? null : formats.measure(value, /^share\b/.test(unit ?? "") ? "share" : (unit ?? "")),
          formats.shortDate(endsOn),
          formats.number(count),
        ),
      ),
    },
    {
      title: "Certifications",
      use: "The first time you were certified in a skill. Compared with what is seen at work, as sums over groups. It also stands on your skills, which you and your manager see.",
      count: certifications.length,
      columns: headers("Skill", "Certified on"),
      rows: certifications.map(({ skill, certifiedOn }, index) => row(index, skill, formats.date(certifiedOn))),
    },
    {
      title: "Initiatives you are part of",
      use: "Which group you were assigned to, so that groups can be compared. Results are shown for groups only.",
      count: arms.length,
      columns: headers("Initiative", "Group", "Assigned", "First offered"),
      rows: arms.map(({ initiative, arm, assigned, exposedOn }, index) =>
        row(
          index,
          initiative,
          armWords(arm),
          assigned ? (assignedWords[assigned] ?? assigned) : null,
          exposedOn ? formats.date(exposedOn) : "not yet",
        ),
      ),
    },
  ];
}

function headers(...names: string[]): Column[] {
  return names.map((header, index) => ({ id: String(index), header }));
}

function row(index: number, ...cells: (string | null)[]): Row {
  return { id: String(index), cells: Object.fromEntries(cells.map((cell, place) => [String(place), cell])) };
}
