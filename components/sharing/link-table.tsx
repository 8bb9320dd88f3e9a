import { DataTable } from "@/components/ui/data-table";
import { LatestOf } from "@/components/ui/latest-of";
import { StatusText } from "@/components/ui/status-text";
import type { Column, Row } from "@/components/ui/table-types";
import type { Formats } from "@/lib/format/formats";
import type { SharedLink, SharedLinks } from "@/lib/sharing/read-links";
import { RevokeLink } from "./revoke-link";

const states = {
  open: { status: "pass", text: "Can be opened" },
  expired: { status: "unknown", text: "Ran out" },
  revoked: { status: "fail", text: "Taken back" },
} as const;

/** Links with what became of them. An administrator sees who made each. */
export function LinkTable({ links, everybodys, total, formats }: SharedLinks & { formats: Formats }) {
  const columns: Column[] = [
    { id: "label", header: "Link", rowHeader: true },
    { id: "report", header: "Report", wide: true },
    ...(everybodys ? [{ id: "by", header: "Made by" }] : []),
    { id: "state", header: "State" },
    { id: "until", header: "Until" },
    { id: "openings", header: "Opened", align: "end" },
    { id: "last", header: "Last opened", wide: true },
    { id: "revoke", header: "Take back", screenOnly: true },
  ];
  return (
    <>
      <LatestOf shown={links.length} total={total} what="links, those that can be opened first" formats={formats} />
      <DataTable
        id="links"
        caption="Shared links"
        hideCaption
        columns={columns}
        rows={links.map((link) => rowOf(link, formats))}
        csv="shared-links"
      />
    </>
  );
}

function rowOf(link: SharedLink, formats: Formats): Row {
  const { id, label, report, by, state, expiresAt, revokedAt, openings, lastOpenedAt } = link;
  const { status, text } = states[state];
  const until = revokedAt ?? expiresAt;
  return {
    id,
    cells: {
      label,
      report,
      by: by ?? "Somebody who is gone",
      state: { text, node: <StatusText status={status}>{text}</StatusText> },
      until: { text: formats.moment(until), sort: until },
      openings,
      last: lastOpenedAt ? { text: formats.moment(lastOpenedAt), sort: lastOpenedAt } : "Never",
      revoke: state === "open" ? { text: "", node: <RevokeLink id={id} label={label} /> } : null,
    },
  };
}
