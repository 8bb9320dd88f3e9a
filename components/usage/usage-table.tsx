import { Sparkline } from "@/components/charts/sparkline";
import { DataTable } from "@/components/ui/data-table";
import { StatusText } from "@/components/ui/status-text";
import type { Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { Usage, UsedPage } from "@/lib/usage/usage";
import { countText } from "./usage-words";

/** Every page one could open, by who did. */
export function UsageTable({ usage, formats }: { usage: Usage; formats: Formats }) {
  const since = usage.weeks[0];
  return (
    <DataTable
      id="pages"
      caption={`Pages, by how many people opened them${since ? `; weeks since ${formats.shortDate(since)}` : ""}`}
      csv="usage of pages"
      filter
      columns={[
        { id: "page", header: "Page", rowHeader: true },
        { id: "users", header: "People in 30 days", align: "end" },
        { id: "views", header: "Openings", align: "end", wide: true },
        { id: "weeks", header: "People by week", wide: true, screenOnly: true },
        { id: "flag", header: "Noted" },
      ]}
      rows={usage.pages.map((page) => rowOf(page, formats))}
      empty="There are no pages to open."
    />
  );
}

function rowOf(used: UsedPage, formats: Formats): Row {
  const { page, label, users, views, weeks, isUnopened } = used;
  return {
    id: page,
    cells: {
      page: { text: label },
      users: { text: countText(formats, users), sort: users.kind === "count" ? users.users : 0.5 },
      views: views === null ? null : { text: formats.number(views), sort: views },
      weeks: { text: "", node: <Sparkline values={weeks} label={`People who opened ${label} by week`} /> },
      flag: isUnopened
        ? { text: "Not opened in 30 days", node: <StatusText status="warn">Not opened in 30 days</StatusText> }
        : null,
    },
  };
}
