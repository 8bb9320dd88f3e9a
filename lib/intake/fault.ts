/** Why one cell, or a whole row or file, could not be taken. Line 1 is the header; line 0 is the file as a whole. */
export type Fault = { file: string; line: number; column: string; value: string | null; reason: string };

/** The fault of a row before the file and line are known. */
export type CellFault = Omit<Fault, "file" | "line">;
