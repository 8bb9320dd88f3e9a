"use client";
import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { kindLabel, kindWords } from "@/lib/intake/kind-words";
import type { ChosenFile } from "./chosen-file";
import { fileSize } from "./file-size";

type ChosenFilesProps = { files: ChosenFile[]; disabled: boolean; onRemove: (name: string) => void };

/** What has been picked and what each file seems to be, before anything is sent. */
export function ChosenFiles({ files, disabled, onRemove }: ChosenFilesProps) {
  const formats = useFormats();
  return (
    <table className="w-full border-collapse text-table">
      <caption className="sr-only">Files to send</caption>
      <thead>
        <tr className="border-b border-ink">
          <th scope="col" className="py-1 pr-2 text-start font-semibold">
            File
          </th>
          <th scope="col" className="px-2 py-1 text-start font-semibold">
            Looks like
          </th>
          <th scope="col" className="px-2 py-1 text-end font-semibold max-sm:hidden">
            Size
          </th>
          <th scope="col" className="py-1 pl-2">
            <span className="sr-only">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, file, kinds }) => (
          <tr key={name} className="border-b border-rule">
            <th scope="row" className="py-1.5 pr-2 text-start font-medium wrap-anywhere">
              {name}
            </th>
            <td className="px-2 py-1.5">{kindsInWords(kinds)}</td>
            <td className="px-2 py-1.5 text-end tabular-nums max-sm:hidden">{fileSize(file.size, formats)}</td>
            <td className="py-1 pl-2 text-end">
              <Button look="plain" aria-label={`Remove ${name}`} disabled={disabled} onClick={() => onRemove(name)}>
                <X aria-hidden="true" size={16} />
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function kindsInWords(kinds: ChosenFile["kinds"]): string {
  if (!kinds) return "Looking ...";
  const [only = null] = kinds;
  if (kinds.length <= 1) return kindLabel(only);
  return `${kinds.map((kind) => kindWords[kind].label).join(" or ")}: you will be asked`;
}
