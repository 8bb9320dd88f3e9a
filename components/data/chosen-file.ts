import type { UploadFile } from "@/lib/intake/read-upload";

/** A file picked in the browser. `name` is its path in the folder it came from; `kinds` is null until it has been looked at. */
export type ChosenFile = { name: string; file: File; kinds: UploadFile["couldBe"] | null };

const fitting = /\.(csv|txt|json)$/i;

/** Files as they were picked or dropped: those that can be imported, and how many cannot. The folder that holds all of them is left out of their names. */
export function chooseFiles(picked: { path: string; file: File }[]): { files: ChosenFile[]; leftOut: number } {
  const usable = picked.filter(({ path }) => fitting.test(path) && !/(^|\/)\./.test(path));
  const root = commonFolder(usable.map(({ path }) => path));
  const files = usable.map(({ path, file }) => ({ name: path.slice(root.length), file, kinds: null }));
  return { files, leftOut: picked.length - usable.length };
}

function commonFolder(paths: string[]): string {
  const [first = ""] = paths;
  const folder = first.slice(0, first.indexOf("/") + 1);
  return folder && paths.every((path) => path.startsWith(folder)) ? folder : "";
}
