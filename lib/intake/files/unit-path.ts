import { type Column, text } from "@/lib/intake/column";

/** A business unit with all above it, "Company / Operations"; spaces around the strokes are evened out. */
export const unitPath = (name: string, options: { example?: string } = {}): Column => ({
  ...text(name, options),
  parse: (cell) => {
    const path = cell.split(/\s+\/\s+/).join(" / ");
    return path.length <= 500 && !path.includes("\0") ? path : null;
  },
});
