import type { Upload } from "@/lib/intake/read-upload";

type Report = NonNullable<Upload["reports"]>[number];
type Counts = Pick<Report, "added" | "corrected" | "unchanged" | "rejected" | "parked">;

/** Where the upload stands, in one sentence. */
export function headlineOf(upload: Upload): string {
  if (upload.status === "received") return "Received. Nothing has been checked yet.";
  if (upload.status === "checking") return "Checking. Nothing is imported by this.";
  if (upload.status === "importing") return "Importing.";
  if (upload.status === "failed") return "Stopped.";
  const reports = upload.reports ?? [];
  const said = differenceOf(reports);
  if (upload.status === "checked") return `Checked, nothing imported yet: ${said}.`;
  return reports.every(isTaken) ? `Imported: ${said}.` : `Imported in part: ${said}.`;
}

export const isTaken = ({ status }: Pick<Report, "status">) => status === "done";

const rowWords: [keyof Counts, string][] = [
  ["added", "new"],
  ["corrected", "corrected"],
  ["unchanged", "here already"],
  ["rejected", "rejected"],
  ["parked", "waiting for a person"],
];

/** "12 new, 3 leave, 2 rejected": what files would change or changed. People are counted by what happens to them. */
export function differenceOf(reports: Report[]): string {
  const refused = reports.filter((report) => !isTaken(report)).length;
  const rows = rowWords.flatMap(([name, word]) => {
    const count = reports.reduce((sum, report) => sum + report[name], 0);
    return count > 0 ? [`${written(count)} ${word}`] : [];
  });
  const people = reports.flatMap(({ difference }) =>
    Object.entries(difference).flatMap(([word, count]) => (word === "new" ? [] : [`${written(count)} ${word}`])),
  );
  const files = refused > 0 ? [`${written(refused)} ${refused === 1 ? "file" : "files"} refused`] : [];
  return [...rows, ...people, ...files].join(", ") || "nothing to change";
}

const written = (count: number) => count.toLocaleString("en-GB");
