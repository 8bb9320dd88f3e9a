import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Questions } from "@/lib/team/coaching/read-questions";

/** What the team keeps asking about. Who asked is not named: the question is unclear, not the person. */
export function QuestionsTable({ questions, formats }: { questions: Questions; formats: Formats }) {
  return (
    <DataTable
      id="questions"
      caption={`Questions asked at least twice in ${formats.number(questions.days)} days`}
      hideCaption
      csv="repeated-questions.csv"
      columns={[
        { id: "what", header: "About" },
        { id: "asked", header: "Asked", align: "end" },
        { id: "people", header: "By people", align: "end" },
        { id: "minutes", header: "Helpers' minutes", align: "end", wide: true },
        { id: "hours", header: "Hours to an answer, median", align: "end", wide: true },
        { id: "last", header: "Last", wide: true },
      ]}
      rows={questions.topics.map(({ what, asked, people, minutes, hours, last }) => ({
        id: what,
        cells: {
          what,
          asked: { text: formats.number(asked), sort: asked },
          people: { text: formats.number(people), sort: people },
          minutes: minutes === null ? null : { text: formats.number(minutes, { decimals: 0 }), sort: minutes },
          hours: hours === null ? null : { text: formats.number(hours, { decimals: 1 }), sort: hours },
          last: { text: formats.shortDate(last), sort: last },
        },
      }))}
      empty={
        <Empty title="No question was asked twice">
          Help requests come in by help_requests.csv, or are not recorded here at all.
        </Empty>
      }
    />
  );
}
