import { type Column, text } from "@/lib/intake/column";

/** What somebody did, as a word ("completed"). The last part of an xAPI verb's IRI is taken for it. */
export const verb = (name: string, options: { required?: boolean; example?: string }): Column => ({
  ...text(name, options),
  wants: "a verb such as completed",
  parse: (cell) => {
    const word = (cell.includes("/") ? cell.slice(cell.lastIndexOf("/") + 1) : cell).toLowerCase();
    return /^[\p{L}\p{N}_ -]{1,60}$/u.test(word) ? word : null;
  },
});
