"use client";
import { FactsTable } from "@/components/ui/facts-table";
import { useFormats } from "@/components/ui/formats-provider";
import { kindLabel } from "@/lib/intake/kind-words";
import type { UploadFile } from "@/lib/intake/read-upload";
import { fileSize } from "./file-size";

/** What was received. */
export function UploadFiles({ files }: { files: UploadFile[] }) {
  const formats = useFormats();
  return (
    <FactsTable
      caption="Files received"
      hideCaption
      columns={[
        { id: "file", header: "File" },
        { id: "kind", header: "Kind" },
        { id: "size", header: "Size", align: "end", wide: true },
        { id: "before", header: "The same file was imported" },
      ]}
      rows={files.map(({ id, name, kind, bytes, takenBefore }) => ({
        id,
        cells: {
          file: { text: name, node: <span className="wrap-anywhere">{name}</span> },
          kind: kindLabel(kind),
          size: { text: fileSize(bytes, formats), sort: bytes },
          before: takenBefore ? formats.shortDate(takenBefore) : "no",
        },
      }))}
    />
  );
}
