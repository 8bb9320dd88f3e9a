import { DataTable } from "@/components/ui/data-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { StateText } from "@/components/ui/state-text";
import type { Formats } from "@/lib/format/formats";
import type { Missed } from "@/lib/work/missed/read-missed";
import { recurrenceWords, verdictTitles } from "./missed-words";

const order = Object.keys(verdictTitles);

/** Concepts by what is to be done about them: how often missed, and whether the problem shows up again in production. */
export function MissedTable({
  concepts,
  minimum,
  formats,
}: Pick<Missed, "concepts" | "minimum"> & { formats: Formats }) {
  const withheld = { text: "withheld", sort: null, node: <StateText state="withheld" minimum={minimum} /> };
  return (
    <DataTable
      id="missed"
      caption="Missed concepts"
      hideCaption
      csv="missed-concepts.csv"
      filter
      columns={[
        { id: "name", header: "Concept", rowHeader: true },
        { id: "share", header: "Missed at first", align: "end" },
        { id: "people", header: "People", align: "end", wide: true },
        { id: "score", header: "Mean score", align: "end", wide: true },
        { id: "passed", header: "Missed it, passed later", align: "end", wide: true },
        { id: "verdict", header: "Verdict" },
        { id: "work", header: "In production", wide: true },
        { id: "tasks", header: "Tasks that call for it", fileOnly: true },
        { id: "content", header: "Content", fileOnly: true },
      ]}
      rows={concepts.map((concept) => {
        const { id, name, skill, share, people, meanScore, passed, consistent, verdict, recurrence } = concept;
        const title = `${verdictTitles[verdict]}${consistent ? ". Missed in both halves of the year" : ""}`;
        const said = recurrenceWords(concept, minimum, formats);
        const hide = concept.withheld;
        return {
          id,
          cells: {
            name: { text: skill.name === name ? name : `${name} (${skill.name})`, href: `/skills?node=${id}` },
            share: hide ? withheld : share === null ? null : { text: formats.percent(share), sort: share },
            people: hide ? withheld : { text: formats.number(people), sort: people },
            score: hide
              ? withheld
              : meanScore === null
                ? { text: "not known", sort: null }
                : { text: formats.percent(meanScore), sort: meanScore },
            passed: hide || passed === null ? withheld : { text: formats.number(passed), sort: passed },
            verdict: hide
              ? withheld
              : {
                  text: title,
                  sort: order.indexOf(verdict),
                  saved: title,
                  node: (
                    <>
                      {title}
                      <span className="mt-1 block text-caption text-ink-2 sm:hidden">{said}</span>
                    </>
                  ),
                },
            work: hide
              ? withheld
              : {
                  text: said,
                  saved: recurrence.kind === "told" ? `${said}. Grade D` : said,
                  node: (
                    <>
                      {said} {recurrence.kind === "told" ? <GradeMark grade="D" short /> : null}
                    </>
                  ),
                },
            tasks: concept.tasks.map((task) => task.name).join("; ") || null,
            content: concept.activities.map(({ title: called, code }) => called ?? code).join("; ") || null,
          },
        };
      })}
    />
  );
}
