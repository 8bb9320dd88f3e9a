import { DownloadCsv } from "@/components/ui/download-csv";
import { FactsTable } from "@/components/ui/facts-table";
import type { Column, Row } from "@/components/ui/table-types";

type Props = { columns: readonly Column[]; rows: readonly Row[]; caption: string; csv: string };

/** A table that is read from above, in the order it comes, and can be taken away. */
export function ReadTable({ columns, rows, caption, csv }: Props) {
  return (
    <>
      <FactsTable columns={columns.filter(({ fileOnly }) => !fileOnly)} rows={rows} caption={caption} hideCaption />
      <DownloadCsv columns={columns} rows={rows} fileName={csv} />
    </>
  );
}
