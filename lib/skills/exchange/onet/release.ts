import { DomainError } from "@/lib/errors";
import type { Fault } from "@/lib/intake/fault";
import { readTsv, type TsvRow } from "./tsv";

/** Files of a release that say something of a taxonomy, with the columns read. The others are passed over. */
export const onetFiles = {
  "Occupation Data.txt": ["O*NET-SOC Code", "Title", "Description"],
  "Task Statements.txt": ["O*NET-SOC Code", "Task ID", "Task", "Task Type"],
  "Task Ratings.txt": ["O*NET-SOC Code", "Task ID", "Scale ID", "Category", "Data Value", "Recommend Suppress"],
  "Skills.txt": [
    "O*NET-SOC Code",
    "Element ID",
    "Element Name",
    "Scale ID",
    "Data Value",
    "Recommend Suppress",
    "Not Relevant",
  ],
  "Tasks to DWAs.txt": ["O*NET-SOC Code", "Task ID", "DWA ID"],
  "DWA Reference.txt": ["Element ID", "DWA ID", "DWA Title"],
  "Skills to Work Activities.txt": ["Skills Element ID", "Work Activities Element ID"],
  "Technology Skills.txt": [
    "O*NET-SOC Code",
    "Example",
    "Commodity Code",
    "Commodity Title",
    "Hot Technology",
    "In Demand",
  ],
  "Work Styles.txt": ["O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value"],
  "Emerging Tasks.txt": ["O*NET-SOC Code", "Task", "Category", "Original Task ID"],
  "Job Zones.txt": ["O*NET-SOC Code", "Job Zone"],
  "Job Zone Reference.txt": ["Job Zone", "Name"],
  "Related Occupations.txt": ["O*NET-SOC Code", "Related O*NET-SOC Code", "Relatedness Tier"],
  "Level Scale Anchors.txt": ["Element ID", "Anchor Value", "Anchor Description"],
  "Content Model Reference.txt": ["Element ID", "Description"],
  "Alternate Titles.txt": ["O*NET-SOC Code", "Alternate Title"],
  "Sample of Reported Titles.txt": ["O*NET-SOC Code", "Reported Job Title"],
  "Education, Training, and Experience.txt": ["O*NET-SOC Code", "Scale ID", "Category", "Data Value"],
  "Education, Training, and Experience Categories.txt": ["Scale ID", "Category", "Category Description"],
} as const;

export type OnetFile = keyof typeof onetFiles;

/** Texts of a release by file name; what was not handed in is not there. */
export type OnetTexts = ReadonlyMap<string, string>;

export type Release = {
  /** "30.1", or null where no Read Me says it. */
  number: string | null;
  faults: Fault[];
  has(file: OnetFile): boolean;
  /** Rows of a file, of the occupations given alone; none where the file was not handed in. */
  rows(file: OnetFile, codes?: readonly string[]): TsvRow[];
};

/** What cannot be done without. */
const needed: readonly string[] = ["Occupation Data.txt", "Task Statements.txt"];

/** What occupations are found by. */
const searched: readonly string[] = [
  "Occupation Data.txt",
  "Alternate Titles.txt",
  "Sample of Reported Titles.txt",
  "Read Me.txt",
];

/** Whether a file of a release must be read: of a whole release that is tens of megabytes, and finding an occupation takes four files. */
export const isRead = (file: string, isSearch: boolean) =>
  isSearch ? searched.includes(file) : file in onetFiles || file === "Read Me.txt";

/**
 * @param names every file that was handed in, also those whose text is not needed now
 * @throws DomainError when what cannot be done without was not handed in
 */
export function openRelease(texts: OnetTexts, names: readonly string[] = [...texts.keys()]): Release {
  for (const file of needed) {
    if (!names.includes(file))
      throw new DomainError("invalid-input", `${file} is missing. Add it from the same release`);
  }
  const faults: Fault[] = [];
  return {
    number: /O\*NET\s+([\d.]+)\s+Database/.exec(texts.get("Read Me.txt") ?? "")?.[1] ?? null,
    faults,
    has: (file) => names.includes(file),
    rows: (file, codes) => {
      const text = texts.get(file);
      if (text === undefined) return [];
      const prefixes = codes?.map((code) => `${code}\t`);
      try {
        return readTsv(file, text, onetFiles[file], faults, prefixes);
      } catch (error) {
        // An older release has not every column yet: it is told, and what the other files say is offered.
        if (!(error instanceof DomainError) || needed.includes(file)) throw error;
        if (!faults.some(({ reason }) => reason === error.message))
          faults.push({ file, line: 0, column: "", value: null, reason: error.message });
        return [];
      }
    },
  };
}
