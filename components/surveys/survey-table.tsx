import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/states";
import { StatusText } from "@/components/ui/status-text";
import type { Formats } from "@/lib/format/formats";
import type { SurveyList, SurveyRow } from "@/lib/surveys/results/read-surveys";
import { instrumentWords, stateWords } from "@/lib/surveys/survey";
import { answeredWords, rateOf } from "./answered-words";

const order = ["open", "planned", "closed"];
const statuses = { open: "running", planned: "waiting", closed: "pass" } as const;

/** Every survey with its state and how many have answered. */
export function SurveyTable({ surveys, minimum, formats }: Omit<SurveyList, "total"> & { formats: Formats }) {
  return (
    <DataTable
      id="surveys"
      caption="Surveys, debriefs and focus groups"
      hideCaption
      csv="surveys.csv"
      empty={<Empty title="None of these" />}
      columns={[
        { id: "title", header: "Survey", rowHeader: true },
        { id: "instrument", header: "Kind", wide: true },
        { id: "initiative", header: "Asks about", wide: true },
        { id: "unit", header: "Who is asked", wide: true },
        { id: "state", header: "State" },
        { id: "answered", header: "Answered", align: "end" },
        { id: "rate", header: "Of those asked", align: "end", wide: true },
        { id: "opens", header: "Opened", wide: true },
        { id: "ends", header: "Last day", wide: true },
      ]}
      rows={surveys.map((one) => ({
        id: one.id,
        cells: {
          title: { text: one.title, href: `/surveys/${one.id}` },
          instrument: instrumentWords[one.instrument],
          initiative: one.initiative,
          unit: one.unit ?? "Everybody",
          state: {
            text: stateWords[one.state],
            sort: order.indexOf(one.state),
            saved: stateWords[one.state],
            node: <StatusText status={statuses[one.state]}>{stateWords[one.state]}</StatusText>,
          },
          answered: {
            text: answeredWords(one, minimum, formats),
            sort: one.people,
            saved: answeredWords(one, minimum, formats),
          },
          rate: rateCell(one, formats),
          opens: { text: formats.shortDate(one.opensOn), sort: one.opensOn },
          ends: endCell(one, formats),
        },
      }))}
    />
  );
}

function rateCell(one: SurveyRow, formats: Formats) {
  const rate = rateOf(one);
  if (rate !== null) return { text: `${formats.percent(rate, { decimals: 0 })} of ${one.invited}`, sort: rate };
  return one.isShared ? { text: "shared link", sort: null } : null;
}

function endCell({ closedOn, closesOn }: SurveyRow, formats: Formats) {
  const day = closedOn ?? closesOn;
  return day === null ? null : { text: formats.shortDate(day), sort: day };
}
