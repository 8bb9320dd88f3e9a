"use client";
import { Download } from "lucide-react";
import { Button } from "./button";
import { csvText } from "./csv-text";
import type { Column, Row } from "./table-types";

type DownloadCsvProps = { columns: readonly Column[]; rows: readonly Row[]; fileName: string };

/** Saves what a table holds, every row of it, as a file. */
export function DownloadCsv({ columns, rows, fileName }: DownloadCsvProps) {
  const save = () => {
    const url = URL.createObjectURL(
      new Blob(
        [
          "\ufeff",
          csvText(
            columns.filter(({ screenOnly }) => !screenOnly),
            rows,
          ),
        ],
        { type: "text/csv;charset=utf-8" },
      ),
    );
    const link = document.createElement("a");
    link.href = url;
    link.download = fileName.endsWith(".csv") ? fileName : `${fileName}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button look="inline" onClick={save} className="screen-only" title="Save every row as a file">
      <Download aria-hidden="true" size={15} />
      CSV
    </Button>
  );
}
